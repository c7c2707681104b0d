import type { PlanRequest } from '../plan-migration.ts'
import type { Schedule } from '../schedule.ts'
import type { Problems } from './problem.ts'
import { expectedDays, expectedStart } from './working-time.ts'

/** The days of a schedule are the first working days of the calendar, none left out, each with its hours. */
export function checkCalendar({ settings, zone, asOf }: PlanRequest, { days }: Schedule, to: Problems) {
  const calendar = expectedDays(settings, zone, expectedStart(settings, zone, asOf))
  for (const [index, day] of days.entries()) {
    const place = { day: index }
    const expected = calendar.next()
    if (expected.done) {
      to.add('calendar', `${day.date} is no working day`, place)
      continue
    }
    const { date, start, end } = expected.value
    if (day.date !== date) to.add('calendar', `Day ${index + 1} is ${day.date}, expected ${date}`, place)
    if (day.start !== start || day.end !== end) to.add('calendar', `${day.date} has other hours`, place)
    if (day.number !== index + 1) to.add('calendar', `${day.date} has number ${day.number}`, place)
  }
}
