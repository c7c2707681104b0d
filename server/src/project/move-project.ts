import type { Project } from '@portolan/contract/projects'
import {
  nextPhase,
  nextStatus,
  type ProjectPhaseEvent,
  type ProjectStatusAction,
} from '@portolan/engine/project/states'
import { audit } from '../platform/audit/audit.ts'
import { requireCurrent } from '../platform/audit/require-current.ts'
import { type Ctx, inTransaction, requirePermission } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { WrongStateError } from '../platform/errors.ts'
import type { IfMatch } from '../platform/http/etag.ts'
import { uuidv7 } from '../platform/ids.ts'
import { answerOf, lockProject, type ProjectRow } from './store.ts'

/** Starts, holds, completes, cancels or reopens a project. */
export async function changeProjectStatus(
  ctx: Ctx,
  project: string,
  action: ProjectStatusAction,
  reason: string,
): Promise<Project> {
  requirePermission(ctx, 'project:write')
  return inTransaction(ctx, async (tx) => {
    const before = await lockProject(tx, ctx.organisationId, project)
    const moved = nextStatus(before.status, action)
    if ('refused' in moved) throw new WrongStateError(moved.refused, moved.allowedFrom)
    const after = await saveProject(tx, ctx, before, { status: moved.to })
    await recordMove(tx, ctx, before.id, { field: 'status', event: action, from: before.status, to: moved.to, reason })
    return audited(tx, ctx, 'projects.status', before, after)
  })
}

/** Approves the plan; what changes it later takes the approval back. */
export async function approveProject(ctx: Ctx, project: string): Promise<Project> {
  requirePermission(ctx, 'project:approve')
  return inTransaction(ctx, async (tx) => {
    const before = await lockProject(tx, ctx.organisationId, project)
    await movePhase(tx, ctx, before, 'approve')
    const after = await saveProject(tx, ctx, before, {
      phase: 'approved',
      approved_at: ctx.now(),
      approved_by: ctx.actor.name,
    })
    return audited(tx, ctx, 'projects.approve', before, after)
  })
}

export async function archiveProject(ctx: Ctx, project: string, archived: boolean): Promise<Project> {
  requirePermission(ctx, 'project:delete')
  return inTransaction(ctx, async (tx) => {
    const before = await lockProject(tx, ctx.organisationId, project)
    const after = await saveProject(tx, ctx, before, {
      archived_at: archived ? (before.archived_at ?? ctx.now()) : null,
    })
    return audited(tx, ctx, 'projects.archive', before, after)
  })
}

export async function updateProject(
  ctx: Ctx,
  project: string,
  change: { name?: string; customer?: string | null },
  ifMatch: IfMatch,
): Promise<Project> {
  requirePermission(ctx, 'project:write')
  return inTransaction(ctx, async (tx) => {
    const before = await lockProject(tx, ctx.organisationId, project)
    await requireCurrent(tx, ctx, ifMatch, before, `project ${before.key}`)
    const after = await saveProject(tx, ctx, before, {
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.customer === undefined ? {} : { customer: change.customer ?? '' }),
    })
    return audited(tx, ctx, 'projects.update', before, after)
  })
}

/**
 * Moves the phase as the table says and records it; the phase after it. A quiet event that means nothing here changes
 * nothing. The caller holds the project's lock.
 *
 * @throws WrongStateError naming the phases that allow it
 */
export async function movePhase(
  tx: Tx,
  ctx: Ctx,
  project: ProjectRow,
  event: ProjectPhaseEvent,
): Promise<ProjectRow['phase']> {
  const moved = nextPhase(project.phase, event)
  if ('refused' in moved) throw new WrongStateError(moved.refused, moved.allowedFrom)
  if (moved.to === project.phase) return moved.to
  await tx
    .updateTable('project')
    .set({ phase: moved.to, ...(moved.to === 'approved' ? {} : { approved_at: null, approved_by: null }) })
    .where('id', '=', project.id)
    .execute()
  await recordMove(tx, ctx, project.id, { field: 'phase', event, from: project.phase, to: moved.to, reason: '' })
  return moved.to
}

export async function saveProject(
  tx: Tx,
  ctx: Ctx,
  before: ProjectRow,
  change: Partial<Omit<ProjectRow, 'id' | 'version'>>,
): Promise<ProjectRow> {
  return tx
    .updateTable('project')
    .set({ ...change, updated_at: ctx.now(), version: before.version + 1 })
    .where('id', '=', before.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

async function recordMove(
  tx: Tx,
  ctx: Ctx,
  projectId: string,
  move: { field: 'status' | 'phase'; event: string; from: string; to: string; reason: string },
): Promise<void> {
  await tx
    .insertInto('project_event')
    .values({
      id: uuidv7(),
      project_id: projectId,
      field: move.field,
      event: move.event,
      from_state: move.from,
      to_state: move.to,
      reason: move.reason,
      actor_name: ctx.actor.name,
      at: ctx.now(),
    })
    .execute()
}

async function audited(tx: Tx, ctx: Ctx, action: string, before: ProjectRow, after: ProjectRow): Promise<Project> {
  const answer = await answerOf(tx, after)
  const { totals: _, ...changed } = answer
  await audit(tx, ctx, {
    action,
    entity: 'project',
    entityId: after.id,
    projectId: after.id,
    before: {
      name: before.name,
      customer: before.customer,
      status: before.status,
      phase: before.phase,
      archived: before.archived_at !== null,
    },
    after: changed,
  })
  return answer
}
