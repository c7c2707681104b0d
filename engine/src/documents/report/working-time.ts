import { WEEKDAYS, type Weekday } from '../../calendar/weekdays.ts'
import type { Settings } from '../../settings.ts'
import { decimal } from '../wording/numbers.ts'

/** The working calendar in words: `Monday to Friday, 8 h a day from 09:00 (Europe/Berlin)`. */
export function workingTime(settings: Settings): string {
  const hours = decimal(settings.workingHoursPerDay, Number.isInteger(settings.workingHoursPerDay) ? 0 : 1)
  return `${weekdays(workdaysOf(settings))}, ${hours} h a day from ${settings.dayStart} (${settings.timeZone})`
}

function workdaysOf(settings: Settings): Weekday[] {
  const chosen = settings.workdays ?? WEEKDAYS.slice(0, settings.workingDaysPerWeek)
  return WEEKDAYS.filter((day) => chosen.includes(day))
}

function weekdays(days: readonly Weekday[]): string {
  const names = days.map((day) => day[0].toUpperCase() + day.slice(1))
  const isRun = days.every((day, i) => i === 0 || WEEKDAYS.indexOf(day) === WEEKDAYS.indexOf(days[i - 1]) + 1)
  if (days.length > 2 && isRun) return `${names[0]} to ${names[names.length - 1]}`
  return names.join(', ')
}
