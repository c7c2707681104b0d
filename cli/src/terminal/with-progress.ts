import { type Progress, progressLine } from './progress.ts'
import type { Terminal } from './terminal.ts'

/** Shows on stderr how far `work` is, and wipes that when it ends. */
export async function withProgress<T>(
  terminal: Terminal,
  work: (onProgress: (progress: Progress) => void) => Promise<T>,
): Promise<T> {
  const line = progressLine(terminal, () => performance.now())
  try {
    return await work(line.show)
  } finally {
    line.end()
  }
}
