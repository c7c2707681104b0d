import type { CalendarSettings } from '../settings.ts'
import { type Instant, type IsoDate, instant, MS_PER_DAY, MS_PER_HOUR } from '../units.ts'
import { WEEKDAYS } from './weekdays.ts'
import { dateAt, instantOf, type ZoneOffsets } from './zone.ts'

/** One day on which people work: from its start so many elapsed hours, whatever clocks do meanwhile. */
export interface WorkingDay {
  readonly date: IsoDate
  readonly start: Instant
  readonly end: Instant
}

/** The working days of a plan, found as they are asked for. */
export interface WorkingCalendar {
  /** The day the plan begins by its settings, whether people work on it or not. */
  readonly start: IsoDate
  /** The working day of a number from 0; null when there is none: see `PLAN_HORIZON_DAYS` and `LONGEST_GAP_DAYS`. */
  day(index: number): WorkingDay | null
}

/** A plan that takes a century is no plan, and a slow enough link would otherwise count days for ever. */
export const PLAN_HORIZON_DAYS = 36_525
/** Ten years without a working day: the holidays leave none. */
export const LONGEST_GAP_DAYS = 3653

const MINUTES_PER_HOUR = 60

/**
 * The working calendar of settings in a time zone (planner §12.4 REC). Without a start date the plan begins on the next
 * working day after the local day of `asOf`.
 *
 * A day lasts `workingHoursPerDay` elapsed hours from `dayStart`. Where that reaches into the next morning (24 hours, and
 * clocks that go forward) it ends when the next day could begin, so that no two days overlap.
 */
export function workingCalendar(settings: CalendarSettings, zone: ZoneOffsets, asOf: Instant): WorkingCalendar {
  const works = workingWeekdays(settings)
  const holidays = new Set<string>(settings.holidays)
  const minuteOfDay = minuteOf(settings.dayStart)
  const begins = (epochDay: number) => instantOf(zone, dateOf(epochDay), minuteOfDay)

  const found: WorkingDay[] = []
  const firstDay = settings.startDate === null ? epochDayOf(dateAt(zone, asOf)) + 1 : epochDayOf(settings.startDate)
  let next = firstDay
  let lastFound = firstDay

  /** The next working day on or after `next`; null once there is none. */
  function findNext(): WorkingDay | null {
    for (; next - lastFound <= LONGEST_GAP_DAYS && next - firstDay < PLAN_HORIZON_DAYS; next++) {
      const date = dateOf(next)
      if (!works[weekdayOf(next)] || holidays.has(date)) continue
      const start = begins(next)
      const end = instant(Math.min(start + settings.workingHoursPerDay * MS_PER_HOUR, begins(next + 1)))
      // A zone that moves across the date line skips a whole day.
      if (end <= start) continue
      lastFound = next++
      return { date, start, end }
    }
    return null
  }

  const day = (index: number): WorkingDay | null => {
    while (found.length <= index) {
      const another = findNext()
      if (another === null) return null
      found.push(another)
    }
    return found[index]
  }
  const start = settings.startDate === null ? (day(0)?.date ?? dateOf(firstDay)) : (settings.startDate as IsoDate)
  return { start, day }
}

/** Whether people work on each weekday, Monday first. */
function workingWeekdays({ workdays, workingDaysPerWeek }: CalendarSettings): boolean[] {
  return WEEKDAYS.map((weekday, index) => (workdays ? workdays.includes(weekday) : index < workingDaysPerWeek))
}

function minuteOf(time: string): number {
  const [hour, minute] = time.split(':').map(Number)
  return hour * MINUTES_PER_HOUR + minute
}

/** Days since 1970-01-01. */
export function epochDayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY
}

export function dateOf(epochDay: number): IsoDate {
  return new Date(epochDay * MS_PER_DAY).toISOString().slice(0, 10) as IsoDate
}

/** 0 is Monday; the first of January 1970 was a Thursday. */
function weekdayOf(epochDay: number): number {
  return (((epochDay + 3) % 7) + 7) % 7
}
