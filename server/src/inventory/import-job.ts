import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { ExportError } from '@portolan/files/export-error'
import type { ImportOutput, PlanSummary } from '../estate/ops.ts'
import type { StoredSnapshot } from '../estate/protocol.ts'
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
import { findScenario, lockProject, MAIN_SCENARIO, type ScenarioRow } from '../project/store.ts'
import type { Services } from '../services.ts'
import type { ImportJobInput } from './create-import.ts'
import { partName } from './facts.ts'
import { beginSnapshot, completeSnapshot, discardIncomplete, ROWS_A_CHUNK, writeVms } from './write-snapshot.ts'

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
      return await readAndWrite(services, run, thread, row.project_id)
    } catch (error) {
      await giveUp(services, run, importId, error)
      throw error
    } finally {
      run.signal.removeEventListener('abort', stop)
      await thread.close()
    }
  }
}

async function readAndWrite(
  services: Services,
  run: JobRun,
  thread: EstateThread,
  projectId: string,
): Promise<ImportResult> {
  const { ctx, job, signal } = run
  const { db } = ctx
  const { importId } = job.input as ImportJobInput
  const folder = services.folders.upload(importId)
  const scenario = await findScenario(db, projectId, MAIN_SCENARIO)
  const output = await thread.ask(
    'import',
    {
      folder,
      paths: await uploadedFiles(folder),
      scenario: await scenarioData(db, scenario.id),
      known: await knownVms(db, projectId),
      now: ctx.now().getTime(),
    },
    { onProgress: ({ phase, done, total }) => run.progress(phase, done, total) },
  )
  await run.log(`Read ${output.vms} VMs from ${output.sources.map(({ file }) => file).join(', ')}`)

  const snapshot = {
    id: uuidv7(ctx.now().getTime()),
    projectId,
    importId,
    actorName: ctx.actor.name,
    now: ctx.now(),
  }
  run.progress('Saving', 0, output.vms)
  await beginSnapshot(db, snapshot, output, partName(scenario.settings))
  for (let from = 0; from < output.vms; from += ROWS_A_CHUNK) {
    signal.throwIfAborted()
    await writeVms(db, snapshot, from, await thread.ask('importRows', { from, count: ROWS_A_CHUNK }))
    run.progress('Saving', Math.min(output.vms, from + ROWS_A_CHUNK), output.vms)
  }
  const result: ImportResult = { importId, snapshotId: snapshot.id, vms: output.vms }
  await makeCurrent(run, projectId, result, output)
  const stored = { snapshotId: snapshot.id, asOf: output.asOf, estate: output.parts.estate, ids: output.parts.ids }
  await afterwards(services, importId, stored, scenario)
  return result
}

/**
 * The import is done whatever happens here. The upload goes; the thread of the pages gets the snapshot while it is at
 * hand, because the next question will be about it.
 */
async function afterwards(
  { folders, estates, log }: Services,
  importId: string,
  stored: StoredSnapshot,
  scenario: ScenarioRow,
): Promise<void> {
  await folders.remove(folders.upload(importId)).catch((error) => log.warn({ err: error, importId }, 'upload stays'))
  void estates
    .hold(stored)
    .then(() => estates.ask('warm', stored.snapshotId, scenario, {}))
    .catch((error) => log.warn({ err: error, importId }, 'snapshot is not held'))
}

/** The one moment in which the new snapshot appears, with everything that follows from it. */
async function makeCurrent(
  { ctx, job }: JobRun,
  projectId: string,
  result: ImportResult,
  output: ImportOutput,
): Promise<void> {
  const { importId, snapshotId } = result
  await ctx.db.transaction().execute(async (tx) => {
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
