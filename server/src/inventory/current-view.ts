import type { ViewOp } from '../estate/estates.ts'
import type { Ops } from '../estate/ops.ts'
import type { Ctx } from '../platform/context.ts'
import { NotFoundError, WrongStateError } from '../platform/errors.ts'
import { findProject, findScenario, MAIN_SCENARIO, type ProjectRow, type ScenarioRow } from '../project/store.ts'
import type { Services } from '../services.ts'

/** The current snapshot of a project under its scenario `main`: what pages ask about. */
export interface CurrentView {
  readonly project: ProjectRow
  readonly scenario: ScenarioRow
  readonly snapshotId: string
  ask<K extends ViewOp>(op: K, input: Omit<Ops[K]['input'], 'view'>): Promise<Ops[K]['output']>
}

/** @throws NotFoundError when nothing was imported yet */
export async function currentView(
  ctx: Ctx,
  { estates }: Pick<Services, 'estates'>,
  name: string,
): Promise<CurrentView> {
  const project = await findProject(ctx.db, ctx.organisationId, name)
  const { current_snapshot_id: snapshotId } = project
  if (snapshotId === null) throw new NotFoundError(`inventory in project ${project.key}: import an export first`)
  const scenario = await findScenario(ctx.db, project.id, MAIN_SCENARIO)
  return { project, scenario, snapshotId, ask: (op, input) => estates.ask(op, snapshotId, scenario, input) }
}

/** The same for what needs a plan: a project without one is in the wrong state for it. */
export async function plannedView(ctx: Ctx, services: Pick<Services, 'estates'>, name: string): Promise<CurrentView> {
  const { current_snapshot_id, key } = await findProject(ctx.db, ctx.organisationId, name)
  if (current_snapshot_id === null) {
    throw new WrongStateError(`Project ${key} has no plan yet: import an export first.`, ['assessment', 'planned'])
  }
  return currentView(ctx, services, name)
}
