import { WEEKDAYS, type Weekday } from '@portolan/engine/calendar/weekdays'
import type { CalendarSettings } from '@portolan/engine/settings'

type Weekdays = Pick<CalendarSettings, 'workdays' | 'workingDaysPerWeek'>

/** Days on which people work: those that are named, else as many from Monday as the week has. */
export function workingWeekdays({ workdays, workingDaysPerWeek }: Weekdays): readonly Weekday[] {
  return workdays ? WEEKDAYS.filter((day) => workdays.includes(day)) : WEEKDAYS.slice(0, workingDaysPerWeek)
}

/** The settings that say so: a week from Monday on needs no names. */
export function weekdaySettings(days: readonly Weekday[], { workingDaysPerWeek }: Weekdays): Weekdays {
  const chosen = WEEKDAYS.filter((day) => days.includes(day))
  const isFromMonday = chosen.every((day, index) => day === WEEKDAYS[index])
  const count = chosen.length
  if (isFromMonday && (count === 5 || count === 6 || count === 7)) return { workdays: null, workingDaysPerWeek: count }
  return { workdays: chosen, workingDaysPerWeek }
}
