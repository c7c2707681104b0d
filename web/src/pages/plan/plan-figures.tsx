import type { PlanAnswer } from '@portolan/contract/plan'
import { dayOf } from '@portolan/engine/documents/wording/dates'
import { CONSTRAINT_TITLES } from '@portolan/engine/documents/wording/names'
import { count, percent, plural, significant } from '@portolan/engine/documents/wording/numbers'
import { duration, rate, sizeOf } from '@portolan/engine/documents/wording/sizes'
import { Explained } from '../../ui/explained.tsx'
import { Figure, Figures } from '../../ui/figure.tsx'
import { verdictOf } from './plan-words.ts'

/** The plan in six numbers, each with where it comes from. */
export function PlanFigures({ plan }: { plan: PlanAnswer }) {
  const { totals, deadline, bandwidth, days } = plan
  return (
    <>
      <Figures label="The plan in numbers">
        <Figure
          label="Finish"
          value={dayOf(deadline.finish)}
          note={`starts ${dayOf(deadline.start)}`}
          tone={verdictOf(plan).tone}
          help={{
            note: 'The day on which the last cut-over ends, by the daily schedule.',
            inputs: [
              ['Start', dayOf(deadline.start)],
              ['Deadline', dayOf(deadline.deadline)],
            ],
          }}
        />
        <Figure
          label="Working days"
          value={count(totals.days)}
          note={`${significant(totals.vms / Math.max(1, days.length))} VMs a day`}
          help={{ note: 'Days of the schedule, weekends and holidays left out.' }}
        />
        <Figure
          label="VMs"
          value={count(totals.vms)}
          note={`${count(totals.warmVms)} warm, ${count(totals.coldVms)} cold`}
          help={{
            note: 'Those that nobody left out. A mode that was chosen holds; else the one that the rules found.',
          }}
        />
        <Figure
          label="To copy"
          value={sizeOf(totals.copyGiB)}
          help={{
            formula: 'Σ warm data × resync overhead + Σ cold data',
            inputs: [['Exactly', `${count(totals.copyGiB)} GiB`]],
          }}
        />
        <Figure
          label="Transfer"
          value={duration(totals.totalHours)}
          note={`${percent(deadline.utilisationPct)} of the time`}
          help={{
            formula: 'data to copy ÷ effective rate',
            inputs: [
              ['Data', sizeOf(totals.copyGiB)],
              ['Effective rate', `${significant(bandwidth.effectiveGiBPerHour)} GiB/h`],
              ['Working time until the deadline', duration(deadline.availableHours)],
            ],
            note: 'Wall clock with the link always busy: no schedule can be shorter.',
          }}
        />
        <Figure
          label="Downtime, sum"
          value={duration(totals.downtimeHours)}
          note={`of it fixes ${duration(totals.fixHours)}`}
          help={{
            formula: 'warm: cut-over + fixes · cold: copy + cut-over + fixes',
            inputs: [
              ['Cut-overs', duration(totals.cutoverHours)],
              ['Technical fixes', duration(totals.fixHours)],
            ],
            note: 'What users notice, summed over all VMs.',
          }}
        />
      </Figures>
      <Pace plan={plan} />
    </>
  )
}

/** What holds the copies back, and who makes them. */
function Pace({ plan }: { plan: PlanAnswer }) {
  const { bandwidth, agents } = plan
  const titleOf = (name: string) => CONSTRAINT_TITLES[name as keyof typeof CONSTRAINT_TITLES] ?? name
  return (
    <p>
      The bottleneck is{' '}
      <Explained
        about="Rate of copies"
        by={{
          formula: 'min(all constraints) × efficiency',
          inputs: bandwidth.constraints.map(({ name, rateMbps }) => [
            titleOf(name),
            rateMbps === null ? 'no limit' : rate(rateMbps),
          ]),
        }}
      >
        {titleOf(bandwidth.bottleneck)}: {rate(bandwidth.bottleneckMbps)} × {bandwidth.efficiency} ={' '}
        {rate(bandwidth.effectiveMbps)}
      </Explained>
      . The plan runs{' '}
      <Explained about="Agents" by={{ note: agents.reasons.join(' ') }}>
        {plural(agents.configured, 'agent')}
      </Explained>
      , {agents.recommended === agents.configured ? 'as advised' : `${count(agents.recommended)} are advised`}.
    </p>
  )
}
