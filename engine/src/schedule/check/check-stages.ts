import type { PlanRequest } from '../plan-migration.ts'
import type { Schedule } from '../schedule.ts'
import type { ExpectedVm } from './expected-figures.ts'
import { type Problems, TIME_TOLERANCE_MS } from './problem.ts'
import type { WorkingTime } from './working-time.ts'

const TOLERANCE_HOURS = TIME_TOLERANCE_MS / 3_600_000
const COLUMNS = ['copyStart', 'copyEnd', 'cutoverStart', 'cutoverEnd'] as const

/** What the stages of a schedule are checked with. */
export interface StageInput {
  readonly request: PlanRequest
  readonly schedule: Schedule
  readonly expected: readonly ExpectedVm[]
  /** GiB an hour of the whole link. */
  readonly rate: number
  readonly time: WorkingTime
}

/**
 * Every VM is scheduled once or left out with the right reason; stages come in order, lie inside working hours, last as
 * long as they must, and the columns of days and waits say what the instants say. Answers the rows that are scheduled.
 */
export function checkStages(input: StageInput, to: Problems): number[] {
  const { request, schedule } = input
  const leftOut = checkUnscheduled(input, to)
  const scheduled: number[] = []
  for (let vm = 0; vm < request.facts.count; vm++) {
    const known = COLUMNS.filter((column) => Number.isFinite(schedule[column][vm])).length
    if (leftOut.has(vm)) {
      if (known > 0 || schedule.firstDay[vm] !== -1 || schedule.cutoverDay[vm] !== -1)
        to.add('unscheduled', 'A VM that is left out has a place', { vm })
    } else if (known < COLUMNS.length) {
      to.add('lost', 'A VM is neither scheduled nor left out', { vm })
    } else if (checkVm(input, vm, to)) {
      scheduled.push(vm)
    }
  }
  const long = scheduled.filter((vm) => input.expected[vm].cutoverHours > request.settings.workingHoursPerDay)
  if (long.join() !== schedule.longCutovers.join())
    to.add('long_cutovers', `Cut-overs longer than a day are ${long.join()}, not ${schedule.longCutovers.join()}`)
  return scheduled
}

function checkUnscheduled({ request, schedule, expected }: StageInput, to: Problems): Set<number> {
  const leftOut = new Set<number>()
  let last = -1
  for (const { vm, code, reason } of schedule.unscheduled) {
    if (vm <= last) to.add('unscheduled', 'VMs that are left out are not ascending', { vm })
    last = vm
    leftOut.add(vm)
    const one = expected[vm]
    if (reason === '') to.add('unscheduled', 'A VM is left out without a reason', { vm })
    if (code !== reasonOf(one) || (code === 'no_time' && isRoomForAll(request, expected)))
      to.add('unscheduled', `A VM is left out as ${code}`, { vm })
  }
  expected.forEach((one, vm) => {
    if (reasonOf(one) !== 'no_time' && !leftOut.has(vm))
      to.add('unscheduled', `A VM must be left out as ${reasonOf(one)}`, { vm })
  })
  return leftOut
}

function reasonOf(one: ExpectedVm) {
  if (one.isExcluded) return 'excluded'
  return Number.isNaN(one.copyGiB + one.deltaGiB) ? 'unknown_size' : 'no_time'
}

/** Whether even one VM after another, each begun on a day of its own, is done within sixty years. */
function isRoomForAll({ settings }: PlanRequest, expected: readonly ExpectedVm[]): boolean {
  let days = settings.holidays.length
  for (const one of expected) {
    if (reasonOf(one) !== 'no_time') continue
    days += 3 + (one.copyHours + one.cutoverHours) / (settings.workingHoursPerDay - 0.5)
  }
  return days < 60 * 52 * (settings.workdays?.length ?? settings.workingDaysPerWeek)
}

/** Answers whether the instants make sense enough for slots and the link to be checked. */
function checkVm({ request, schedule, expected, rate, time }: StageInput, vm: number, to: Problems): boolean {
  const place = { vm }
  const [copyStart, copyEnd, cutoverStart, cutoverEnd] = COLUMNS.map((column) => schedule[column][vm])
  if (copyEnd < copyStart || cutoverStart < copyEnd || cutoverEnd <= cutoverStart) {
    to.add('stage_order', 'Stages are not in order', place)
    return false
  }
  const days = [
    time.dayOfStart(copyStart),
    time.dayOfEnd(copyEnd),
    time.dayOfStart(cutoverStart),
    time.dayOfEnd(cutoverEnd),
  ]
  if (days.includes(-1)) {
    to.add('outside_hours', 'A stage begins or ends outside working hours', place)
    return false
  }
  const [startDay, , cutoverStartDay, endDay] = days
  if (schedule.firstDay[vm] !== startDay) to.add('day_column', 'The copy starts on another day', place)
  if (schedule.cutoverDay[vm] !== endDay) to.add('day_column', 'The cut-over ends on another day', place)

  const [h0, h1, h2, h3] = [copyStart, copyEnd, cutoverStart, cutoverEnd].map((at, i) => time.hoursAt(days[i], at))
  const { copyGiB, cutoverHours } = expected[vm]
  if (h1 - h0 < copyGiB / rate - TOLERANCE_HOURS * 2) to.add('stage_length', 'A copy is faster than the link', place)
  if (Math.abs(h3 - h2 - cutoverHours) > TOLERANCE_HOURS * 2)
    to.add('stage_length', `A cut-over lasts ${h3 - h2} h, expected ${cutoverHours} h`, place)
  if (cutoverHours <= request.settings.workingHoursPerDay && cutoverStartDay !== endDay)
    to.add('outside_hours', 'A cut-over runs over several days though one is long enough', place)

  const isAtOnce = copyEnd === cutoverStart
  if ((schedule.cutoverWait[vm] === 0) !== isAtOnce || schedule.cutoverWait[vm] > 4 || schedule.copyWait[vm] > 4)
    to.add('wait', 'What a stage waited for does not fit its start', place)
  return true
}
