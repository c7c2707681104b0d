import { PowerState } from '../../inventory/estate.ts'
import { UsedBasis } from '../../inventory/facts.ts'
import type { AssessedEstate } from '../assessed-estate.ts'
import { weekdayOf } from '../wording/dates.ts'
import { CONSTRAINT_TITLES } from '../wording/names.ts'
import { agree, count, decimal, plural, share } from '../wording/numbers.ts'
import { isAllInScope } from '../wording/scope.ts'
import { rate } from '../wording/sizes.ts'
import { workingTime } from './working-time.ts'

/** What the plan takes for granted, most consequential first: the answer page shows the first few, the end of the report all. */
export function assumptions(assessed: AssessedEstate): string[] {
  return [
    ...rateAssumptions(assessed),
    ...sizeAssumptions(assessed),
    ...calendarAssumptions(assessed),
    ...modeAssumptions(assessed),
  ]
}

function rateAssumptions({ plan, settings }: AssessedEstate): string[] {
  const { bandwidth } = plan
  const assumed = bandwidth.constraints.filter((constraint) => constraint.assumed !== '')
  return [
    `Copies get ${share(bandwidth.efficiency)} of the bottleneck (${CONSTRAINT_TITLES[bandwidth.bottleneck]}, ${rate(bandwidth.bottleneckMbps)}): ${rate(bandwidth.effectiveMbps)}.`,
    ...assumed.map(({ name, assumed: what }) => `${CONSTRAINT_TITLES[name]}: ${what}, because the setting is empty.`),
    `A warm copy sends ${share(settings.resyncOverhead - 1)} more than the data in use, because the VM changes meanwhile; ${decimal(settings.dailyChangeRatePct, settings.dailyChangeRatePct % 1 === 0 ? 0 : 1)} % of the data changes a day.`,
  ]
}

function sizeAssumptions({ facts }: AssessedEstate): string[] {
  let estimated = 0
  let unknown = 0
  for (const basis of facts.usedBasis) {
    if (basis === UsedBasis.thinEstimate || basis === UsedBasis.thickCapacity) estimated++
    if (basis === UsedBasis.unknown) unknown++
  }
  return [
    estimated > 0
      ? `The data in use of ${plural(estimated, 'VM')} is estimated from the capacity of the disks: the export does not measure it.`
      : '',
    unknown > 0
      ? `${plural(unknown, 'VM')} ${agree(unknown, 'has', 'have')} no known size and ${agree(unknown, 'counts', 'count')} as empty.`
      : '',
  ].filter(Boolean)
}

function calendarAssumptions({ plan, settings }: AssessedEstate): string[] {
  const start =
    settings.startDate === null ? 'the first working day after the export, because no start date is set' : 'as set'
  const holidays = settings.holidays.length === 0 ? 'no holidays' : plural(settings.holidays.length, 'holiday')
  return [
    `Work is done ${workingTime(settings)}, ${holidays}; copies pause outside these hours.`,
    `The plan starts on ${weekdayOf(plan.deadline.start)} (${start}) and has ${plural(settings.migrationDurationDays, 'calendar day')}.`,
  ]
}

function modeAssumptions({ facts, plan, assessment, settings, scope }: AssessedEstate): string[] {
  let off = 0
  for (const state of facts.powerState) if (state === PowerState.poweredOff || state === PowerState.suspended) off++
  let unknown = 0
  for (const mode of assessment.mode) if (mode === 3) unknown++
  const { agentCount, agentConcurrentVms } = settings
  return [
    `${plural(agentCount, 'agent')} with ${agentConcurrentVms} VMs at a time: ${plural(plan.agents.slots, 'slot')}.`,
    off > 0
      ? `${plural(off, 'VM')} that ${agree(off, 'is', 'are')} off or suspended ${agree(off, 'moves', 'move')} cold.`
      : '',
    unknown > 0
      ? `${plural(unknown, 'VM')} whose mode the export cannot prove ${agree(unknown, 'is', 'are')} planned as cold.`
      : '',
    settings.redForcesCold ? 'RED VMs move cold, by policy.' : '',
    isAllInScope(scope)
      ? `All ${count(facts.count)} VMs of the export are in scope; templates and placeholders are not.`
      : `${count(facts.count)} of the ${count(scope.vms)} VMs of the export ${agree(facts.count, 'is', 'are')} in scope; templates and placeholders are not.`,
  ].filter(Boolean)
}
