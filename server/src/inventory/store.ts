import type { Import, Snapshot } from '@portolan/contract/imports'
import type { Selectable } from 'kysely'
import type { Db, Tx } from '../platform/db/database.ts'
import type { Schema } from '../platform/db/schema.ts'
import { NotFoundError } from '../platform/errors.ts'

export type ImportRow = Selectable<Schema['import']>
export type SnapshotRow = Selectable<Schema['inventory_snapshot']>
type JobState = Selectable<Schema['job']>['state']

/** With what its job says: a job that was cancelled before it began never came to write it here. */
export type ImportWithJob = ImportRow & {
  readonly job_state: JobState | null
  readonly job_error: { code: string; message: string } | null
  readonly job_finished_at: Date | null
}

function importsOf(db: Db | Tx, projectId: string) {
  return db
    .selectFrom('import')
    .leftJoin('job', 'job.id', 'import.job_id')
    .selectAll('import')
    .select(['job.state as job_state', 'job.error as job_error', 'job.finished_at as job_finished_at'])
    .where('import.project_id', '=', projectId)
}

export async function importPage(
  db: Db,
  projectId: string,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<ImportWithJob[]> {
  let select = importsOf(db, projectId)
  if (cursor !== undefined) select = select.where('import.id', '<', cursor)
  const rows = await select
    .orderBy('import.id', 'desc')
    .limit(limit + 1)
    .execute()
  return rows as ImportWithJob[]
}

export async function findImport(db: Db | Tx, projectId: string, id: string): Promise<ImportWithJob> {
  const row = await importsOf(db, projectId).where('import.id', '=', id).executeTakeFirst()
  if (!row) throw new NotFoundError(`import ${id}`)
  return row as ImportWithJob
}

export function importAnswer(row: ImportWithJob): Import {
  const isOpen = row.state === 'queued' || row.state === 'running'
  const ended = isOpen && (row.job_state === 'cancelled' || row.job_state === 'failed') ? row.job_state : null
  return {
    id: row.id,
    projectId: row.project_id,
    jobId: row.job_id,
    state: ended ?? row.state,
    files: row.files,
    error: row.error ?? (ended === 'failed' ? row.job_error : null),
    snapshotId: row.snapshot_id,
    actorName: row.actor_name,
    createdAt: row.created_at.toISOString(),
    finishedAt: (row.finished_at ?? (ended ? row.job_finished_at : null))?.toISOString() ?? null,
  }
}

/** Snapshots that are whole, newest first; one that is being written is nobody's business. */
export async function snapshotPage(
  db: Db,
  projectId: string,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<SnapshotRow[]> {
  let select = db
    .selectFrom('inventory_snapshot')
    .selectAll()
    .where('project_id', '=', projectId)
    .where('complete', '=', true)
  if (cursor !== undefined) select = select.where('number', '<', Number(cursor))
  return select
    .orderBy('number', 'desc')
    .limit(limit + 1)
    .execute()
}

export async function findSnapshot(db: Db | Tx, projectId: string, id: string): Promise<SnapshotRow> {
  const row = await db
    .selectFrom('inventory_snapshot')
    .selectAll()
    .where('project_id', '=', projectId)
    .where('id', '=', id)
    .where('complete', '=', true)
    .executeTakeFirst()
  if (!row) throw new NotFoundError(`snapshot ${id}`)
  return row
}

export function snapshotAnswer(row: SnapshotRow, currentId: string | null): Snapshot {
  return {
    id: row.id,
    projectId: row.project_id,
    importId: row.import_id,
    number: row.number!,
    isCurrent: row.id === currentId,
    asOf: row.as_of.toISOString(),
    sources: row.sources as Snapshot['sources'],
    counts: row.counts as Snapshot['counts'],
    warnings: row.warnings as Snapshot['warnings'],
    rejectedCount: row.rejected_count,
    actorName: row.actor_name,
    createdAt: row.created_at.toISOString(),
  }
}
