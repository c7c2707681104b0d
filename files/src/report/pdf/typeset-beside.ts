import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { threadUrl } from '../../thread-url.ts'
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
  const worker = new Worker(url, { workerData: job })
  try {
    const [bytes] = (await once(worker, 'message', { signal })) as [Uint8Array]
    return bytes
  } catch (error) {
    signal?.throwIfAborted()
    throw error instanceof Error && error.name === 'TypesetError' ? new TypesetError(error.message) : error
  } finally {
    await worker.terminate()
  }
}
