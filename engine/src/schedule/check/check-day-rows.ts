import { MS_PER_HOUR } from '../../units.ts'
import type { StageInput } from './check-stages.ts'
import type { Problems } from './problem.ts'

/** Each day says what the columns of the VMs say, and no day moves more than its link can. */
export function checkDayRows(
  { schedule, expected, rate, time }: StageInput,
  scheduled: readonly number[],
  movedGiB: readonly number[],
  to: Problems,
): void {
  const { days } = schedule
  const migrated: number[][] = days.map(() => [])
  const active = days.map(() => 0)
  for (const vm of scheduled) {
    migrated[time.dayOfEnd(schedule.cutoverEnd[vm])].push(vm)
    const last = Math.max(schedule.firstDay[vm], time.dayOfEnd(schedule.copyEnd[vm]))
    for (let day = Math.max(0, schedule.firstDay[vm]); day <= last && day < days.length; day++) active[day]++
  }
  if (days.length > 0 && migrated.at(-1)!.length === 0)
    to.add('day_row', 'Nothing ends on the last day', { day: days.length - 1 })

  days.forEach((day, index) => {
    const place = { day: index }
    const ends = migrated[index].sort((a, b) => a - b)
    const named = [...day.migrated].sort((a, b) => a - b)
    if (ends.join() !== named.join()) to.add('day_row', 'A day names other VMs than those that end on it', place)
    const isInOrder = day.migrated.every(
      (vm, at) => at === 0 || schedule.cutoverEnd[day.migrated[at - 1]] <= schedule.cutoverEnd[vm],
    )
    if (!isInOrder) to.add('day_row', 'A day names its VMs out of order', place)
    const warm = ends.filter((vm) => expected[vm].isWarm).length
    const downtime = ends.reduce((sum, vm) => sum + expected[vm].downtimeHours, 0)
    const capacity = (rate * (day.end - day.start)) / MS_PER_HOUR
    to.compare('day_row', 'VMs that copy', day.active, active[index], place)
    to.compare('day_row', 'Warm VMs', day.warmVms, warm, place)
    to.compare('day_row', 'Cold VMs', day.coldVms, ends.length - warm, place)
    to.compare('day_row', 'Downtime', day.downtimeHours, downtime, place)
    to.compare('day_row', 'Use of the link', day.linkUse, day.transferGiB / capacity, place)
    if (Math.abs(day.transferGiB - movedGiB[index]) > capacity * 1e-6)
      to.add('day_row', `A day says ${day.transferGiB} GiB, ${movedGiB[index]} GiB moved`, place)
    if (day.transferGiB > capacity * (1 + 1e-9)) to.add('link', 'A day moves more than its link can', place)
  })
}
