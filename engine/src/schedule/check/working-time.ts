import { offsetAt, type ZoneOffsets } from '../../calendar/zone.ts'
import type { CalendarSettings } from '../../settings.ts'
import { type Instant, instant, MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE } from '../../units.ts'
import type { ScheduleDay } from '../schedule.ts'
import { TIME_TOLERANCE_MS } from './problem.ts'

/** Longer than any offset of a zone; on either side of a day lies at most one change of clocks. */
const BEYOND_ANY_OFFSET_MS = 26 * MS_PER_HOUR
const WEEK = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const

/** One working day as the checker finds it, by its own reading of the calendar. */
export interface ExpectedDay {
  readonly date: string
  readonly start: number
  readonly end: number
}

/** The working days from a date on, one after another; ends ten years after the last. */
export function* expectedDays(settings: CalendarSettings, zone: ZoneOffsets, from: string): Generator<ExpectedDay> {
  let quietDays = 0
  for (let day = Date.parse(from); quietDays <= 3660; day += MS_PER_DAY) {
    quietDays++
    if (!isWorkingDay(settings, day)) continue
    const start = startOf(settings, zone, day)
    const end = Math.min(start + settings.workingHoursPerDay * MS_PER_HOUR, startOf(settings, zone, day + MS_PER_DAY))
    if (end <= start) continue
    quietDays = 0
    yield { date: isoDay(day), start, end }
  }
}

/** The first working day after the local day of `asOf`, or the start date of the settings. */
export function expectedStart(settings: CalendarSettings, zone: ZoneOffsets, asOf: Instant): string {
  if (settings.startDate !== null) return settings.startDate
  const tomorrow = isoDay(asOf + offsetAt(zone, asOf) * MS_PER_MINUTE + MS_PER_DAY)
  for (const { date } of expectedDays(settings, zone, tomorrow)) return date
  return tomorrow
}

function isWorkingDay(settings: CalendarSettings, day: number): boolean {
  const weekday = new Date(day).getUTCDay()
  const isOn = settings.workdays
    ? settings.workdays.includes(WEEK[weekday])
    : (weekday + 6) % 7 < settings.workingDaysPerWeek
  return isOn && !settings.holidays.includes(isoDay(day))
}

/** `day` is a local day as midnight in Greenwich. */
function startOf({ dayStart }: CalendarSettings, zone: ZoneOffsets, day: number): number {
  const local = day + Date.parse(`1970-01-01T${dayStart}Z`)
  const before = offsetAt(zone, instant(local - BEYOND_ANY_OFFSET_MS)) * MS_PER_MINUTE
  const after = offsetAt(zone, instant(local + BEYOND_ANY_OFFSET_MS)) * MS_PER_MINUTE
  for (const offset of [before, after]) {
    if (offsetAt(zone, instant(local - offset)) * MS_PER_MINUTE === offset) return local - offset
  }
  return local - before
}

export function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}

/** Reads instants on the days of a schedule, and as hours of working time since its beginning. */
export class WorkingTime {
  private readonly days: readonly ScheduleDay[]
  private readonly before: number[] = []
  readonly total: number

  constructor(days: readonly ScheduleDay[]) {
    this.days = days
    let hours = 0
    for (const day of days) {
      this.before.push(hours)
      hours += (day.end - day.start) / MS_PER_HOUR
    }
    this.total = hours
  }

  /** The day in which something begins; -1 for none. */
  dayOfStart(at: number): number {
    return this.find(at, (day) => day.end > at)
  }

  /** The day in which something ends; -1 for none. Where one day goes over into the next it is the earlier. */
  dayOfEnd(at: number): number {
    return this.find(at, (day) => day.end >= at)
  }

  private find(at: number, isLateEnough: (day: ScheduleDay) => boolean): number {
    let low = 0
    let high = this.days.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (isLateEnough(this.days[middle])) high = middle
      else low = middle + 1
    }
    const day = this.days[low]
    const isInside = day && at >= day.start - TIME_TOLERANCE_MS && at <= day.end + TIME_TOLERANCE_MS
    return isInside ? low : -1
  }

  /** Working hours from the beginning to an instant of a day. */
  hoursAt(day: number, at: number): number {
    return this.before[day] + (at - this.days[day].start) / MS_PER_HOUR
  }

  /** Working hours from the beginning to the end of a day. */
  endOf(day: number): number {
    return this.hoursAt(day, this.days[day].end)
  }
}
