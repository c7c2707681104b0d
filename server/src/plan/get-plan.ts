import type { PlanAnswer } from '@portolan/contract/plan'
import { plannedView } from '../inventory/current-view.ts'
import { audit } from '../platform/audit/audit.ts'
import { type Ctx, inTransaction, requirePermission } from '../platform/context.ts'
import { findProject } from '../project/store.ts'
import type { Services } from '../services.ts'
import { computedAt } from './plan-result.ts'
import { refreshPlan } from './refresh-plan.ts'

/** JSON of the plan of `main`. */
export async function getPlan(ctx: Ctx, services: Services, project: string): Promise<string> {
  requirePermission(ctx, 'project:read')
  const view = await plannedView(ctx, services, project)
  const at = (await computedAt(ctx.db, view.scenario.id, view.snapshotId)) ?? ctx.now()
  return view.ask('plan', { computedAt: at.toISOString() })
}

/** JSON of the clock and the decisions that the plan of `main` is made from. */
export async function getPlanGivens(ctx: Ctx, services: Services, project: string): Promise<string> {
  requirePermission(ctx, 'project:read')
  return (await plannedView(ctx, services, project)).ask('planGivens', {})
}

/** The plan input, or the canonical plan, as bytes. */
export async function planDocument(
  ctx: Ctx,
  services: Services,
  project: string,
  op: 'planInput' | 'canonicalPlan',
): Promise<Uint8Array> {
  requirePermission(ctx, 'project:read')
  return (await plannedView(ctx, services, project)).ask(op, {})
}

/** Computes the assessment and the plan again. They are never out of date, so this is for whoever wants to be sure. */
export async function assessProject(ctx: Ctx, services: Services, project: string): Promise<PlanAnswer> {
  requirePermission(ctx, 'plan:write')
  const { id } = await findProject(ctx.db, ctx.organisationId, project)
  const { scenario, snapshotId } = await plannedView(ctx, services, project)
  await services.estates.forget(snapshotId)
  await refreshPlan(ctx, services, id)
  await inTransaction(ctx, (tx) =>
    audit(tx, ctx, { action: 'plan.assess', entity: 'scenario', entityId: scenario.id, projectId: id }),
  )
  return JSON.parse(await getPlan(ctx, services, project)) as PlanAnswer
}
