import { dateOf, epochDayOf, type WorkingCalendar } from '../calendar/working-days.ts'
import type { CalendarSettings } from '../settings.ts'
import { MS_PER_HOUR } from '../units.ts'
import type { Deadline, Schedule } from './schedule.ts'

interface DeadlineInput {
  readonly schedule: Pick<Schedule, 'days' | 'unscheduled'>
  readonly calendar: WorkingCalendar
  readonly settings: Pick<CalendarSettings, 'migrationDurationDays' | 'workingHoursPerDay'>
  /** Wall clock of all transfers with the link always busy. */
  readonly totalHours: number
}

/**
 * Whether a schedule is done in time. The deadline is the start date + so many calendar days, and that day still counts;
 * utilisation is planner §9.3 REC over the working hours until then. Nothing to move is in time.
 */
export function deadlineOf({ schedule, calendar, settings, totalHours }: DeadlineInput): Deadline {
  const { migrationDurationDays, workingHoursPerDay } = settings
  const deadlineDay = epochDayOf(calendar.start) + migrationDurationDays
  const deadline = dateOf(deadlineDay)
  const availableHours = workingHoursUntil(calendar, deadline)
  const isOpenEnded = schedule.unscheduled.some(({ code }) => code === 'no_time')
  const finish = isOpenEnded ? null : (schedule.days.at(-1)?.date ?? null)
  const daysLate = finish === null ? null : epochDayOf(finish) - deadlineDay
  return {
    start: calendar.start,
    finish,
    deadline,
    daysLate,
    met: !isOpenEnded && (daysLate ?? 0) <= 0,
    utilisationPct: totalHours === 0 ? 0 : (totalHours / availableHours) * 100,
    availableHours,
    neededDays: Math.ceil(totalHours / workingHoursPerDay),
    overrunDays: Math.max(0, Math.ceil((totalHours - availableHours) / workingHoursPerDay)),
  }
}

function workingHoursUntil(calendar: WorkingCalendar, deadline: string): number {
  let hours = 0
  for (let index = 0; ; index++) {
    const day = calendar.day(index)
    if (day === null || day.date > deadline) return hours
    hours += (day.end - day.start) / MS_PER_HOUR
  }
}
