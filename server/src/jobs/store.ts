import type { Job } from '@portolan/contract/jobs'
import type { Selectable } from 'kysely'
import type { Db, Tx } from '../platform/db/database.ts'
import type { Schema } from '../platform/db/schema.ts'

export type JobRow = Selectable<Schema['job']>

export async function findJob(db: Db | Tx, organisationId: string, id: string): Promise<JobRow | undefined> {
  return db
    .selectFrom('job')
    .selectAll()
    .where('id', '=', id)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
}

/** A job as the API shows it; rate and time left come from how far it is since it started. */
export function jobAnswer(row: JobRow, now: Date): Job {
  const seconds = row.started_at ? (now.getTime() - row.started_at.getTime()) / 1000 : 0
  const isMoving = row.state === 'running' && row.done > 0 && seconds > 0
  const rate = isMoving ? row.done / seconds : null
  return {
    id: row.id,
    projectId: row.project_id,
    kind: row.kind,
    state: row.state,
    attempt: row.attempt,
    phase: row.phase,
    done: row.done,
    total: row.total,
    ratePerSecond: rate,
    secondsLeft: rate !== null && row.total > 0 ? Math.max(0, (row.total - row.done) / rate) : null,
    cancelRequested: row.cancel_requested,
    result: row.result,
    error: row.error,
    log: row.log,
    actorName: row.actor_name,
    createdAt: row.created_at.toISOString(),
    startedAt: row.started_at?.toISOString() ?? null,
    finishedAt: row.finished_at?.toISOString() ?? null,
  }
}
