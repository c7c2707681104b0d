import type { DecidedVm } from '@portolan/engine/project/vm-decision'
import { sql } from 'kysely'
import type { Tx } from '../platform/db/database.ts'

/** What is decided about some VMs, by id; a VM about which nobody decided is absent. */
export async function decisionsOf(tx: Tx, scenarioId: string, ids: readonly string[]): Promise<Map<string, DecidedVm>> {
  const { rows } = await sql<{ vm_id: string } & DecidedVm>`
    select vm_id, status, status_note as "statusNote", mode_override as "modeOverride", excluded,
      exclude_reason as "excludeReason", priority, fix_minutes as "fixMinutes"
    from vm_decision
    where scenario_id = ${scenarioId} and vm_id = any(${[...ids]}::uuid[])`.execute(tx)
  return new Map(rows.map(({ vm_id, ...decided }) => [vm_id, decided]))
}

/** Keeps decisions about any number of VMs in one statement. */
export async function saveDecisions(
  tx: Tx,
  scenarioId: string,
  decided: ReadonlyMap<string, DecidedVm>,
  { by, now }: { readonly by: string; readonly now: Date },
): Promise<void> {
  const ids = [...decided.keys()]
  const all = [...decided.values()]
  const column = <K extends keyof DecidedVm>(field: K) => all.map((it) => it[field])
  await sql`
    insert into vm_decision (scenario_id, vm_id, status, status_note, mode_override, excluded, exclude_reason, priority,
      fix_minutes, updated_at, updated_by)
    select ${scenarioId}, given.*, ${now}, ${by}
    from unnest(${ids}::uuid[], ${column('status')}::text[], ${column('statusNote')}::text[],
      ${column('modeOverride')}::text[], ${column('excluded')}::boolean[], ${column('excludeReason')}::text[],
      ${column('priority')}::integer[], ${column('fixMinutes')}::double precision[]) as given
    on conflict (scenario_id, vm_id) do update set
      status = excluded.status, status_note = excluded.status_note, mode_override = excluded.mode_override,
      excluded = excluded.excluded, exclude_reason = excluded.exclude_reason, priority = excluded.priority,
      fix_minutes = excluded.fix_minutes, version = vm_decision.version + 1, updated_at = excluded.updated_at,
      updated_by = excluded.updated_by`.execute(tx)
}

/** Says that something was decided: whoever holds a plan of the scenario has to make it again. */
export async function bumpDecisions(tx: Tx, scenarioId: string): Promise<void> {
  await tx
    .updateTable('scenario')
    .set((row) => ({ decisions_version: sql<number>`${row.ref('decisions_version')} + 1` }))
    .where('id', '=', scenarioId)
    .execute()
}
