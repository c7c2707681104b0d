import type { Ctx } from '../platform/context.ts'
import { findProject, findScenario, MAIN_SCENARIO } from '../project/store.ts'
import type { Services } from '../services.ts'
import { savePlanResult } from './plan-result.ts'

/** Computes the plan of `main` as it stands now and keeps its figures; nothing to do without an inventory. */
export async function refreshPlan(ctx: Ctx, { estates }: Pick<Services, 'estates'>, projectId: string): Promise<void> {
  const { current_snapshot_id: snapshotId } = await findProject(ctx.db, ctx.organisationId, projectId)
  if (snapshotId === null) return
  const scenario = await findScenario(ctx.db, projectId, MAIN_SCENARIO)
  const summary = await estates.ask('summary', snapshotId, scenario, {})
  await ctx.db.transaction().execute((tx) => savePlanResult(tx, scenario, snapshotId, summary, ctx.now()))
}
