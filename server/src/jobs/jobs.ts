import { setTimeout as sleep } from 'node:timers/promises'
import { cancelJob, getJob, type Job, jobEvents, listJobs } from '@portolan/contract/jobs'
import { audit } from '../platform/audit/audit.ts'
import { type Ctx, inTransaction } from '../platform/context.ts'
import { NotFoundError, WrongStateError } from '../platform/errors.ts'
import { type Bound, bind } from '../platform/http/bind.ts'
import { pageRows } from '../platform/http/paging.ts'
import { findProject } from '../project/store.ts'
import { findJob, type JobRow, jobAnswer } from './store.ts'

const EVENT_MS = 400
const ENDED: readonly JobRow['state'][] = ['done', 'failed', 'cancelled']

async function jobOf(ctx: Ctx, id: string): Promise<JobRow> {
  const row = await findJob(ctx.db, ctx.organisationId, id)
  if (!row) throw new NotFoundError(`job ${id}`)
  return row
}

async function listTheJobs(
  ctx: Ctx,
  query: { project?: string; state?: JobRow['state']; cursor?: string; limit: number },
) {
  let select = ctx.db.selectFrom('job').selectAll().where('organisation_id', '=', ctx.organisationId)
  if (query.project !== undefined) {
    select = select.where('project_id', '=', (await findProject(ctx.db, ctx.organisationId, query.project)).id)
  }
  if (query.state !== undefined) select = select.where('state', '=', query.state)
  // Ids are UUIDv7: their order is the order of creation.
  if (query.cursor !== undefined) select = select.where('id', '<', query.cursor)
  const rows = await select
    .orderBy('id', 'desc')
    .limit(query.limit + 1)
    .execute()
  const page = pageRows(rows, query.limit, (row) => row.id)
  return { rows: page.rows.map((row) => jobAnswer(row, ctx.now())), nextCursor: page.nextCursor }
}

/** Asks a job to stop. One that nobody has begun is cancelled at once. */
async function cancelTheJob(ctx: Ctx, id: string): Promise<Job> {
  const before = await jobOf(ctx, id)
  if (ENDED.includes(before.state)) {
    throw new WrongStateError(`The job is ${before.state} already`, ['queued', 'running'])
  }
  return inTransaction(ctx, async (tx) => {
    const now = ctx.now()
    await tx
      .updateTable('job')
      .set((row) => ({
        cancel_requested: true,
        state: row
          .case()
          .when('state', '=', 'queued')
          .then('cancelled' as const)
          .else(row.ref('state'))
          .end(),
        finished_at: row.case().when('state', '=', 'queued').then(now).else(row.ref('finished_at')).end(),
      }))
      .where('id', '=', id)
      .execute()
    await audit(tx, ctx, { action: 'jobs.cancel', entity: 'job', entityId: id, projectId: before.project_id })
    return jobAnswer((await findJob(tx, ctx.organisationId, id))!, now)
  })
}

export const jobRoutes: readonly Bound[] = [
  bind(listJobs, (ctx, { query }) => listTheJobs(ctx, query)),
  bind(getJob, async (ctx, { params }) => jobAnswer(await jobOf(ctx, params.job), ctx.now())),
  bind(cancelJob, (ctx, { params }) => cancelTheJob(ctx, params.job)),
  bind(jobEvents, async (ctx, { params }, { request, reply }) => {
    let row = await jobOf(ctx, params.job)
    reply.hijack()
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-request-id': ctx.requestId,
    })
    let last = ''
    while (!request.raw.destroyed && !reply.raw.destroyed) {
      const data = JSON.stringify(jobAnswer(row, ctx.now()))
      if (data !== last) reply.raw.write(`event: job\ndata: ${data}\n\n`)
      last = data
      if (ENDED.includes(row.state)) break
      await sleep(EVENT_MS)
      row = await jobOf(ctx, params.job)
    }
    reply.raw.end()
  }),
]
