import { MS_PER_HOUR } from '../../units.ts'
import type { StageInput } from './check-stages.ts'
import { type Problems, TIME_TOLERANCE_MS } from './problem.ts'

/** What a sum of many short shares may be off: so much time of the whole link. */
const TOLERANCE_HOURS = (10 * TIME_TOLERANCE_MS) / MS_PER_HOUR
const ROUNDING = 1e-9

interface Event {
  readonly at: number
  readonly apply: () => void
}

/**
 * Plays the schedule back: at every moment final syncs take their even share and the copies that run share the rest
 * equally. Each copy must have been given exactly its bytes when it ends, syncs must never ask for more than the link,
 * and each day must report what moved. Answers GiB moved by day.
 */
export function checkLink(input: StageInput, scheduled: readonly number[], to: Problems): number[] {
  const { schedule, expected, rate, time } = input
  const moved = schedule.days.map(() => 0)
  let copies = 0
  let syncs = 0
  let pace = 0
  let day = 0
  const paceAtStart = new Map<number, number>()
  const slack = rate * TOLERANCE_HOURS

  const endCopy = (vm: number) => {
    copies--
    const given = pace - paceAtStart.get(vm)!
    const { copyGiB } = expected[vm]
    if (Math.abs(given - copyGiB) > slack + copyGiB * 1e-6)
      to.add('link', `A copy of ${copyGiB} GiB ends after ${given} GiB`, { vm })
  }
  const startCopy = (vm: number) => {
    copies++
    paceAtStart.set(vm, pace)
  }

  const events: Event[] = schedule.days.map((_, index) => ({ at: time.endOf(index), apply: () => day++ }))
  for (const vm of scheduled) {
    const from = (instant: number) => time.hoursAt(time.dayOfStart(instant), instant)
    const until = (instant: number) => time.hoursAt(time.dayOfEnd(instant), instant)
    const sync = expected[vm].deltaGiB / expected[vm].cutoverHours
    events.push({ at: from(schedule.copyStart[vm]), apply: () => startCopy(vm) })
    events.push({ at: until(schedule.copyEnd[vm]), apply: () => endCopy(vm) })
    events.push({ at: from(schedule.cutoverStart[vm]), apply: () => (syncs += sync) })
    events.push({ at: until(schedule.cutoverEnd[vm]), apply: () => (syncs -= sync) })
  }
  // The sort is stable: of events at one moment the start of a copy still comes before its end.
  events.sort((a, b) => a.at - b.at)

  let now = 0
  for (const { at, apply } of events) {
    const hours = at - now
    const left = Math.max(0, rate - syncs)
    if (hours > TOLERANCE_HOURS && syncs > rate * (1 + ROUNDING) + slack)
      to.add('link', `Final syncs ask for ${syncs} GiB/h of ${rate}`, { day })
    if (copies > 0) pace += (left / copies) * hours
    if (day < moved.length) moved[day] += (syncs + (copies > 0 ? left : 0)) * hours
    now = at
    apply()
  }
  return moved
}
