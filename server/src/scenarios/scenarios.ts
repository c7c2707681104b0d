import type { Scenario } from '@portolan/contract/scenarios'
import { Settings } from '@portolan/engine/settings'
import type { PlanSummary } from '../estate/ops.ts'
import { scenarioData, versionKeyOf } from '../estate/scenario-data.ts'
import { savePlanResult } from '../plan/plan-result.ts'
import { audit } from '../platform/audit/audit.ts'
import { overtaken, requireCurrent } from '../platform/audit/require-current.ts'
import { type Ctx, inTransaction, requirePermission } from '../platform/context.ts'
import type { IfMatch } from '../platform/http/etag.ts'
import { movePhase } from '../project/move-project.ts'
import { findProject, findScenario, lockProject, type ProjectRow, type ScenarioRow } from '../project/store.ts'
import type { Services } from '../services.ts'
import { changedKeys, changedSettings, touchesPlan } from './settings.ts'

export async function listScenarios(ctx: Ctx, project: string): Promise<{ rows: Scenario[] }> {
  requirePermission(ctx, 'project:read')
  const { id } = await findProject(ctx.db, ctx.organisationId, project)
  const rows = await ctx.db.selectFrom('scenario').selectAll().where('project_id', '=', id).orderBy('id').execute()
  return { rows: rows.map(scenarioAnswer) }
}

export async function getScenario(ctx: Ctx, project: string, name: string): Promise<Scenario> {
  requirePermission(ctx, 'project:read')
  const { id } = await findProject(ctx.db, ctx.organisationId, project)
  return scenarioAnswer(await findScenario(ctx.db, id, name))
}

/**
 * Changes settings. The plan is computed under the new ones first, outside of the transaction because it may take a
 * while; if somebody else was faster meanwhile nothing is changed.
 */
export async function updateScenario(
  ctx: Ctx,
  services: Services,
  project: string,
  name: string,
  change: Readonly<Record<string, unknown>>,
  ifMatch: IfMatch,
): Promise<Scenario> {
  requirePermission(ctx, 'plan:write')
  const row = await findProject(ctx.db, ctx.organisationId, project)
  const before = await findScenario(ctx.db, row.id, name)
  const what = `the scenario ${before.name} of ${row.key}`
  await requireCurrent(ctx.db, ctx, ifMatch, before, what)
  const settings = changedSettings(before.settings, change)
  const keys = changedKeys(Settings.parse(before.settings), settings)
  if (keys.length === 0) return scenarioAnswer(before)
  const summary = await summaryUnder(ctx, services, row, before, settings)

  return inTransaction(ctx, async (tx) => {
    const locked = await lockProject(tx, ctx.organisationId, row.id)
    const now = await findScenario(tx, row.id, name)
    if (now.version !== before.version) throw await overtaken(tx, ctx, before.id, what)
    const after = await tx
      .updateTable('scenario')
      .set({ settings: JSON.stringify(settings), version: before.version + 1, updated_at: ctx.now() })
      .where('id', '=', before.id)
      .returningAll()
      .executeTakeFirstOrThrow()
    if (summary && locked.current_snapshot_id === row.current_snapshot_id) {
      await savePlanResult(tx, after, locked.current_snapshot_id!, summary, ctx.now())
    }
    if (touchesPlan(keys)) await movePhase(tx, ctx, locked, 'approved_changed')
    await audit(tx, ctx, {
      action: 'scenarios.update',
      entity: 'scenario',
      entityId: before.id,
      projectId: row.id,
      before: only(before.settings, keys),
      after: only(settings, keys),
    })
    return scenarioAnswer(after)
  })
}

async function summaryUnder(
  ctx: Ctx,
  { estates }: Services,
  project: ProjectRow,
  before: ScenarioRow,
  settings: Settings,
): Promise<PlanSummary | null> {
  if (project.current_snapshot_id === null) return null
  const data = await scenarioData(ctx.db, before.id)
  const versionKey = versionKeyOf({ ...before, version: before.version + 1 })
  return estates.askUnder('summary', project.current_snapshot_id, { ...data, settings, versionKey }, {})
}

/** Every setting, also those that came with a newer version and are not stored yet. */
function scenarioAnswer(row: ScenarioRow): Scenario {
  return {
    id: row.id,
    name: row.name,
    settings: Settings.parse(row.settings),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    version: row.version,
  }
}

function only(settings: Readonly<Record<string, unknown>>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(keys.map((key) => [key, settings[key]]))
}
