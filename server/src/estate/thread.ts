import { Worker } from 'node:worker_threads'
import { ExportError, type ExportErrorCode } from '@portolan/files/export-error'
import { CodedError } from '../platform/errors.ts'
import type { Ops } from './ops.ts'
import type { Need, Progress, Reply, Request } from './protocol.ts'
import { threadUrl } from './thread-url.ts'

/** The thread lacks what an answer is made from: give it, then ask again. */
export class NeedsError extends Error {
  readonly need: Need

  constructor(need: Need) {
    super(`The estate thread lacks the ${need}`)
    this.need = need
  }
}

interface Waiting {
  resolve(value: unknown): void
  reject(error: Error): void
  onProgress?(progress: Progress): void
}

export interface AskOptions {
  onProgress?(progress: Progress): void
  readonly transfer?: readonly ArrayBuffer[]
}

/** Megabytes that columns and texts of the largest estates need; what is typed arrays lies outside of this. */
const HEAP_MB = 4096

/**
 * A thread that holds estates as columns and answers questions about them; the main thread keeps its hands free for HTTP
 * and the database. One that crashed is started again at the next question: what it held comes from the database.
 */
export class EstateThread {
  private worker: Worker | null = null
  private readonly waiting = new Map<number, Waiting>()
  private next = 1
  /** A thread that was closed answers nothing any more. */
  isClosed = false
  private retired = false

  ask<K extends keyof Ops>(op: K, input: Ops[K]['input'], options: AskOptions = {}): Promise<Ops[K]['output']> {
    if (this.isClosed) return Promise.reject(new CodedError('unavailable', 'The server is stopping'))
    const worker = this.worker ?? this.start()
    const id = this.next++
    return new Promise((resolve, reject) => {
      this.waiting.set(id, {
        resolve: (value) => resolve(value as Ops[K]['output']),
        reject,
        onProgress: options.onProgress,
      })
      const request: Request = { id, op, input }
      worker.postMessage(request, [...(options.transfer ?? [])])
    })
  }

  /** Ends the thread once it has answered what it was asked. */
  retire(): void {
    this.retired = true
    if (this.waiting.size === 0) void this.close()
  }

  /** Ends the thread at once; whoever waits is refused. */
  async close(): Promise<void> {
    this.isClosed = true
    const { worker } = this
    this.worker = null
    this.fail(new CodedError('unavailable', 'The server is stopping'))
    await worker?.terminate()
  }

  private start(): Worker {
    const worker = new Worker(threadUrl('estate-thread'), { resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } })
    this.worker = worker
    worker.on('message', (reply: Reply) => this.receive(reply))
    worker.on('error', (error) => this.lose(worker, error as Error))
    worker.on('exit', () => this.lose(worker, new Error('it ended')))
    return worker
  }

  private receive(reply: Reply): void {
    const waiting = this.waiting.get(reply.id)
    if (!waiting) return
    if (reply.kind === 'progress') {
      waiting.onProgress?.(reply.progress)
      return
    }
    this.waiting.delete(reply.id)
    if (reply.kind === 'answer') waiting.resolve(reply.value)
    else if (reply.kind === 'needs') waiting.reject(new NeedsError(reply.need))
    else waiting.reject(errorOf(reply))
    if (this.retired && this.waiting.size === 0) void this.close()
  }

  private lose(worker: Worker, error: Error): void {
    if (this.worker !== worker) return
    this.worker = null
    const reason =
      (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'no memory is left' : error.message
    this.fail(new CodedError('unavailable', `The thread that computes plans has stopped (${reason}). Try again.`))
  }

  private fail(error: Error): void {
    const waiting = [...this.waiting.values()]
    this.waiting.clear()
    for (const { reject } of waiting) reject(error)
  }
}

/** An error of the thread as the class it was there, where callers tell classes apart. */
function errorOf({ name, message, code, stack }: Extract<Reply, { kind: 'error' }>): Error {
  if (name === 'ExportError') return new ExportError((code ?? 'damaged') as ExportErrorCode, null, message)
  if (name === 'NotFoundError' || name === 'CodedError' || name === 'InvalidError') {
    return new CodedError((code ?? 'internal') as 'internal', message)
  }
  const error = new Error(message)
  error.name = name
  error.stack = stack
  return error
}
