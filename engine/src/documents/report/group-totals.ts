import type { VmFacts } from '../../inventory/facts.ts'
import type { AssessedEstate } from '../assessed-estate.ts'

/** Sums over a group of VMs: what a row for a tenant, a cluster or the whole estate is made of. */
export interface GroupTotals {
  readonly vms: number
  readonly vcpus: number
  readonly memoryGiB: number
  readonly diskGiB: number
  readonly usedGiB: number
  readonly copyGiB: number
  readonly warm: number
  readonly cold: number
  /** By index of `RISK_CATEGORIES`. */
  readonly risk: readonly number[]
  readonly scoreSum: number
  readonly downtimeHours: number
  readonly fixMinutes: number
  /** First day on which a VM copies and last on which one is cut over; -1 when none is scheduled. */
  readonly firstDay: number
  readonly lastDay: number
}

type Sums = { -readonly [K in keyof GroupTotals]: GroupTotals[K] extends readonly number[] ? number[] : number }

const WARM = 0

/** Totals of `groups` groups of VMs. Sizes nobody knows add nothing. */
export function totalsByGroup(
  { facts, assessment, plan }: Pick<AssessedEstate, 'facts' | 'assessment' | 'plan'>,
  groupOf: (vm: number) => number,
  groups: number,
): GroupTotals[] {
  const sums: Sums[] = Array.from({ length: groups }, emptySums)
  for (let vm = 0; vm < facts.count; vm++) {
    const sum = sums[groupOf(vm)]
    sum.vms++
    sum.vcpus += known(facts.vcpus[vm])
    sum.memoryGiB += known(facts.memoryGiB[vm])
    sum.diskGiB += known(facts.diskCapacityGiB[vm])
    sum.usedGiB += known(facts.usedGiB[vm])
    sum.copyGiB += known(plan.times.copyGiB[vm])
    if (plan.times.mode[vm] === WARM) sum.warm++
    else sum.cold++
    sum.risk[assessment.category[vm]]++
    sum.scoreSum += assessment.score[vm]
    sum.downtimeHours += known(plan.times.downtimeHours[vm])
    sum.fixMinutes += known(plan.times.fixMinutes[vm])
    const { firstDay, cutoverDay } = plan.schedule
    if (firstDay[vm] >= 0 && (sum.firstDay < 0 || firstDay[vm] < sum.firstDay)) sum.firstDay = firstDay[vm]
    if (cutoverDay[vm] > sum.lastDay) sum.lastDay = cutoverDay[vm]
  }
  return sums
}

function emptySums(): Sums {
  return {
    vms: 0,
    vcpus: 0,
    memoryGiB: 0,
    diskGiB: 0,
    usedGiB: 0,
    copyGiB: 0,
    warm: 0,
    cold: 0,
    risk: [0, 0, 0],
    scoreSum: 0,
    downtimeHours: 0,
    fixMinutes: 0,
    firstDay: -1,
    lastDay: -1,
  }
}

function known(value: number): number {
  return Number.isNaN(value) ? 0 : value
}

/** Rows of `VmFacts` sorted by a key, largest first, unknown last, ties in canonical order. */
export function largestFirst(facts: Pick<VmFacts, 'count'>, key: (vm: number) => number): number[] {
  const keys = Float64Array.from({ length: facts.count }, (_, vm) => {
    const value = key(vm)
    return Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value
  })
  return Array.from(keys, (_, vm) => vm).sort((a, b) => (keys[a] === keys[b] ? a - b : keys[b] > keys[a] ? 1 : -1))
}
