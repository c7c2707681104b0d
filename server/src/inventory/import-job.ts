import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { ExportError } from '@portolan/files/export-error'
import { IMPORT_PARTS, type ImportOutput, type PlanSummary } from '../estate/ops.ts'
import { writePart } from '../estate/parts.ts'
import type { ScenarioData } from '../estate/protocol.ts'
import { scenarioData } from '../estate/scenario-data.ts'
import { EstateThread } from '../estate/thread.ts'
import { savePlanResult } from '../plan/plan-result.ts'
import { audit } from '../platform/audit/audit.ts'
import type { Db } from '../platform/db/database.ts'
import { storableJson } from '../platform/db/storable.ts'
import { CodedError } from '../platform/errors.ts'
import { uuidv7 } from '../platform/ids.ts'
import { assertFence, completeJob, LeaseLostError } from '../platform/jobs/queue.ts'
import type { JobExecutor, JobRun } from '../platform/jobs/worker.ts'
import { movePhase, saveProject } from '../project/move-project.ts'
import { findScenario, lockProject, MAIN_SCENARIO } from '../project/store.ts'
import type { Services } from '../services.ts'
import type { ImportJobInput } from './create-import.ts'
import { partName } from './facts.ts'
import {
  beginSnapshot,
  completeSnapshot,
  discardIncomplete,
  ROWS_A_CHUNK,
  type SnapshotToWrite,
  writeVms,
} from './write-snapshot.ts'

/** What the page of the job shows. */
interface ImportResult {
  readonly importId: string
  readonly snapshotId: string
  readonly vms: number
}

/**
 * Reads an upload in a thread of its own and makes a snapshot of it. Everything is written while nobody can see it; one
 * transaction then makes it current. Killed before, the job begins again; killed after, it is done.
 */
export function importExecutor(services: Services): JobExecutor {
  return async (run) => {
    const { importId } = run.job.input as ImportJobInput
    const { db } = run.ctx
    const row = await db.selectFrom('import').selectAll().where('id', '=', importId).executeTakeFirst()
    if (!row) throw new CodedError('not_found', 'The import was removed with its project or inventory.')
    await discardIncomplete(db, importId)
    await db.updateTable('import').set({ state: 'running' }).where('id', '=', importId).execute()
    const thread = new EstateThread()
    const stop = () => void thread.close()
    run.signal.addEventListener('abort', stop)
    try {
      run.signal.throwIfAborted()
      const result = await readAndWrite(services, run, thread, row.project_id)
      await removeUpload(services, importId)
      return result
    } catch (error) {
      await thread.close()
      await giveUp(services, run, importId, error)
      throw error
    } finally {
      run.signal.removeEventListener('abort', stop)
    }
  }
}

async function readAndWrite(
  services: Services,
  run: JobRun,
  thread: EstateThread,
  projectId: string,
): Promise<ImportResult> {
  const { ctx, job } = run
  const { db } = ctx
  const { importId } = job.input as ImportJobInput
  const snapshot = {
    id: uuidv7(ctx.now().getTime()),
    projectId,
    importId,
    actorName: ctx.actor.name,
    now: ctx.now(),
  }
  const folder = services.folders.upload(importId)
  const scenario = await scenarioData(db, (await findScenario(db, projectId, MAIN_SCENARIO)).id)
  const output = await thread.ask(
    'import',
    {
      snapshotId: snapshot.id,
      folder,
      paths: await uploadedFiles(folder),
      scenario,
      known: await knownVms(db, projectId),
      now: ctx.now().getTime(),
    },
    { onProgress: ({ phase, done, total }) => run.progress(phase, done, total) },
  )
  await run.log(`Read ${output.vms} VMs from ${output.sources.map(({ file }) => file).join(', ')}`)

  run.progress('Saving', 0, output.vms)
  await beginSnapshot(db, snapshot, output)
  await bothOrNeither(writeParts(run, thread, snapshot.id, scenario), writeRows(run, thread, snapshot, output.vms))
  const result: ImportResult = { importId, snapshotId: snapshot.id, vms: output.vms }
  await thread.ask('importWritten', null)
  await handOver(services, thread, result, () => makeCurrent(run, projectId, result, output))
  return result
}

/**
 * The thread that read the import goes on as the one that pages ask, because the next question will be about what it
 * holds: from before the snapshot is current, so that no question comes too early.
 */
async function handOver(
  { estates }: Services,
  thread: EstateThread,
  { snapshotId, vms }: ImportResult,
  makeCurrent: () => Promise<{ readonly previousSnapshotId: string | null }>,
): Promise<void> {
  estates.adopt(snapshotId, vms, thread)
  try {
    const { previousSnapshotId } = await makeCurrent()
    if (previousSnapshotId !== null) estates.forget(previousSnapshotId)
  } catch (error) {
    estates.forget(snapshotId)
    throw error
  }
}

/** Packs in the thread while the database is busy with rows; then the thread makes what the first pages will ask for. */
async function writeParts(
  { ctx, signal }: JobRun,
  thread: EstateThread,
  snapshotId: string,
  { id: scenarioId, versionKey, settings }: ScenarioData,
): Promise<void> {
  const factsName = partName(settings)
  for (const name of IMPORT_PARTS) {
    signal.throwIfAborted()
    const bytes = await thread.ask('importPart', { name })
    await writePart(ctx.db, snapshotId, name === 'facts' ? factsName : name, bytes)
  }
  await thread.ask('warm', { view: { snapshotId, scenarioId, versionKey } })
}

/** The next rows are made while the database writes the ones before. */
async function writeRows(run: JobRun, thread: EstateThread, snapshot: SnapshotToWrite, vms: number): Promise<void> {
  const rowsFrom = (from: number) => thread.ask('importRows', { from, count: ROWS_A_CHUNK })
  let next = rowsFrom(0)
  for (let from = 0; from < vms; from += ROWS_A_CHUNK) {
    const rows = await next
    run.signal.throwIfAborted()
    next = rowsFrom(from + ROWS_A_CHUNK)
    // Refused when the writing fails or somebody cancels: that is said by the one who waits for it.
    next.catch(() => undefined)
    await writeVms(run.ctx.db, snapshot, from, rows)
    run.progress('Saving', Math.min(vms, from + ROWS_A_CHUNK), vms)
  }
}

/** Waits for both even when one fails: nobody may write any more once what was written is taken back. */
async function bothOrNeither(...work: readonly Promise<void>[]): Promise<void> {
  for (const settled of await Promise.allSettled(work)) if (settled.status === 'rejected') throw settled.reason
}

/** The import is done whatever happens here; what stays is cleared at the next sweep. */
async function removeUpload({ folders, log }: Services, importId: string): Promise<void> {
  await folders.remove(folders.upload(importId)).catch((error) => log.warn({ err: error, importId }, 'upload stays'))
}

/** The one moment in which the new snapshot appears, with everything that follows from it. */
async function makeCurrent(
  { ctx, job }: JobRun,
  projectId: string,
  result: ImportResult,
  output: ImportOutput,
): Promise<{ previousSnapshotId: string | null }> {
  const { importId, snapshotId } = result
  return ctx.db.transaction().execute(async (tx) => {
    await assertFence(tx, job)
    const project = await lockProject(tx, ctx.organisationId, projectId)
    const number = await completeSnapshot(tx, projectId, snapshotId)
    const phase = await movePhase(tx, ctx, project, 'import_accepted')
    await movePhase(tx, ctx, { ...project, phase }, 'approved_changed')
    await saveProject(tx, ctx, project, { current_snapshot_id: snapshotId })
    const scenario = await findScenario(tx, projectId, MAIN_SCENARIO)
    await savePlanResult(tx, scenario, snapshotId, output.summary satisfies PlanSummary, ctx.now())
    await tx
      .updateTable('import')
      .set({ state: 'done', snapshot_id: snapshotId, finished_at: ctx.now() })
      .where('id', '=', importId)
      .execute()
    await audit(tx, ctx, {
      action: 'imports.accept',
      entity: 'snapshot',
      entityId: snapshotId,
      projectId,
      before: { snapshotId: project.current_snapshot_id },
      after: { snapshotId, number, vms: output.vms, sources: output.sources },
    })
    await completeJob(tx, job, result)
    return { previousSnapshotId: project.current_snapshot_id }
  })
}

/** Leaves no trace of an import that ends here; one that another worker or the next start takes up is left as it is. */
async function giveUp(
  services: Services,
  { ctx, job, signal }: JobRun,
  importId: string,
  error: unknown,
): Promise<void> {
  const isRefusal = error instanceof ExportError || error instanceof CodedError
  const isCancelled = signal.aborted && !(signal.reason instanceof LeaseLostError)
  if (!isCancelled && (signal.aborted || error instanceof LeaseLostError)) return
  if (!isCancelled && !isRefusal && job.attempt < job.max_attempts) return
  const failure = {
    code: error instanceof ExportError || error instanceof CodedError ? error.code : 'internal',
    message: error instanceof Error ? error.message : String(error),
  }
  await discardIncomplete(ctx.db, importId)
  await ctx.db
    .updateTable('import')
    .set({
      state: isCancelled ? 'cancelled' : 'failed',
      error: isCancelled ? null : storableJson(failure),
      finished_at: ctx.now(),
    })
    .where('id', '=', importId)
    .where('state', '!=', 'done')
    .execute()
  await services.folders.remove(services.folders.upload(importId))
}

async function uploadedFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => {
    throw new CodedError('not_found', 'The uploaded files are gone; import them again.')
  })
  return names.sort().map((name) => join(folder, name))
}

const KNOWN_ROWS = 5000

/** VMs of earlier snapshots, page by page. */
async function knownVms(db: Db, projectId: string): Promise<{ ids: string[]; identities: string[]; uuids: string[] }> {
  const known = { ids: [] as string[], identities: [] as string[], uuids: [] as string[] }
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('vm')
      .select(['id', 'identity', 'instance_uuid'])
      .where('project_id', '=', projectId)
      .where('identity', '>', after)
      .orderBy('identity')
      .limit(KNOWN_ROWS)
      .execute()
    for (const { id, identity, instance_uuid } of rows) {
      known.ids.push(id)
      known.identities.push(identity)
      known.uuids.push(instance_uuid)
    }
    if (rows.length < KNOWN_ROWS) return known
    after = rows[rows.length - 1].identity
  }
}
