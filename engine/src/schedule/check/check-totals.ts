import { MS_PER_DAY, MS_PER_HOUR } from '../../units.ts'
import type { MigrationPlan } from '../migration.ts'
import type { PlanRequest } from '../plan-migration.ts'
import type { ExpectedVm } from './expected-figures.ts'
import type { Problems } from './problem.ts'
import { expectedDays, expectedStart, isoDay } from './working-time.ts'

/** Sums over the VMs, and the verdict on the deadline. */
export function checkTotals(
  request: PlanRequest,
  { totals, schedule, deadline }: MigrationPlan,
  expected: readonly ExpectedVm[],
  rate: number,
  to: Problems,
): void {
  const included = expected.filter((one) => !one.isExcluded)
  const sum = (of: (one: ExpectedVm) => number) =>
    included.reduce((total, one) => total + (Number.isNaN(of(one)) ? 0 : of(one)), 0)
  const warm = included.filter((one) => one.isWarm).length
  const totalHours = sum((one) => one.copyGiB) / rate
  to.compare('totals', 'VMs', totals.vms, included.length)
  to.compare('totals', 'Warm VMs', totals.warmVms, warm)
  to.compare('totals', 'Cold VMs', totals.coldVms, included.length - warm)
  to.compare(
    'totals',
    'Data',
    totals.copyGiB,
    sum((one) => one.copyGiB),
  )
  to.compare('totals', 'Transfer time', totals.totalHours, totalHours)
  to.compare(
    'totals',
    'Downtime',
    totals.downtimeHours,
    sum((one) => one.downtimeHours),
  )
  to.compare('totals', 'Fix time', totals.fixHours, sum((one) => one.fixMinutes) / 60)
  to.compare(
    'totals',
    'Cut-over time',
    totals.cutoverHours,
    sum((one) => one.cutoverHours),
  )
  to.compare('totals', 'Days', totals.days, schedule.days.length)

  const { settings, zone, asOf } = request
  const start = expectedStart(settings, zone, asOf)
  const last = isoDay(Date.parse(start) + settings.migrationDurationDays * MS_PER_DAY)
  const isOpen = schedule.unscheduled.some(({ code }) => code === 'no_time')
  const finish = isOpen || schedule.days.length === 0 ? null : schedule.days[schedule.days.length - 1].date
  const daysLate = finish === null ? null : (Date.parse(finish) - Date.parse(last)) / MS_PER_DAY
  const verdict = { start, deadline: last, finish, daysLate, met: daysLate === null ? !isOpen : daysLate <= 0 }
  for (const [name, value] of Object.entries(verdict)) {
    const found = deadline[name as keyof typeof verdict]
    if (found !== value) to.add('deadline', `${name} is ${found}, expected ${value}`)
  }
  const available = hoursUntil(request, start, last)
  const { workingHoursPerDay } = settings
  to.compare('deadline', 'Working hours', deadline.availableHours, available)
  to.compare('deadline', 'Utilisation', deadline.utilisationPct, totalHours > 0 ? (100 * totalHours) / available : 0)
  to.compare('deadline', 'Days needed', deadline.neededDays, Math.ceil(totalHours / workingHoursPerDay))
  const overrun = Math.ceil((totalHours - available) / workingHoursPerDay)
  to.compare('deadline', 'Days over', deadline.overrunDays, Math.max(0, overrun))
}

function hoursUntil({ settings, zone }: PlanRequest, start: string, last: string): number {
  let hours = 0
  for (const day of expectedDays(settings, zone, start)) {
    if (day.date > last) break
    hours += (day.end - day.start) / MS_PER_HOUR
  }
  return hours
}
