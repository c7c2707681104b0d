import type { Import } from '@portolan/contract/imports'
import type { Job } from '@portolan/contract/jobs'
import { findJob, jobAnswer } from '../jobs/store.ts'
import { audit } from '../platform/audit/audit.ts'
import { type Ctx, inTransaction, requirePermission } from '../platform/context.ts'
import { WrongStateError } from '../platform/errors.ts'
import { uuidv7 } from '../platform/ids.ts'
import { enqueue } from '../platform/jobs/queue.ts'
import { findProject, lockProject } from '../project/store.ts'
import type { Services } from '../services.ts'
import type { ReceivedFile } from './receive-upload.ts'
import { findImport, importAnswer } from './store.ts'

export const IMPORT_JOB = 'import'

export interface ImportJobInput {
  readonly importId: string
}

/**
 * Takes an upload and asks for the job that reads it. `receive` streams the files into the folder it is given; whatever
 * fails leaves nothing behind. The same idempotency key gives the import that is already there, and takes no files.
 */
export async function createImport(
  ctx: Ctx,
  services: Pick<Services, 'folders' | 'nudge'>,
  project: string,
  receive: (folder: string) => Promise<ReceivedFile[]>,
  idempotencyKey?: string,
): Promise<{ import: Import; job: Job }> {
  requirePermission(ctx, 'inventory:import')
  const { id: projectId, archived_at, key } = await findProject(ctx.db, ctx.organisationId, project)
  if (archived_at !== null) {
    throw new WrongStateError(`Project ${key} is archived; bring it back before importing into it.`, ['not archived'])
  }
  const earlier = idempotencyKey === undefined ? null : await earlierImport(ctx, projectId, idempotencyKey)
  if (earlier) return earlier

  const importId = uuidv7(ctx.now().getTime())
  const folder = services.folders.upload(importId)
  await services.folders.make(folder)
  try {
    const files = await receive(folder)
    const made = await inTransaction(ctx, async (tx) => {
      await lockProject(tx, ctx.organisationId, projectId)
      const input: ImportJobInput = { importId }
      const jobId = await enqueue(tx, ctx, { kind: IMPORT_JOB, input, projectId, idempotencyKey })
      await tx
        .insertInto('import')
        .values({
          id: importId,
          project_id: projectId,
          job_id: jobId,
          state: 'queued',
          files: JSON.stringify(files),
          error: null,
          snapshot_id: null,
          actor_name: ctx.actor.name,
          created_at: ctx.now(),
          finished_at: null,
        })
        .execute()
      const after = importAnswer(await findImport(tx, projectId, importId))
      await audit(tx, ctx, { action: 'imports.create', entity: 'import', entityId: importId, projectId, after })
      return { import: after, job: jobAnswer((await findJob(tx, ctx.organisationId, jobId))!, ctx.now()) }
    })
    services.nudge()
    return made
  } catch (error) {
    await services.folders.remove(folder)
    throw error
  }
}

async function earlierImport(
  ctx: Ctx,
  projectId: string,
  idempotencyKey: string,
): Promise<{ import: Import; job: Job } | null> {
  const job = await ctx.db
    .selectFrom('job')
    .selectAll()
    .where('organisation_id', '=', ctx.organisationId)
    .where('kind', '=', IMPORT_JOB)
    .where('idempotency_key', '=', idempotencyKey)
    .executeTakeFirst()
  if (!job) return null
  const { importId } = job.input as ImportJobInput
  return { import: importAnswer(await findImport(ctx.db, projectId, importId)), job: jobAnswer(job, ctx.now()) }
}
