import type { AssessedEstate } from '../assessed-estate.ts'
import { RISK_MARKS } from '../charts/colours.ts'
import { stackedBar } from '../charts/stacked-bar.ts'
import { dayOf, weekdayOf } from '../wording/dates.ts'
import { CONSTRAINT_TITLES } from '../wording/names.ts'
import { agree, count, percent, plural, share } from '../wording/numbers.ts'
import { isAllInScope } from '../wording/scope.ts'
import { duration, rate, sizeOf } from '../wording/sizes.ts'
import { firstActions } from './actions.ts'
import { assumptions } from './assumptions.ts'
import { callout, chart } from './blocks.ts'
import type { AnswerPage, Callout, Chart, Figure, Tone } from './report.ts'

const ASSUMPTIONS_SHOWN = 6
/** planner §9.3: below this share of the hours the plan has room. */
const COMFORTABLE_PCT = 70

/** The answer: when it ends, how much it is, what stands in the way, what was assumed. */
export function answerPage(assessed: AssessedEstate, width: number): AnswerPage {
  return {
    headline: headline(assessed),
    verdict: verdict(assessed),
    figures: figures(assessed),
    risk: riskChart(assessed, width),
    actions: firstActions(assessed),
    assumptions: assumptions(assessed).slice(0, ASSUMPTIONS_SHOWN),
  }
}

export function headline({ plan, facts }: AssessedEstate): string {
  if (facts.count === 0) return 'There is no VM to move'
  if (plan.deadline.finish === null) return 'The plan has no finish date'
  return `Finishes ${weekdayOf(plan.deadline.finish)}`
}

/** Whether the plan keeps its deadline, in two sentences. */
export function verdict({ plan, facts, scope }: AssessedEstate): Callout {
  const { deadline, totals, schedule } = plan
  if (facts.count === 0) {
    const why = scope.vms > 0 ? 'Every VM of the export is out of scope.' : 'The export holds no VM that counts.'
    return callout('amber', 'Nothing was planned', why)
  }
  const left = schedule.unscheduled.length
  const missing = left > 0 ? ` ${plural(left, 'VM')} ${agree(left, 'has', 'have')} no place in the schedule.` : ''
  const span = `${plural(totals.days, 'working day')} from ${weekdayOf(deadline.start)}`
  const use =
    deadline.utilisationPct > 100
      ? `The transfer alone takes ${percent(deadline.utilisationPct)} of the working hours until the deadline.`
      : `The transfer takes ${percent(deadline.utilisationPct)} of the working hours until the deadline.`
  if (deadline.finish === null) return callout('red', 'The plan does not finish', `No VM can be scheduled.${missing}`)
  return callout(deadlineTone(deadline), deadlineTitle(deadline), `It takes ${span}. ${use}${missing}`)
}

type Deadline = AssessedEstate['plan']['deadline']

function deadlineTitle({ daysLate, deadline, met }: Deadline): string {
  const day = weekdayOf(deadline)
  if (daysLate === null) return `The deadline, ${day}, cannot be judged`
  if (daysLate > 0) return `${plural(daysLate, 'day')} after the deadline, ${day}`
  if (daysLate === 0) return met ? `On the day of the deadline, ${day}` : `Misses the deadline, ${day}`
  return `${plural(-daysLate, 'day')} before the deadline, ${day}`
}

/** Green with room, amber when it is kept but tight, red when it is missed. */
export function deadlineTone({ met, utilisationPct }: Deadline): Tone {
  if (!met) return 'red'
  return utilisationPct > COMFORTABLE_PCT ? 'amber' : 'green'
}

function figures({ plan, facts, assessment, scope }: AssessedEstate): Figure[] {
  const { totals, bandwidth, deadline } = plan
  let red = 0
  for (const category of assessment.category) if (category === 2) red++
  return [
    {
      label: 'Virtual machines',
      value: count(facts.count),
      note: `${isAllInScope(scope) ? '' : `of ${count(scope.vms)}; `}${count(totals.warmVms)} warm, ${count(totals.coldVms)} cold`,
      tone: 'plain',
    },
    {
      label: 'Transfer',
      value: duration(totals.totalHours),
      note: `${sizeOf(totals.copyGiB)} at ${rate(bandwidth.effectiveMbps)}`,
      tone: 'plain',
    },
    {
      label: 'Working days',
      value: count(totals.days),
      note: `deadline ${dayOf(deadline.deadline)}`,
      tone: deadlineTone(deadline) === 'green' ? 'plain' : deadlineTone(deadline),
    },
    {
      label: '■ RED',
      value: count(red),
      note: facts.count > 0 ? `${share(red / facts.count)} of the VMs` : '',
      tone: red > 0 ? 'red' : 'plain',
    },
  ]
}

export function riskChart({ assessment }: AssessedEstate, width: number): Chart {
  const risk = [0, 0, 0]
  for (const category of assessment.category) risk[category]++
  const total = risk[0] + risk[1] + risk[2]
  const parts = ['GREEN', 'YELLOW', 'RED'].map((label, i) => ({ label, value: risk[i], mark: RISK_MARKS[i] }))
  const title =
    total === 0
      ? 'No VM was assessed'
      : risk[2] === 0
        ? `No VM is RED; ${share(risk[0] / total)} can move as they are`
        : `${plural(risk[2], 'VM')} ${agree(risk[2], 'is', 'are')} RED; ${share(risk[0] / total)} can move as they are`
  return chart(title, stackedBar(parts, width))
}

/** `Source host NIC, 4,000 Mbps × 0.55`. */
export function bottleneckLine({ plan }: AssessedEstate): string {
  const { bandwidth } = plan
  return `${CONSTRAINT_TITLES[bandwidth.bottleneck]}, ${rate(bandwidth.bottleneckMbps)} × ${bandwidth.efficiency}`
}
