import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { DEMO_CUSTOMER, DEMO_NAME, DEMO_SETTINGS, demoExports } from '@portolan/engine/demo/demo-estate'
import { instant } from '@portolan/engine/units'
import { writeExport } from '@portolan/files/csv/write-export'
import { createImport } from '../inventory/create-import.ts'
import type { ReceivedFile } from '../inventory/receive-upload.ts'
import { findJob } from '../jobs/store.ts'
import type { Ctx } from '../platform/context.ts'
import { createProject } from '../project/create-project.ts'
import { MAIN_SCENARIO } from '../project/store.ts'
import { updateScenario } from '../scenarios/scenarios.ts'
import type { Services } from '../services.ts'

export const DEMO_KEY = 'demo'
const POLL_MS = 100

/**
 * Gives an installation on which nobody has done anything yet a project to look at, by the way every project takes: an
 * upload, a job, a snapshot. Who deletes it never sees it again; a start that was interrupted here is finished by the next.
 *
 * @returns its key, once its plan is there; null when there is nothing to load
 */
export async function loadDemo(ctx: Ctx, services: Services): Promise<string | null> {
  const done = await ctx.db
    .selectFrom('audit')
    .select(['action', 'entity_id'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('action', 'in', ['projects.create', 'imports.create'])
    .limit(2)
    .execute()
  const project = done.length === 0 ? await createDemo(ctx, services) : await unfinishedDemo(ctx, done)
  if (project === null) return null
  services.log.info({ project }, 'loading the demo estate')
  const { job } = await createImport(ctx, services, project, (folder) => writeDemo(folder, ctx.now()))
  return (await isDone(ctx, job.id)) ? project : null
}

async function createDemo(ctx: Ctx, services: Services): Promise<string> {
  const { key } = await createProject(ctx, { name: DEMO_NAME, key: DEMO_KEY, customer: DEMO_CUSTOMER })
  await updateScenario(ctx, services, key, MAIN_SCENARIO, DEMO_SETTINGS, 'any')
  return key
}

/** The demo was created, and the server ended before it had anything in it. */
async function unfinishedDemo(
  ctx: Ctx,
  done: readonly { readonly action: string; readonly entity_id: string }[],
): Promise<string | null> {
  if (done.length > 1 || done[0].action !== 'projects.create') return null
  const row = await ctx.db.selectFrom('project').select('key').where('id', '=', done[0].entity_id).executeTakeFirst()
  return row?.key === DEMO_KEY ? DEMO_KEY : null
}

async function writeDemo(folder: string, now: Date): Promise<ReceivedFile[]> {
  const files: ReceivedFile[] = []
  for (const { file, tables } of demoExports(instant(now.getTime()))) {
    const name = `${file}.zip`
    await writeExport(join(folder, name), tables)
    files.push({ name, bytes: (await stat(join(folder, name))).size })
  }
  return files
}

async function isDone({ db, organisationId }: Ctx, jobId: string): Promise<boolean> {
  for (;;) {
    const job = await findJob(db, organisationId, jobId)
    if (job?.state !== 'queued' && job?.state !== 'running') return job?.state === 'done'
    await sleep(POLL_MS)
  }
}
