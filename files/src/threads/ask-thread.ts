import { Worker } from 'node:worker_threads'

export interface ThreadLimits {
  readonly signal?: AbortSignal
  readonly heapMiB?: number
}

/**
 * Starts a thread for one question: its first message is the answer, an error inside it rejects, and it is gone when the
 * promise settles. What it prints is dropped: libraries complain on the console about files that the caller refuses.
 *
 * @throws what the thread threw, or the reason of `signal` when that fires first
 */
export async function askThread<T>(url: URL, question: unknown, { signal, heapMiB }: ThreadLimits = {}): Promise<T> {
  signal?.throwIfAborted()
  const worker = new Worker(url, {
    workerData: question,
    stdout: true,
    stderr: true,
    ...(heapMiB === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: heapMiB } }),
  })
  worker.stdout.resume()
  worker.stderr.resume()
  let abort: () => void = () => undefined
  try {
    return await new Promise<T>((resolve, reject) => {
      abort = () => reject(signal?.reason)
      signal?.addEventListener('abort', abort, { once: true })
      worker.on('message', resolve)
      worker.on('messageerror', reject)
      worker.on('error', reject)
      worker.on('exit', (code) => reject(new Error(`the thread ended with ${code} and no answer`)))
    })
  } finally {
    signal?.removeEventListener('abort', abort)
    await worker.terminate()
  }
}
