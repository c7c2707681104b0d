import type { AssessedEstate } from '../assessed-estate.ts'
import { weekdayOf } from '../wording/dates.ts'
import { CONSTRAINT_TITLES } from '../wording/names.ts'
import { count, decimal, percent, plural, significant } from '../wording/numbers.ts'
import { duration, rate, sizeOf } from '../wording/sizes.ts'
import { deadlineTone, verdict } from './answer.ts'
import { bullets, heading, paragraph, table, textColumn } from './blocks.ts'
import { technicalNotes } from './methodology.ts'
import type { Card, Section } from './report.ts'

/** Whether it can be done: the five constraints with the bottleneck, the deadline, the agents. */
export function feasibility(assessed: AssessedEstate): Section {
  const { plan } = assessed
  const { bandwidth, deadline } = plan
  return {
    title: 'Feasibility',
    isWide: false,
    isAppendix: false,
    blocks: [
      heading('Bandwidth and the bottleneck'),
      paragraph(
        `${CONSTRAINT_TITLES[bandwidth.bottleneck]} is the bottleneck. Copies get ${rate(bandwidth.bottleneckMbps)} × ` +
          `${bandwidth.efficiency} = ${rate(bandwidth.effectiveMbps)}, or ${significant(bandwidth.effectiveGiBPerHour)} GiB an hour.`,
      ),
      { kind: 'cards', cards: constraintCards(assessed) },
      heading('Deadline'),
      verdict(assessed),
      {
        kind: 'gauge',
        label: `Transfer of ${duration(plan.totals.totalHours)} in ${duration(deadline.availableHours)} of working time until the deadline`,
        percent: deadline.utilisationPct,
        shown: percent(deadline.utilisationPct),
        tone: deadlineTone(deadline),
      },
      table({
        columns: [textColumn('Measure', 3), textColumn('Value', 2), textColumn('How it comes about', 5)],
        rows: deadlineRows(assessed),
      }),
      heading('Migration agents'),
      paragraph(agentSentence(assessed)),
      bullets(plan.agents.reasons),
      ...technicalNotes(assessed),
    ],
  }
}

function constraintCards({ plan }: AssessedEstate): Card[] {
  return plan.bandwidth.constraints.map(({ name, rateMbps, formula, assumed }) => ({
    title: CONSTRAINT_TITLES[name],
    value: rateMbps === null ? 'no limit' : rate(rateMbps),
    detail: formula,
    note: name === plan.bandwidth.bottleneck ? 'Bottleneck' : assumed ? `Assumed: ${assumed}` : '',
    isMarked: name === plan.bandwidth.bottleneck,
  }))
}

function deadlineRows({ plan, settings }: AssessedEstate): string[][] {
  const { deadline, totals } = plan
  const dayHours = settings.workingHoursPerDay
  return [
    [
      'Start',
      weekdayOf(deadline.start),
      settings.startDate ? 'start date of the settings' : 'first working day after the day of the export',
    ],
    ['Deadline', weekdayOf(deadline.deadline), `start + ${plural(settings.migrationDurationDays, 'calendar day')}`],
    ['Finish', weekdayOf(deadline.finish), `end of the daily schedule, ${plural(totals.days, 'working day')}`],
    ['Data to copy', sizeOf(totals.copyGiB), `warm data × ${settings.resyncOverhead} + cold data`],
    ['Transfer', duration(totals.totalHours), 'data to copy ÷ effective rate, the link always busy'],
    ['Cut-overs', duration(totals.cutoverHours), `sum over ${plural(totals.vms, 'VM')}`],
    ['Technical fixes', duration(totals.fixHours), 'expected repairs after the move, sum over the VMs'],
    ['Downtime', duration(totals.downtimeHours), 'what users notice, sum over the VMs'],
    [
      'Working hours',
      duration(deadline.availableHours),
      `until the deadline, ${decimal(dayHours, dayHours % 1 === 0 ? 0 : 1)} h a day`,
    ],
    ['Utilisation', percent(deadline.utilisationPct), 'transfer ÷ working hours'],
    ['Days needed', count(deadline.neededDays), 'transfer ÷ hours a day, rounded up'],
  ]
}

function agentSentence({ plan, settings }: AssessedEstate): string {
  const { agents } = plan
  const each = `${decimal(agents.vcpuPerAgent, 0)} vCPU, ${decimal(agents.ramGiBPerAgent, 0)} GiB of memory and ${sizeOf(agents.diskGiBPerAgent)} of disk`
  const advice =
    agents.recommended === agents.configured
      ? `${plural(agents.configured, 'agent')} ${agents.configured === 1 ? 'is' : 'are'} planned, as many as recommended`
      : `${plural(agents.configured, 'agent')} ${agents.configured === 1 ? 'is' : 'are'} planned, ${count(agents.recommended)} ${agents.recommended === 1 ? 'is' : 'are'} recommended`
  return `${advice}: ${plural(agents.slots, 'slot')} for ${count(settings.agentConcurrentVms)} VMs at a time each. An agent needs ${each}.`
}
