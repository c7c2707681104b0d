import { dayOf } from '@portolan/engine/documents/wording/dates'
import { CONSTRAINT_TITLES } from '@portolan/engine/documents/wording/names'
import { count, decimal, percent, plural } from '@portolan/engine/documents/wording/numbers'
import { duration, rate } from '@portolan/engine/documents/wording/sizes'
import { MS_PER_DAY } from '@portolan/engine/units'
import type { Outcome } from '../../what-if/outcome.ts'

/** One figure of a plan before and after a change. */
export interface EffectRow {
  readonly label: string
  readonly before: string
  readonly after: string
  /** `8 days earlier`; null when it stays. */
  readonly delta: string | null
  /** What the change is for the project; null when it is neither. */
  readonly isBetter: boolean | null
}

/** What changed settings do to a plan, figure by figure. */
export function effectRows(before: Outcome, after: Outcome): EffectRow[] {
  const figure = (
    label: string,
    of: (outcome: Outcome) => number,
    shown: (value: number) => string,
    lessIsBetter = true,
  ) => numberRow({ label, before: of(before), after: of(after), shown, lessIsBetter })
  return [
    finishRow(before, after),
    deadlineRow(before, after),
    figure('Working days', ({ totals }) => totals.days, count),
    figure('Transfer', ({ totals }) => totals.totalHours, duration),
    figure('Rate of copies', ({ bandwidth }) => bandwidth.effectiveMbps, rate, false),
    wordRow(
      'Bottleneck',
      CONSTRAINT_TITLES[before.bandwidth.bottleneck],
      CONSTRAINT_TITLES[after.bandwidth.bottleneck],
    ),
    figure('RED VMs', ({ risk }) => risk.RED, count),
    figure('YELLOW VMs', ({ risk }) => risk.YELLOW, count),
    figure('Cold moves', ({ totals }) => totals.coldVms, count),
    figure('Downtime, sum', ({ totals }) => totals.downtimeHours, duration),
    figure('Technical fixes', ({ totals }) => totals.fixHours, duration),
    wordRow('Agents advised', count(before.agents.recommended), count(after.agents.recommended)),
  ]
}

interface Figure {
  readonly label: string
  readonly before: number
  readonly after: number
  readonly shown: (value: number) => string
  readonly lessIsBetter: boolean
}

function numberRow({ label, before, after, shown, lessIsBetter }: Figure): EffectRow {
  const change = after - before
  const row = { label, before: shown(before), after: shown(after) }
  // What cannot be seen is no change.
  if (row.before === row.after || Number.isNaN(change)) return { ...row, delta: null, isBetter: null }
  return {
    ...row,
    delta: `${change > 0 ? '+' : '−'}${shown(Math.abs(change))}`,
    isBetter: lessIsBetter === change < 0,
  }
}

function wordRow(label: string, before: string, after: string): EffectRow {
  return { label, before, after, delta: null, isBetter: null }
}

function deadlineRow({ deadline: from }: Outcome, { deadline: to }: Outcome): EffectRow {
  const row = { label: 'Deadline', before: lateText(from.daysLate), after: lateText(to.daysLate), delta: null }
  const change = (to.daysLate ?? Number.POSITIVE_INFINITY) - (from.daysLate ?? Number.POSITIVE_INFINITY)
  return { ...row, isBetter: row.before === row.after ? null : change < 0 }
}

function finishRow(before: Outcome, after: Outcome): EffectRow {
  const from = before.deadline.finish
  const to = after.deadline.finish
  const days = from && to ? Math.round((Date.parse(to) - Date.parse(from)) / MS_PER_DAY) : 0
  const isSame = from === to
  return {
    label: 'Finish',
    before: from ? dayOf(from) : 'none',
    after: to ? dayOf(to) : 'none',
    delta: isSame || days === 0 ? null : `${plural(Math.abs(days), 'day')} ${days < 0 ? 'earlier' : 'later'}`,
    isBetter: isSame ? null : from === null || to === null ? to !== null : days < 0,
  }
}

function lateText(days: number | null): string {
  if (days === null) return 'never met'
  if (days === 0) return 'kept on the day'
  return days > 0 ? `${plural(days, 'day')} late` : `${plural(-days, 'day')} to spare`
}

export interface Feasibility {
  readonly tone: 'green' | 'amber' | 'red'
  readonly title: string
  readonly sentence: string
  /** Of the bar, 0…1: how far it is filled, and where the hours end. */
  readonly filled: number
  readonly limit: number
}

/** planner §9.3: green up to 70 % of the working hours until the deadline, amber up to all of them, red above. */
const COMFORTABLE_PCT = 70

/** Whether the copies alone fit into the working hours until the deadline. */
export function feasibilityOf({ deadline, totals }: Pick<Outcome, 'deadline' | 'totals'>): Feasibility {
  const { utilisationPct, availableHours, overrunDays } = deadline
  const scale = Math.max(100, Number.isFinite(utilisationPct) ? utilisationPct : 100)
  const used = `${duration(totals.totalHours)} of copies in ${duration(availableHours)} of working time until ${dayOf(deadline.deadline)}`
  const shape = { filled: Math.min(1, utilisationPct / scale), limit: 100 / scale }
  if (!Number.isFinite(utilisationPct)) {
    return {
      tone: 'red',
      title: 'Not feasible',
      sentence: 'No working time lies before the deadline.',
      filled: 1,
      limit: 0,
    }
  }
  if (utilisationPct > 100) {
    return {
      tone: 'red',
      title: `Not feasible: ${percent(utilisationPct)} of the time`,
      sentence: `${used}: ${plural(overrunDays, 'working day')} too many.`,
      ...shape,
    }
  }
  const isTight = utilisationPct > COMFORTABLE_PCT
  const title = `${isTight ? 'Feasible, but tight' : 'Feasible'}: ${percent(utilisationPct)} of the time`
  return { tone: isTight ? 'amber' : 'green', title, sentence: `${used}.`, ...shape }
}

/** `3.5 ×` the bottleneck: how much room a constraint has. */
export function headroom(rateMbps: number | null, bottleneckMbps: number): string {
  if (rateMbps === null) return ''
  const times = rateMbps / bottleneckMbps
  return times < 1.005 ? 'as tight as the bottleneck' : `${decimal(times, times < 10 ? 1 : 0)} × the bottleneck`
}
