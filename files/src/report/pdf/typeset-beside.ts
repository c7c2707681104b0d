import { askThread } from '../../threads/ask-thread.ts'
import { threadUrl } from '../../threads/thread-url.ts'
import { TypesetError, type TypesetJob } from './typeset.ts'

/**
 * Typesets in a thread of its own, so that other formats are written meanwhile on the second core. Where no thread was
 * built (a tool that runs from sources) it happens here and blocks.
 *
 * @throws TypesetError when the document cannot be typeset; the reason of `signal` when it fires.
 */
export async function typesetBeside(job: TypesetJob, signal?: AbortSignal): Promise<Uint8Array> {
  const url = threadUrl('typeset-thread')
  if (url === null) return (await import('./typeset.ts')).typeset(job)
  try {
    return await askThread<Uint8Array>(url, job, { signal })
  } catch (error) {
    throw error instanceof Error && error.name === 'TypesetError' ? new TypesetError(error.message) : error
  }
}
