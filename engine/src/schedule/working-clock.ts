import type { WorkingCalendar, WorkingDay } from '../calendar/working-days.ts'
import { type Instant, MS_PER_HOUR } from '../units.ts'

/** 4 µs in hours: rounding errors of a clock that counts working hours are far smaller, stages far longer. */
export const CLOCK_TOLERANCE = 1e-9

/** A clock that runs on working days alone: hours since the first day began, nights and weekends left out. */
export class WorkingClock {
  private readonly calendar: WorkingCalendar
  private today: WorkingDay
  private dayStart = 0
  now = 0
  day = 0
  dayEnd: number

  constructor(calendar: WorkingCalendar, firstDay: WorkingDay) {
    this.calendar = calendar
    this.today = firstDay
    this.dayEnd = hoursOf(firstDay)
  }

  /** Working hours left today. */
  get left(): number {
    return this.dayEnd - this.now
  }

  /** A stage may end with the day but not start with its end. */
  get isDayOver(): boolean {
    return this.left <= CLOCK_TOLERANCE
  }

  get instant(): Instant {
    const at = this.today.start + (this.now - this.dayStart) * MS_PER_HOUR
    return Math.min(at, this.today.end) as Instant
  }

  /** Moves to the start of the next working day; false when there is none. */
  turnDay(): boolean {
    const next = this.calendar.day(this.day + 1)
    if (next === null) return false
    this.today = next
    this.day++
    this.dayStart = this.dayEnd
    this.now = this.dayStart
    this.dayEnd = this.dayStart + hoursOf(next)
    return true
  }
}

function hoursOf(day: WorkingDay): number {
  return (day.end - day.start) / MS_PER_HOUR
}
