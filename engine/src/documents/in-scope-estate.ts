import type { Assessment, Finding } from '../assessment/assessment.ts'
import type { VmFacts } from '../inventory/facts.ts'
import { sourceNetworks } from '../networks/source-networks.ts'
import type { MigrationPlan } from '../schedule/migration.ts'
import type { Schedule, VmTimes } from '../schedule/schedule.ts'
import type { Scope } from '../scope/scope.ts'
import type { ResolvedTenancy } from '../tenancy/resolved-tenancy.ts'
import type { AssessedEstate } from './assessed-estate.ts'

/**
 * The same estate without the VMs that are out of scope: as if the export had never named them. Whatever sums over VMs,
 * and is to count what migrates alone, sums over this; where nothing is excluded it is the estate itself.
 *
 * `estate` stays the whole inventory, all tenants stay with what of them is in scope, and the counts of `scope` stay those
 * of the whole, for "x of y" and for the reasons.
 */
export function inScopeEstate(assessed: AssessedEstate): AssessedEstate {
  const { estate, facts, assessment, tenancy, plan, scope } = assessed
  const rows = rowsInScope(scope)
  if (rows.length === facts.count) return assessed
  const isWanted = new Uint8Array(estate.vms.count)
  for (const row of rows) isWanted[facts.vm[row]] = 1
  return {
    ...assessed,
    facts: factsOf(facts, rows),
    assessment: assessmentOf(assessment, rows),
    tenancy: tenancyOf(tenancy, rows),
    networks: sourceNetworks(estate, (vm) => isWanted[vm] === 1),
    plan: planOf(plan, rows),
    scope: { ...scope, inScope: new Uint8Array(rows.length).fill(1), excludedBy: new Uint32Array(rows.length) },
  }
}

function rowsInScope({ inScope }: Pick<Scope, 'inScope'>): Uint32Array {
  const rows = new Uint32Array(inScope.reduce((sum, it) => sum + it, 0))
  let next = 0
  for (let row = 0; row < inScope.length; row++) if (inScope[row] === 1) rows[next++] = row
  return rows
}

type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array

function picked<T extends Column>(column: T, rows: Uint32Array): T {
  const some = column.slice(0, rows.length) as T
  for (let i = 0; i < rows.length; i++) some[i] = column[rows[i]]
  return some
}

/** Every typed array of a table that is aligned with `VmFacts`, cut to these rows; the rest as it is. */
function pickedColumns<T extends object>(table: T, rows: Uint32Array): T {
  const entries = Object.entries(table).map(([name, value]) => [
    name,
    ArrayBuffer.isView(value) ? picked(value as Column, rows) : value,
  ])
  return Object.fromEntries(entries) as T
}

function factsOf(facts: VmFacts, rows: Uint32Array): VmFacts {
  return { ...pickedColumns(facts, rows), count: rows.length, signals: pickedColumns(facts.signals, rows) }
}

function assessmentOf(assessment: Assessment, rows: Uint32Array): Assessment {
  const renumber = renumbering(assessment.score.length, rows)
  const findings = assessment.findings
    .map((finding): Finding => ({ ...finding, vms: renumber(finding.vms), counted: renumber(finding.counted) }))
    .filter(({ vms }) => vms.length > 0)
  return { ...pickedColumns(assessment, rows), findings }
}

function tenancyOf(tenancy: ResolvedTenancy, rows: Uint32Array): ResolvedTenancy {
  const columns = pickedColumns(tenancy, rows)
  const vms = new Uint32Array(tenancy.tenants.length)
  for (const tenant of columns.tenantOf) vms[tenant]++
  return { ...columns, tenants: tenancy.tenants.map((tenant, index) => ({ ...tenant, vms: vms[index] })) }
}

function planOf(plan: MigrationPlan, rows: Uint32Array): MigrationPlan {
  const { times, schedule } = plan
  return { ...plan, times: pickedColumns<VmTimes>(times, rows), schedule: scheduleOf(schedule, rows) }
}

function scheduleOf(schedule: Schedule, rows: Uint32Array): Schedule {
  const renumber = renumbering(schedule.cutoverDay.length, rows)
  return {
    ...pickedColumns(schedule, rows),
    days: schedule.days.map((day) => ({ ...day, migrated: Array.from(renumber(day.migrated)) })),
    longCutovers: Array.from(renumber(schedule.longCutovers)),
    unscheduled: schedule.unscheduled.flatMap((it) => Array.from(renumber([it.vm]), (vm) => ({ ...it, vm }))),
  }
}

/** Old rows to new ones, those that are gone left out; the order stays. */
function renumbering(count: number, rows: Uint32Array): (old: ArrayLike<number>) => Uint32Array {
  const position = new Int32Array(count).fill(-1)
  for (let i = 0; i < rows.length; i++) position[rows[i]] = i
  return (old) => Uint32Array.from(old, (row) => position[row]).filter((row) => row !== GONE)
}

/** −1 in an unsigned column. */
const GONE = 0xffff_ffff
