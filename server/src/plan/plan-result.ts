import type { Selectable } from 'kysely'
import type { PlanSummary } from '../estate/ops.ts'
import { versionKeyOf } from '../estate/scenario-data.ts'
import type { Db, Tx } from '../platform/db/database.ts'
import type { Schema } from '../platform/db/schema.ts'

type ScenarioRow = Selectable<Schema['scenario']>

/** Keeps what was computed for a scenario and a snapshot: lists of projects show it without computing anything. */
export async function savePlanResult(
  tx: Tx,
  scenario: Pick<ScenarioRow, 'id' | 'version' | 'decisions_version'>,
  snapshotId: string,
  summary: PlanSummary,
  now: Date,
): Promise<void> {
  const row = {
    input_hash: versionKeyOf(scenario),
    summary: JSON.stringify(summary),
    computed_at: now,
  }
  await tx
    .insertInto('plan_result')
    .values({ scenario_id: scenario.id, snapshot_id: snapshotId, ...row })
    .onConflict((conflict) => conflict.columns(['scenario_id', 'snapshot_id']).doUpdateSet(row))
    .execute()
}

/** When the plan of a scenario was computed last; null before it was. */
export async function computedAt(db: Db, scenarioId: string, snapshotId: string): Promise<Date | null> {
  const row = await db
    .selectFrom('plan_result')
    .select('computed_at')
    .where('scenario_id', '=', scenarioId)
    .where('snapshot_id', '=', snapshotId)
    .executeTakeFirst()
  return row?.computed_at ?? null
}
