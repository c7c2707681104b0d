import { dayOf, weekdayOf } from '@portolan/engine/documents/wording/dates'
import type { ScheduleDay } from '@portolan/engine/schedule/schedule'
import { MS_PER_DAY } from '@portolan/engine/units'

/** A run of working days that a summary shows as one row. */
export interface Period {
  readonly label: string
  readonly days: readonly ScheduleDay[]
  readonly migrated: number
  readonly warmVms: number
  readonly coldVms: number
  readonly transferGiB: number
  readonly downtimeHours: number
  /** Mean share of the link over the days, 0…1. */
  readonly linkUse: number
}

export type PeriodKind = 'day' | 'week' | 'month' | 'year'

const MOST_DAYS = 12
const MOST_WEEKS = 26
const MOST_MONTHS = 36
const DAYS_PER_WEEK = 7
/** 1 January 1970 was a Thursday; weeks begin on Monday. */
const DAYS_FROM_MONDAY = 3
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** The days of a schedule in as few rows as fit a screen: days, else weeks, months, years. */
export function schedulePeriods(days: readonly ScheduleDay[]): { kind: PeriodKind; periods: Period[] } {
  if (days.length <= MOST_DAYS) return { kind: 'day', periods: days.map((day) => period(weekdayOf(day.date), [day])) }
  const weeks = grouped(days, mondayOf, (monday) => dayOf(monday))
  if (weeks.length <= MOST_WEEKS) return { kind: 'week', periods: weeks }
  const months = grouped(days, ({ date }) => date.slice(0, 7), monthLabel)
  if (months.length <= MOST_MONTHS) return { kind: 'month', periods: months }
  return {
    kind: 'year',
    periods: grouped(
      days,
      ({ date }) => date.slice(0, 4),
      (year) => year,
    ),
  }
}

function grouped(
  days: readonly ScheduleDay[],
  keyOf: (day: ScheduleDay) => string,
  label: (key: string) => string,
): Period[] {
  const groups = new Map<string, ScheduleDay[]>()
  for (const day of days) {
    const key = keyOf(day)
    const group = groups.get(key)
    if (group) group.push(day)
    else groups.set(key, [day])
  }
  return [...groups].map(([key, group]) => period(label(key), group))
}

function period(label: string, days: readonly ScheduleDay[]): Period {
  const sum = (of: (day: ScheduleDay) => number) => days.reduce((total, day) => total + of(day), 0)
  return {
    label,
    days,
    migrated: sum((day) => day.migrated.length),
    warmVms: sum((day) => day.warmVms),
    coldVms: sum((day) => day.coldVms),
    transferGiB: sum((day) => day.transferGiB),
    downtimeHours: sum((day) => day.downtimeHours),
    linkUse: sum((day) => day.linkUse) / days.length,
  }
}

function mondayOf({ date }: ScheduleDay): string {
  const day = Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY
  const monday = day - ((day + DAYS_FROM_MONDAY) % DAYS_PER_WEEK)
  return new Date(monday * MS_PER_DAY).toISOString().slice(0, 10)
}

function monthLabel(month: string): string {
  return `${MONTHS[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`
}
