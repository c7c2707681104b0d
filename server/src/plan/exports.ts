import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Job } from '@portolan/contract/jobs'
import type { EXPORT_FORMATS } from '@portolan/contract/plan'
import { loadSnapshot } from '../estate/estates.ts'
import { scenarioData } from '../estate/scenario-data.ts'
import { EstateThread } from '../estate/thread.ts'
import { plannedView } from '../inventory/current-view.ts'
import { findJob, jobAnswer } from '../jobs/store.ts'
import { audit } from '../platform/audit/audit.ts'
import { type Ctx, inTransaction, requirePermission } from '../platform/context.ts'
import { NotFoundError } from '../platform/errors.ts'
import { enqueue } from '../platform/jobs/queue.ts'
import type { JobExecutor } from '../platform/jobs/worker.ts'
import { findProject } from '../project/store.ts'
import type { Services } from '../services.ts'

export const EXPORT_JOB = 'export'
type Format = (typeof EXPORT_FORMATS)[number]

interface ExportInput {
  readonly snapshotId: string
  readonly scenarioId: string
  readonly formats: readonly Format[]
}

/** Asks for the reports of the plan as it stands when the job begins. */
export async function createExport(
  ctx: Ctx,
  services: Services,
  project: string,
  formats: readonly Format[],
  idempotencyKey?: string,
): Promise<Job> {
  requirePermission(ctx, 'export:create')
  const { project: row, scenario, snapshotId } = await plannedView(ctx, services, project)
  const job = await inTransaction(ctx, async (tx) => {
    const input: ExportInput = { snapshotId, scenarioId: scenario.id, formats }
    const id = await enqueue(tx, ctx, { kind: EXPORT_JOB, input, projectId: row.id, idempotencyKey })
    await audit(tx, ctx, {
      action: 'exports.create',
      entity: 'job',
      entityId: id,
      projectId: row.id,
      after: { formats },
    })
    return jobAnswer((await findJob(tx, ctx.organisationId, id))!, ctx.now())
  })
  services.nudge()
  return job
}

/** Writes the reports into the folder of the job, in a thread of its own. Run again it writes the same files again. */
export function exportExecutor(services: Services): JobExecutor {
  return async ({ job, ctx, signal, progress }) => {
    const { snapshotId, scenarioId, formats } = job.input as ExportInput
    const folder = services.folders.export(job.id)
    const thread = new EstateThread()
    const stop = () => void thread.close()
    signal.addEventListener('abort', stop)
    try {
      signal.throwIfAborted()
      progress('Loading', 0, 0)
      await loadSnapshot(ctx.db, thread, snapshotId)
      const scenario = await scenarioData(ctx.db, scenarioId)
      await thread.ask('scenario', scenario)
      await services.folders.make(folder)
      const view = { snapshotId, scenarioId, versionKey: scenario.versionKey }
      const input = { view, folder, formats, generatedAt: ctx.now().getTime() }
      const files = await thread.ask('report', input, {
        onProgress: ({ phase, done, total }) => progress(phase, done, total),
      })
      return { files }
    } catch (error) {
      await services.folders.remove(folder)
      throw error
    } finally {
      signal.removeEventListener('abort', stop)
      await thread.close()
    }
  }
}

export interface Download {
  readonly name: string
  readonly bytes: number
  stream(): Readable
}

/** A file that an export wrote; exports are kept for a week. */
export async function downloadExport(
  ctx: Ctx,
  { folders }: Services,
  project: string,
  jobId: string,
  file: string,
): Promise<Download> {
  requirePermission(ctx, 'export:create')
  const { id } = await findProject(ctx.db, ctx.organisationId, project)
  const job = await findJob(ctx.db, ctx.organisationId, jobId)
  if (job?.project_id !== id || job.kind !== EXPORT_JOB)
    throw new NotFoundError(`export ${jobId} in project ${project}`)
  const written = (job.result as { files: { name: string }[] } | null)?.files ?? []
  // Only what the job says it wrote: a name from outside never becomes a path.
  const found = written.find(({ name }) => name === file)
  const path = found && join(folders.export(jobId), basename(found.name))
  const bytes =
    path === undefined
      ? null
      : await stat(path).then(
          ({ size }) => size,
          () => null,
        )
  if (path === undefined || bytes === null)
    throw new NotFoundError(`file ${file} of this export; exports are kept for seven days`)
  return { name: file, bytes, stream: () => createReadStream(path) }
}
