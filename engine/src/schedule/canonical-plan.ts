import { type Assessment, MIGRATION_MODES, RISK_CATEGORIES } from '../assessment/assessment.ts'
import type { VmFacts } from '../inventory/facts.ts'
import type { Tenancy } from '../tenancy/tenancy.ts'
import type { MigrationPlan } from './migration.ts'
import { EFFECTIVE_MODES } from './schedule.ts'

export interface PlanToWrite {
  readonly facts: VmFacts
  readonly assessment: Assessment
  readonly tenancy: Tenancy
  readonly plan: MigrationPlan
  /** Identity of each row of `VmFacts`. */
  readonly identities: readonly string[]
}

/**
 * The canonical plan, `portolan.plan/1`, in pieces of text: VMs by vCenter and MoRef in canonical order, keys sorted, no
 * number rounded, one line a VM. Equal inputs give equal bytes on every machine.
 */
export function* canonicalPlan({ facts, assessment, tenancy, plan, identities }: PlanToWrite): Generator<string> {
  const { bandwidth, agents, totals, deadline, schedule, times } = plan
  const day = (index: number) => (index < 0 ? null : schedule.days[index].date)
  yield '{\n'
  yield `"agents": ${canonicalJson(agents)},\n`
  yield `"asOf": ${canonicalJson(iso(assessment.asOf))},\n`
  yield `"bandwidth": ${canonicalJson(bandwidth)},\n`
  yield '"days": ['
  for (const [index, { migrated: _, start, end, ...rest }] of schedule.days.entries()) {
    const migrated = schedule.days[index].migrated.map((vm) => identities[vm])
    yield `${index === 0 ? '' : ','}\n${canonicalJson({ ...rest, start: iso(start), end: iso(end), migrated })}`
  }
  yield `],\n"deadline": ${canonicalJson(deadline)},\n"schema": "portolan.plan/1",\n`
  yield `"totals": ${canonicalJson(totals)},\n"unscheduled": [`
  for (const [index, { vm, code, reason }] of schedule.unscheduled.entries()) {
    yield `${index === 0 ? '' : ','}\n${canonicalJson({ code, reason, vm: identities[vm] })}`
  }
  yield '],\n"vms": ['
  for (let vm = 0; vm < facts.count; vm++) {
    const { name, orgVdc } = tenancy.tenants[tenancy.tenantOf[vm]]
    yield `${vm === 0 ? '' : ','}\n${canonicalJson({
      copyEnd: iso(schedule.copyEnd[vm]),
      copyGiB: times.copyGiB[vm],
      copyHours: times.copyHours[vm],
      copyStart: iso(schedule.copyStart[vm]),
      cutoverDay: day(schedule.cutoverDay[vm]),
      cutoverEnd: iso(schedule.cutoverEnd[vm]),
      cutoverHours: times.cutoverHours[vm],
      cutoverStart: iso(schedule.cutoverStart[vm]),
      downtimeHours: times.downtimeHours[vm],
      firstDay: day(schedule.firstDay[vm]),
      fixMinutes: times.fixMinutes[vm],
      mode: MIGRATION_MODES[assessment.mode[vm]],
      moves: EFFECTIVE_MODES[times.mode[vm]],
      name: facts.texts[facts.name[vm]],
      orgVdc,
      risk: RISK_CATEGORIES[assessment.category[vm]],
      score: assessment.score[vm],
      tenant: name,
      vm: identities[vm],
    })}`
  }
  yield ']\n}\n'
}

/** JSON with sorted keys; what is not known (NaN) is null. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, it: unknown) => {
    if (it === null || typeof it !== 'object' || Array.isArray(it)) return it
    const record = it as Readonly<Record<string, unknown>>
    return Object.fromEntries(
      Object.keys(record)
        .sort()
        .map((key) => [key, record[key]]),
    )
  })
}

function iso(at: number): string | null {
  return Number.isFinite(at) ? new Date(at).toISOString() : null
}
