import { sql } from 'kysely'
import type { Ctx } from '../context.ts'
import type { Db, Tx } from '../db/database.ts'
import { uuidv7 } from '../ids.ts'

/** How long a worker may be silent before another takes its job. */
export const LEASE_SECONDS = 30
const FIRST_RETRY_SECONDS = 2

export interface NewJob {
  readonly kind: string
  readonly input: unknown
  readonly projectId: string | null
  readonly idempotencyKey?: string
  readonly maxAttempts?: number
}

/**
 * Puts a job into the table, in the transaction of the verb that asks for it: it runs if and only if that commits. The
 * same idempotency key gives the job that is already there.
 */
export async function enqueue(tx: Tx, ctx: Ctx, job: NewJob): Promise<string> {
  if (job.idempotencyKey !== undefined) {
    const earlier = await tx
      .selectFrom('job')
      .select('id')
      .where('organisation_id', '=', ctx.organisationId)
      .where('kind', '=', job.kind)
      .where('idempotency_key', '=', job.idempotencyKey)
      .executeTakeFirst()
    if (earlier) return earlier.id
  }
  const now = ctx.now()
  const id = uuidv7(now.getTime())
  await tx
    .insertInto('job')
    .values({
      id,
      organisation_id: ctx.organisationId,
      project_id: job.projectId,
      kind: job.kind,
      input: JSON.stringify(job.input),
      idempotency_key: job.idempotencyKey ?? null,
      state: 'queued',
      max_attempts: job.maxAttempts ?? 3,
      run_after: now,
      worker: null,
      leased_until: null,
      result: null,
      error: null,
      actor_id: ctx.actor.id,
      actor_name: ctx.actor.name,
      request_id: ctx.requestId,
      created_at: now,
      started_at: null,
      finished_at: null,
      progress_at: null,
    })
    .execute()
  return id
}

export interface ClaimedJob {
  readonly id: string
  readonly organisation_id: string
  readonly project_id: string | null
  readonly kind: string
  readonly input: unknown
  readonly attempt: number
  readonly max_attempts: number
  readonly fence: number
  readonly actor_id: string | null
  readonly request_id: string
}

/**
 * Takes the oldest job that is due, or whose worker has gone silent. `skip locked` lets any number of workers ask at once;
 * the fence rises with each claim, so that a worker that lost its lease can no longer write.
 */
export async function claimJob(db: Db, worker: string): Promise<ClaimedJob | null> {
  const { rows } = await sql<ClaimedJob>`
    with due as (
      select id from job
      where (state = 'queued' and run_after <= now())
         or (state = 'running' and leased_until < now())
      order by run_after, created_at, id
      limit 1
      for update skip locked
    )
    update job set
      state = 'running',
      attempt = attempt + 1,
      fence = fence + 1,
      worker = ${worker},
      leased_until = now() + make_interval(secs => ${LEASE_SECONDS}),
      started_at = coalesce(started_at, now()),
      progress_at = now()
    from due
    where job.id = due.id
    returning job.id, job.organisation_id, job.project_id, job.kind, job.input, job.attempt, job.max_attempts,
              job.fence, job.actor_id, job.request_id`.execute(db)
  return rows[0] ?? null
}

/** Says that the worker lives and how far it is. False: the lease is lost or somebody asked to stop. */
export async function heartbeat(
  db: Db,
  job: ClaimedJob,
  progress: { phase: string; done: number; total: number },
): Promise<{ owned: boolean; cancelRequested: boolean }> {
  const row = await db
    .updateTable('job')
    .set({
      phase: progress.phase,
      done: progress.done,
      total: progress.total,
      progress_at: sql<Date>`now()`,
      leased_until: sql<Date>`now() + make_interval(secs => ${LEASE_SECONDS})`,
    })
    .where('id', '=', job.id)
    .where('fence', '=', job.fence)
    .where('state', '=', 'running')
    .returning('cancel_requested')
    .executeTakeFirst()
  return { owned: row !== undefined, cancelRequested: row?.cancel_requested ?? false }
}

/**
 * Throws when another worker has taken the job: called inside the transaction that makes a job's result visible, so that
 * a worker that lost its lease changes nothing.
 */
export async function assertFence(tx: Tx, job: ClaimedJob): Promise<void> {
  const row = await tx
    .selectFrom('job')
    .select('id')
    .where('id', '=', job.id)
    .where('fence', '=', job.fence)
    .where('state', '=', 'running')
    .where('cancel_requested', '=', false)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new LeaseLostError(job.id)
}

/** Another worker has the job, or it was cancelled: whatever this one still does must not count. */
export class LeaseLostError extends Error {
  constructor(jobId: string) {
    super(`The lease on job ${jobId} is lost`)
  }
}

/** The job is done; `result` is what its page shows. Within the transaction of its effect. */
export async function completeJob(tx: Tx | Db, job: ClaimedJob, result: unknown): Promise<void> {
  await tx
    .updateTable('job')
    .set({
      state: 'done',
      result: JSON.stringify(result ?? null),
      finished_at: sql<Date>`now()`,
      progress_at: sql<Date>`now()`,
      leased_until: null,
      done: sql<number>`greatest(total, done)`,
    })
    .where('id', '=', job.id)
    .where('fence', '=', job.fence)
    .execute()
}

/** The job failed: again later with a growing pause while attempts are left and trying can help, else for good. */
export async function failJob(
  db: Db,
  job: ClaimedJob,
  error: { code: string; message: string },
  canRetry: boolean,
): Promise<'retry' | 'failed'> {
  const again = canRetry && job.attempt < job.max_attempts
  const pauseSeconds = FIRST_RETRY_SECONDS * 4 ** (job.attempt - 1)
  await db
    .updateTable('job')
    .set({
      state: again ? 'queued' : 'failed',
      run_after: sql<Date>`now() + make_interval(secs => ${again ? pauseSeconds : 0})`,
      error: JSON.stringify(error),
      leased_until: null,
      progress_at: sql<Date>`now()`,
      finished_at: again ? null : sql<Date>`now()`,
    })
    .where('id', '=', job.id)
    .where('fence', '=', job.fence)
    .execute()
  return again ? 'retry' : 'failed'
}

export async function cancelClaimedJob(db: Db, job: ClaimedJob): Promise<void> {
  await db
    .updateTable('job')
    .set({ state: 'cancelled', leased_until: null, finished_at: sql<Date>`now()`, progress_at: sql<Date>`now()` })
    .where('id', '=', job.id)
    .where('fence', '=', job.fence)
    .execute()
}

/** A line people can read in the log of the job. */
export async function logJob(db: Db, job: ClaimedJob, text: string): Promise<void> {
  await sql`update job set log = log || ${JSON.stringify([{ at: new Date().toISOString(), text }])}::jsonb
    where id = ${job.id} and fence = ${job.fence}`.execute(db)
}
