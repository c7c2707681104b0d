import type { WorkingCalendar } from '../calendar/working-days.ts'
import { type GiBPerHour, MS_PER_HOUR } from '../units.ts'
import { COLD } from './effective-mode.ts'
import type { MigrationOrder } from './migration-order.ts'
import type { Schedule, ScheduleDay, Unscheduled, VmTimes } from './schedule.ts'
import { Simulation } from './simulation.ts'
import { isLongCutover, type SimulationRequest } from './simulation-request.ts'
import { Timetable } from './timetable.ts'

export interface ScheduleRequest extends Omit<SimulationRequest, 'order'> {
  readonly migration: MigrationOrder
}

const OUT_OF_TIME = 'It is not done within a hundred years, or ten years hold no working day.'

/**
 * When every VM is copied and cut over, on real dates (planner §12.4 REC). How stages share slots, link and days is said
 * at `Simulation`; the order in which VMs start at `migrationOrder`.
 *
 * What cannot be done before the calendar ends is left out, and the rest is planned as if it were not there.
 */
export function buildSchedule({ migration, ...request }: ScheduleRequest): Schedule {
  const unscheduled: Unscheduled[] = [...migration.leftOut]
  let order = migration.order
  let timetable = simulate({ ...request, order })
  while (order.some((vm) => !isDone(timetable, vm))) {
    for (const vm of order) {
      if (!isDone(timetable, vm)) unscheduled.push({ vm, code: 'no_time', reason: OUT_OF_TIME })
    }
    const done = timetable
    order = order.filter((vm) => isDone(done, vm))
    timetable = simulate({ ...request, order })
  }
  return {
    ...columnsOf(timetable),
    days: daysOf(timetable, request),
    longCutovers: Array.from(order.filter((vm) => isLongCutover(request, vm)).sort()),
    unscheduled: unscheduled.sort((a, b) => a.vm - b.vm),
  }
}

function simulate(request: SimulationRequest): Timetable {
  const timetable = new Timetable(request.times.mode.length)
  const firstDay = request.calendar.day(0)
  if (firstDay !== null) new Simulation(request, firstDay, timetable).run()
  return timetable
}

function isDone(timetable: Timetable, vm: number): boolean {
  return timetable.cutoverDay[vm] >= 0
}

function columnsOf(timetable: Timetable) {
  const { copyStart, copyEnd, cutoverStart, cutoverEnd, firstDay, cutoverDay } = timetable
  const { copySlot, cutoverSlot, copyWait, cutoverWait } = timetable
  return {
    copyStart,
    copyEnd,
    cutoverStart,
    cutoverEnd,
    firstDay,
    cutoverDay,
    copySlot,
    cutoverSlot,
    copyWait,
    cutoverWait,
  }
}

function daysOf(timetable: Timetable, request: DayInput): ScheduleDay[] {
  const { migrated } = timetable
  const active = timetable.activeOn(migrated.length)
  return active.map((copies, index) =>
    dayOf(request, index, { migrated: migrated[index] ?? [], active: copies, movedGiB: timetable.movedGiB[index] }),
  )
}

interface DayInput {
  readonly times: VmTimes
  readonly rate: GiBPerHour
  readonly calendar: WorkingCalendar
}
interface DayEvents {
  readonly migrated: readonly number[]
  readonly active: number
  readonly movedGiB: number
}

function dayOf({ times, rate, calendar }: DayInput, index: number, events: DayEvents): ScheduleDay {
  // The simulation has been on this day.
  const { date, start, end } = calendar.day(index)!
  const { migrated, active, movedGiB } = events
  const coldVms = migrated.filter((vm) => times.mode[vm] === COLD).length
  return {
    date,
    number: index + 1,
    start,
    end,
    migrated,
    active,
    transferGiB: movedGiB,
    linkUse: movedGiB / (rate * ((end - start) / MS_PER_HOUR)),
    coldVms,
    warmVms: migrated.length - coldVms,
    downtimeHours: migrated.reduce((sum, vm) => sum + times.downtimeHours[vm], 0),
  }
}
