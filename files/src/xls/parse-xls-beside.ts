import { askThread } from '../threads/ask-thread.ts'
import { threadUrl } from '../threads/thread-url.ts'
import type { ParsedXls } from './parse-xls.ts'

/** Time for a workbook, and for each MiB of it: ten times what the library takes for a sound one. */
const BASE_MS = 10_000
const MS_PER_MIB = 3000
const MIB = 2 ** 20
const MOST_HEAP_MIB = 4096

/** The library did not come back in time. */
export class XlsTimeoutError extends Error {}

/**
 * Reads a legacy workbook in a thread of its own. A damaged one can send the library into an endless loop, into huge
 * arrays and into complaints on the console: a thread can be ended, capped and muted. `mostMs` is the time it gets.
 *
 * @throws XlsTimeoutError, or what the library throws
 */
export async function parseXlsBeside(bytes: Uint8Array, mostMs = timeFor(bytes.length)): Promise<ParsedXls> {
  const url = threadUrl('xls-thread')
  // A tool that runs from sources has no threads; it reads here and trusts its files.
  if (url === null) return (await import('./parse-xls.ts')).parseXls(bytes)
  const signal = AbortSignal.timeout(mostMs)
  try {
    return await askThread<ParsedXls>(url, bytes, { signal, heapMiB: MOST_HEAP_MIB })
  } catch (error) {
    throw signal.aborted ? new XlsTimeoutError('it does not come to an end') : error
  }
}

function timeFor(bytes: number): number {
  return BASE_MS + Math.round((bytes / MIB) * MS_PER_MIB)
}
