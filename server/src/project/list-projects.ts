import type { Project } from '@portolan/contract/projects'
import { type Ctx, requirePermission } from '../platform/context.ts'
import { pageRows } from '../platform/http/paging.ts'
import { findProject, type ProjectRow, projectAnswer, totalsOf } from './store.ts'

export async function listProjects(
  ctx: Ctx,
  query: { search?: string; status?: ProjectRow['status']; archived: 'true' | 'false'; cursor?: string; limit: number },
): Promise<{ rows: Project[]; nextCursor: string | null }> {
  requirePermission(ctx, 'project:read')
  let select = ctx.db
    .selectFrom('project')
    .selectAll()
    .where('organisation_id', '=', ctx.organisationId)
    .where('archived_at', query.archived === 'true' ? 'is not' : 'is', null)
  if (query.status !== undefined) select = select.where('status', '=', query.status)
  if (query.search !== undefined && query.search.trim() !== '') {
    const like = `%${query.search.trim().replace(/[\\%_]/g, '\\$&')}%`
    select = select.where((where) =>
      where.or([where('name', 'ilike', like), where('key', 'ilike', like), where('customer', 'ilike', like)]),
    )
  }
  if (query.cursor !== undefined) select = select.where('id', '<', query.cursor)
  const found = await select
    .orderBy('id', 'desc')
    .limit(query.limit + 1)
    .execute()
  const { rows, nextCursor } = pageRows(found, query.limit, (row) => row.id)
  const totals = await totalsOf(
    ctx.db,
    rows.map((row) => row.id),
  )
  return { rows: rows.map((row) => projectAnswer(row, totals.get(row.id) ?? null)), nextCursor }
}

export async function projectHistory(ctx: Ctx, project: string, query: { cursor?: string; limit: number }) {
  requirePermission(ctx, 'project:read')
  const { id } = await findProject(ctx.db, ctx.organisationId, project)
  let select = ctx.db.selectFrom('project_event').selectAll().where('project_id', '=', id)
  if (query.cursor !== undefined) select = select.where('id', '<', query.cursor)
  const found = await select
    .orderBy('id', 'desc')
    .limit(query.limit + 1)
    .execute()
  const { rows, nextCursor } = pageRows(found, query.limit, (row) => row.id)
  return {
    rows: rows.map((row) => ({
      id: row.id,
      field: row.field,
      event: row.event,
      from: row.from_state,
      to: row.to_state,
      reason: row.reason,
      actorName: row.actor_name,
      at: row.at.toISOString(),
    })),
    nextCursor,
  }
}
