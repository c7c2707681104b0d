import { type AgentDemand, FIXED_CYCLE_HOURS } from '../agents/agents.ts'
import type { VmFacts } from '../inventory/facts.ts'
import type { ScopeOfVms } from '../scope/scope.ts'
import { type GiBPerHour, gib, minutes, minutesToHours, transferHours } from '../units.ts'
import { COLD } from './effective-mode.ts'
import type { PlanTotals } from './migration.ts'
import type { Schedule, VmTimes } from './schedule.ts'

/** As the settings allow an agent. */
const MOST_SLOTS = 20

interface TotalsInput {
  readonly times: VmTimes
  readonly schedule: Pick<Schedule, 'days'>
  readonly rate: GiBPerHour
  readonly scope: Pick<ScopeOfVms, 'inScope'>
}

/**
 * Sums over every VM in scope. A VM whose size nobody knows counts as a VM and adds no bytes and no
 * hours that depend on them: the schedule names it.
 */
export function planTotals({ times, schedule, rate, scope }: TotalsInput): PlanTotals {
  let vms = 0
  let coldVms = 0
  let fixMinutes = 0
  const sums = { copyGiB: 0, downtimeHours: 0, cutoverHours: 0 }
  for (let vm = 0; vm < times.mode.length; vm++) {
    if (scope.inScope[vm] === 0) continue
    vms++
    if (times.mode[vm] === COLD) coldVms++
    fixMinutes += times.fixMinutes[vm]
    for (const figure of ['copyGiB', 'downtimeHours', 'cutoverHours'] as const) {
      if (!Number.isNaN(times[figure][vm])) sums[figure] += times[figure][vm]
    }
  }
  return {
    vms,
    coldVms,
    warmVms: vms - coldVms,
    ...sums,
    totalHours: transferHours(gib(sums.copyGiB), rate),
    fixHours: minutesToHours(minutes(fixMinutes)),
    days: schedule.days.length,
  }
}

/** What the VMs of a plan ask of the agents. */
export function agentDemand(facts: VmFacts, times: VmTimes, order: Uint32Array): AgentDemand {
  let slotHours = 0
  let linkGiB = 0
  for (const vm of order) {
    slotHours += times.copyHours[vm] + times.cutoverHours[vm]
    linkGiB += times.copyGiB[vm] + times.deltaGiB[vm]
  }
  return {
    vms: order.length,
    largestDisksGiB: largestDisks(facts, order),
    cycleHours: order.length > 0 ? slotHours / order.length : FIXED_CYCLE_HOURS,
    meanCopyGiB: order.length > 0 ? linkGiB / order.length : null,
  }
}

/** The largest disks of so many VMs as one agent can ever move at once, largest first. */
function largestDisks({ largestDiskGiB }: VmFacts, order: Uint32Array): number[] {
  const largest: number[] = []
  for (const vm of order) {
    const size = largestDiskGiB[vm]
    // An unknown size is NaN and larger than nothing.
    if (!(size > (largest.length < MOST_SLOTS ? 0 : largest[MOST_SLOTS - 1]))) continue
    const place = largest.findIndex((other) => other < size)
    largest.splice(place < 0 ? largest.length : place, 0, size)
    if (largest.length > MOST_SLOTS) largest.pop()
  }
  return largest
}
