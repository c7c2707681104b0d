import { EXIT } from './failure.ts'

/**
 * Runs `work` so that Ctrl-C stops it: the signal is aborted, readers and writers clean up after themselves, and the
 * command ends with 130. Whoever presses it twice does not want to wait for that.
 */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  const interrupt = () => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted)
    controller.abort()
  }
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', interrupt)
  try {
    return await work(controller.signal)
  } catch (error) {
    // Whatever fails after an interrupt fails because of it.
    controller.signal.throwIfAborted()
    throw error
  } finally {
    process.off('SIGINT', interrupt)
    process.off('SIGTERM', interrupt)
  }
}

export function isInterrupt(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError'
}
