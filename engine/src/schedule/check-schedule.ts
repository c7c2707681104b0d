import { checkCalendar } from './check/check-calendar.ts'
import { checkDayRows } from './check/check-day-rows.ts'
import { checkLink } from './check/check-link.ts'
import { checkDayCap, checkSlots } from './check/check-slots.ts'
import { checkStages } from './check/check-stages.ts'
import { checkTotals } from './check/check-totals.ts'
import { checkFigures, expectedRate, expectedVms } from './check/expected-figures.ts'
import { type Problem, Problems } from './check/problem.ts'
import { WorkingTime } from './check/working-time.ts'
import type { MigrationPlan } from './migration.ts'
import type { PlanRequest } from './plan-migration.ts'

/**
 * Everything that is wrong with a plan; a right one has no problems.
 *
 * It shares no code with the scheduler but units and zones: sizes, times, rate, calendar, slots, link, caps, day rows,
 * totals and verdict are reckoned a second time from the inputs, in another way. It knows what a plan must keep, not how
 * good it is: in which order VMs go and how full the link runs is the scheduler's choice. The advice on agents is advice.
 */
export function checkSchedule(request: PlanRequest, plan: MigrationPlan): readonly Problem[] {
  const problems = new Problems()
  const { schedule } = plan
  const expected = expectedVms(request)
  const rate = expectedRate(request.settings)
  const input = { request, schedule, expected, rate, time: new WorkingTime(schedule.days) }
  checkFigures(request, plan, expected, problems)
  checkCalendar(request, schedule, problems)
  const scheduled = checkStages(input, problems)
  checkSlots(input, scheduled, problems)
  checkDayCap(input, scheduled, problems)
  const movedGiB = checkLink(input, scheduled, problems)
  checkDayRows(input, scheduled, movedGiB, problems)
  checkTotals(request, plan, expected, rate, problems)
  return problems.found
}
