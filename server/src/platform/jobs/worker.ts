import { hostname } from 'node:os'
import type { Logger } from 'pino'
import type { Actor, Ctx } from '../context.ts'
import type { Db } from '../db/database.ts'
import { CodedError } from '../errors.ts'
import {
  type ClaimedJob,
  cancelClaimedJob,
  claimJob,
  completeJob,
  failJob,
  heartbeat,
  LEASE_SECONDS,
  LeaseLostError,
  logJob,
} from './queue.ts'

const IDLE_MS = 250
const HEARTBEAT_MS = (LEASE_SECONDS * 1000) / 6
/** Progress is written at most so often: people see movement, the table is left in peace. */
const PROGRESS_MS = 300

export interface JobRun {
  readonly job: ClaimedJob
  readonly ctx: Ctx
  /** Aborted when somebody cancels, the lease is lost or the server stops. */
  readonly signal: AbortSignal
  progress(phase: string, done: number, total: number): void
  log(text: string): Promise<void>
}

/**
 * What a job does. It may run again after a crash, so it ensures rather than adds, and makes its effect visible in one
 * transaction that calls `assertFence` and `completeJob`; one that has not completed the job itself returns its result.
 */
export type JobExecutor = (run: JobRun) => Promise<unknown>

export interface WorkerOptions {
  readonly db: Db
  readonly executors: Readonly<Record<string, JobExecutor>>
  readonly log: Logger
  now(): Date
}

/** Runs jobs one after another until it is stopped; any number of workers share the table. */
export class JobWorker {
  private readonly options: WorkerOptions
  private readonly name = `${hostname()}:${process.pid}`
  private stopping = false
  private current: AbortController | null = null
  private loop: Promise<void> | null = null
  private wake: () => void = () => undefined

  constructor(options: WorkerOptions) {
    this.options = options
  }

  start(): void {
    this.loop = this.run()
  }

  /** Looks for work now instead of at the next tick. */
  nudge(): void {
    this.wake()
  }

  /** Lets go of the running job (another worker, or the next start, takes it) and ends. */
  async stop(): Promise<void> {
    this.stopping = true
    this.current?.abort(new LeaseLostError('stopping'))
    this.wake()
    await this.loop
  }

  private async run(): Promise<void> {
    const { db, log } = this.options
    while (!this.stopping) {
      try {
        const job = await claimJob(db, this.name)
        if (job) {
          await this.execute(job)
          continue
        }
      } catch (error) {
        log.error({ err: error }, 'job worker')
      }
      await this.idle()
    }
  }

  private idle(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, IDLE_MS)
      this.wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  private async execute(job: ClaimedJob): Promise<void> {
    const { db, log, executors } = this.options
    const abort = new AbortController()
    this.current = abort
    const progress = { phase: 'starting', done: 0, total: 0 }
    let writtenAt = 0
    let beating = false
    const beat = async (): Promise<void> => {
      if (beating) return
      beating = true
      try {
        const { owned, cancelRequested } = await heartbeat(db, job, progress)
        if (!owned) abort.abort(new LeaseLostError(job.id))
        else if (cancelRequested) abort.abort(new CancelledError())
      } catch (error) {
        log.warn({ err: error, jobId: job.id }, 'heartbeat')
      } finally {
        beating = false
      }
    }
    const timer = setInterval(() => void beat(), HEARTBEAT_MS)
    try {
      const executor = executors[job.kind]
      if (!executor) throw new CodedError('internal', `This server knows no job of kind ${job.kind}`)
      const ctx = await this.contextOf(job)
      const result = await executor({
        job,
        ctx,
        signal: abort.signal,
        progress: (phase, done, total) => {
          Object.assign(progress, { phase, done, total })
          if (Date.now() - writtenAt < PROGRESS_MS) return
          writtenAt = Date.now()
          void beat()
        },
        log: (text) => logJob(db, job, text),
      })
      await completeJob(db, job, result)
    } catch (error) {
      await this.settle(job, abort.signal, error)
    } finally {
      clearInterval(timer)
      this.current = null
    }
  }

  private async settle(job: ClaimedJob, signal: AbortSignal, error: unknown): Promise<void> {
    const { db, log } = this.options
    if (signal.reason instanceof CancelledError) return cancelClaimedJob(db, job)
    if (signal.aborted || error instanceof LeaseLostError) return
    // A refusal is an answer and stays one; anything else may be a hiccup of the database or the disk.
    const isRefusal =
      error instanceof CodedError || (error instanceof Error && 'code' in error && error.name === 'ExportError')
    const message = error instanceof Error ? error.message : String(error)
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'internal'
    if (!isRefusal) log.error({ err: error, jobId: job.id, kind: job.kind }, 'job failed')
    await failJob(db, job, { code, message }, !isRefusal)
  }

  private async contextOf(job: ClaimedJob): Promise<Ctx> {
    const { db, now } = this.options
    const user = await db.selectFrom('app_user').selectAll().where('id', '=', job.actor_id).executeTakeFirstOrThrow()
    const actor: Actor = { id: user.id, kind: user.kind, name: user.name, role: user.role }
    return { actor, organisationId: job.organisation_id, requestId: job.request_id, ip: '', db, now }
  }
}

class CancelledError extends Error {}
