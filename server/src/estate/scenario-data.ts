import { NO_MAPPING_DECISIONS } from '@portolan/engine/mapping/mapping-decisions'
import type { Selectable } from 'kysely'
import type { Db, Tx } from '../platform/db/database.ts'
import type { Schema } from '../platform/db/schema.ts'
import type { ScenarioData } from './protocol.ts'

type ScenarioRow = Selectable<Schema['scenario']>

export function versionKeyOf({
  version,
  decisions_version,
}: Pick<ScenarioRow, 'version' | 'decisions_version'>): string {
  return `${version}.${decisions_version}`
}

/** A scenario with everything that people decided in it, as an estate thread takes it. */
export async function scenarioData(db: Db | Tx, scenarioId: string): Promise<ScenarioData> {
  const scenario = await db.selectFrom('scenario').selectAll().where('id', '=', scenarioId).executeTakeFirstOrThrow()
  const decisions = await db.selectFrom('vm_decision').selectAll().where('scenario_id', '=', scenarioId).execute()
  const accepted = await db
    .selectFrom('accepted_finding')
    .selectAll()
    .where('scenario_id', '=', scenarioId)
    .orderBy('rule')
    .orderBy('vm_id')
    .execute()
  return {
    id: scenario.id,
    versionKey: versionKeyOf(scenario),
    settings: scenario.settings,
    decisions: decisions.map((row) => ({
      vmId: row.vm_id,
      status: row.status,
      statusNote: row.status_note,
      modeOverride: row.mode_override,
      excluded: row.excluded,
      excludeReason: row.exclude_reason,
      priority: row.priority,
      fixMinutes: row.fix_minutes,
      version: row.version,
    })),
    accepted: accepted.map((row) => ({
      rule: row.rule,
      vmId: row.vm_id,
      reason: row.reason,
      acceptedBy: row.accepted_by,
    })),
    ...{ tenants: [], vmTenants: [], tenantFilters: [], clusterScope: [] },
    ...NO_MAPPING_DECISIONS,
  }
}
