import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'

interface Answer {
  readonly rows?: Record<string, unknown>[]
  readonly affectedRows?: number
  readonly syncs?: number
  readonly error?: { message: string; code?: string }
}

/** What the database said no to; `code` is the SQLSTATE, as the driver of a server would give it. */
export class DatabaseError extends Error {
  readonly code: string | undefined
  readonly constraint: string | undefined

  constructor(error: { message: string; code?: string; constraint?: string }) {
    super(error.message)
    this.code = error.code
    this.constraint = error.constraint
  }
}

/** The embedded database seen from the main thread: one session, questions answered in turn. */
export class EmbeddedDatabase {
  private readonly waiting = new Map<number, { resolve(answer: Answer): void; reject(error: Error): void }>()
  private next = 1
  private readonly worker: Worker
  private closed = false

  private constructor(worker: Worker) {
    this.worker = worker
    worker.on('message', (message: Answer & { id?: number }) => {
      if (message.id === undefined) return
      const waiter = this.waiting.get(message.id)
      this.waiting.delete(message.id)
      if (message.error) waiter?.reject(new DatabaseError(message.error))
      else waiter?.resolve(message)
    })
    worker.on('error', (error) => this.fail(error as Error))
    worker.on('exit', () => this.fail(new Error('The embedded database has stopped')))
  }

  /** Opens the database in `folder`, making it when it is new; null keeps it in memory (tests). */
  static async open(folder: string | null): Promise<EmbeddedDatabase> {
    // Making a database takes 450 MB that its thread never gives back, so another thread goes on.
    if (folder !== null && !existsSync(folder)) await (await EmbeddedDatabase.start(folder)).close()
    return EmbeddedDatabase.start(folder)
  }

  private static async start(folder: string | null): Promise<EmbeddedDatabase> {
    const worker = new Worker(new URL('./pglite-worker.mjs', import.meta.url), { workerData: { folder } })
    const database = new EmbeddedDatabase(worker)
    await new Promise<void>((resolve, reject) => {
      worker.once('message', (message: { ready: boolean; error?: { message: string } }) => {
        if (message.ready) resolve()
        else reject(new DatabaseError(message.error!))
      })
      worker.once('error', reject)
    })
    return database
  }

  query(
    sql: string,
    parameters: readonly unknown[],
  ): Promise<{ rows: Record<string, unknown>[]; affectedRows: number }> {
    return this.ask({ kind: 'query', sql, parameters: [...parameters] }) as Promise<{
      rows: Record<string, unknown>[]
      affectedRows: number
    }>
  }

  /** Files made durable so far: what the test of durability counts. */
  async syncs(): Promise<number> {
    return (await this.ask({ kind: 'syncs' })).syncs!
  }

  async close(): Promise<void> {
    if (this.closed) return
    await this.ask({ kind: 'close' })
    this.closed = true
    await this.worker.terminate()
  }

  private ask(request: { kind: string; sql?: string; parameters?: unknown[] }): Promise<Answer> {
    const id = this.next++
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject })
      this.worker.postMessage({ id, ...request })
    })
  }

  private fail(error: Error): void {
    for (const { reject } of this.waiting.values()) reject(error)
    this.waiting.clear()
  }
}
