import { readdir, stat } from 'node:fs/promises'
import type { Db } from '../platform/db/database.ts'
import { isUuid } from '../platform/ids.ts'
import type { Services } from '../services.ts'
import { discardIncomplete } from './write-snapshot.ts'

const EXPORT_DAYS = 7
const DAY_MS = 86_400_000
/** A folder without a row may be one that is just being filled. */
const UPLOAD_MS = DAY_MS / 2

/** Clears what nobody needs: uploads and half written snapshots of imports that have ended, and old exports. */
export async function sweep(
  db: Db,
  { folders, log }: Pick<Services, 'folders' | 'log'>,
  now: Date,
  isStart: boolean,
): Promise<void> {
  try {
    await settleImports(db)
    await sweepSnapshots(db)
    for (const id of await names(folders.uploads)) {
      const folder = folders.upload(id)
      const isOpen = isUuid(id) && (await isImportOpen(db, id))
      const isFilling = !isStart && (await ageOf(folder, now)) < UPLOAD_MS && !(await hasRow(db, id))
      if (!isOpen && !isFilling) await folders.remove(folder)
    }
    for (const id of await names(folders.exports)) {
      const folder = folders.export(id)
      if ((await ageOf(folder, now)) > EXPORT_DAYS * DAY_MS) await folders.remove(folder)
    }
  } catch (error) {
    log.error({ err: error }, 'sweep')
  }
}

/** An import whose job ended without it: cancelled before it began, or given up by a worker that was killed. */
async function settleImports(db: Db): Promise<void> {
  const ended = await db
    .selectFrom('import')
    .innerJoin('job', 'job.id', 'import.job_id')
    .select(['import.id', 'job.state', 'job.error', 'job.finished_at'])
    .where('import.state', 'in', ['queued', 'running'])
    .where('job.state', 'in', ['failed', 'cancelled'])
    .execute()
  for (const { id, state, error, finished_at } of ended) {
    await db
      .updateTable('import')
      .set({
        state: state === 'failed' ? 'failed' : 'cancelled',
        error: error === null ? null : JSON.stringify(error),
        finished_at,
      })
      .where('id', '=', id)
      .execute()
  }
}

async function sweepSnapshots(db: Db): Promise<void> {
  const orphans = await db
    .selectFrom('inventory_snapshot')
    .innerJoin('import', 'import.id', 'inventory_snapshot.import_id')
    .select('import.id')
    .where('inventory_snapshot.complete', '=', false)
    .where('import.state', 'not in', ['queued', 'running'])
    .execute()
  for (const { id } of orphans) await discardIncomplete(db, id)
}

async function isImportOpen(db: Db, id: string): Promise<boolean> {
  const row = await db.selectFrom('import').select('state').where('id', '=', id).executeTakeFirst()
  return row?.state === 'queued' || row?.state === 'running'
}

async function hasRow(db: Db, id: string): Promise<boolean> {
  if (!isUuid(id)) return false
  return (await db.selectFrom('import').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

async function names(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => [])
}

async function ageOf(folder: string, now: Date): Promise<number> {
  const found = await stat(folder).catch(() => null)
  return found ? now.getTime() - found.mtimeMs : 0
}
