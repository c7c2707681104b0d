import type { WorkingDay } from '../calendar/working-days.ts'
import { COLD } from './effective-mode.ts'
import { MinHeap } from './min-heap.ts'
import { WAITS, type Wait } from './schedule.ts'
import { SharedLink } from './shared-link.ts'
import { isLongCutover, type SimulationRequest } from './simulation-request.ts'
import type { Timetable } from './timetable.ts'
import { VmLine } from './vm-line.ts'
import { CLOCK_TOLERANCE, WorkingClock } from './working-clock.ts'

/**
 * Lets a migration happen, stage by stage (planner §12.4 REC), and writes down when. Time is working time.
 *
 * - A stage holds one slot until it ends; the lowest free one. Running copies share the link equally and pause at night.
 * - A cut-over lies within one working day, and begins on the next when today is too short; one that is longer than a
 *   day runs over several. Its final sync is spread evenly over it: so much of the link is held until it ends, and a
 *   cut-over waits while the link cannot give that. That way its length is known before it begins.
 * - Cut-overs go before copies, those of cold VMs first: they are down. One that must wait for tomorrow keeps a slot.
 * - A cold copy does not begin on a day that it and its cut-over would overrun at the present pace, unless no day is long
 *   enough; nor while as many cold VMs are under way as today's cap can still take. Nobody is down overnight for nothing.
 * - With a cap, no more than a day's worth of warm VMs waits for its cut-over.
 */
export class Simulation {
  private readonly timetable: Timetable
  private readonly request: SimulationRequest
  private readonly cap: number
  private readonly clock: WorkingClock
  private readonly link: SharedLink
  private readonly freeSlots: MinHeap
  /** Cut-overs under way, by their end. */
  private readonly cutovers: MinHeap
  private readonly copyLines: readonly [warm: VmLine, cold: VmLine]
  private readonly cutoverLines: readonly [warm: VmLine, cold: VmLine]
  private coldCopies = 0
  private begunToday = 0

  /** Writes into `timetable`, which must be empty. */
  constructor(request: SimulationRequest, firstDay: WorkingDay, timetable: Timetable) {
    const { order, slots, times } = request
    this.request = request
    this.cap = request.cutoversPerDay ?? Number.POSITIVE_INFINITY
    this.timetable = timetable
    this.clock = new WorkingClock(request.calendar, firstDay)
    this.link = new SharedLink(request.rate, slots)
    this.freeSlots = new MinHeap(slots)
    this.cutovers = new MinHeap(slots)
    for (let slot = 0; slot < slots; slot++) this.freeSlots.push(slot, slot)
    this.copyLines = [new VmLine(order.length), new VmLine(order.length)]
    this.cutoverLines = [new VmLine(order.length), new VmLine(order.length)]
    // Lines, heaps and the link hold places in the order, not VMs, so that every tie is decided by the order.
    for (let place = 0; place < order.length; place++) this.copyLines[times.mode[order[place]]].push(place)
  }

  /** Until everything is done or the calendar ends. */
  run(): void {
    for (;;) {
      this.startCutovers()
      if (!this.clock.isDayOver) this.startCopies()
      if (this.isDone || !this.passTime()) return
    }
  }

  private get isDone(): boolean {
    const isIdle = this.link.runningCopies === 0 && this.cutovers.size === 0
    return isIdle && this.copyLines.every(isEmpty) && this.cutoverLines.every(isEmpty)
  }

  /** To the next end of a stage or of the day; false when there is no further day. */
  private passTime(): boolean {
    const { clock, link, cutovers } = this
    const copyEnd = link.nextEnd(clock.now)
    const nextEnd = Math.min(copyEnd, cutovers.smallest)
    const isDayEnd = nextEnd > clock.dayEnd + CLOCK_TOLERANCE
    const until = isDayEnd ? clock.dayEnd : Math.min(nextEnd, clock.dayEnd)
    const movedGiB = link.pass(until - clock.now, !isDayEnd && copyEnd === nextEnd)
    clock.now = until
    this.timetable.move(clock.day, movedGiB)
    this.endCopies()
    this.endCutovers()
    if (!isDayEnd) return true
    this.begunToday = 0
    return clock.turnDay()
  }

  private startCutovers(): void {
    const [warm, cold] = this.cutoverLines
    this.startCutoversOf(cold)
    this.startCutoversOf(warm)
  }

  private startCutoversOf(line: VmLine): void {
    while (line.length > 0) {
      const wait = this.whyNoCutover(this.vmAt(line.first))
      if (wait !== 'none') {
        line.wait = wait
        return
      }
      this.startCutover(line.take(), line.wait)
    }
  }

  private whyNoCutover(vm: number): Wait {
    const { cutoverHours } = this.request.times
    if (this.begunToday >= this.cap) return 'day_cap'
    if (this.clock.isDayOver) return 'day_end'
    if (cutoverHours[vm] > this.clock.left + CLOCK_TOLERANCE && !this.isLong(vm)) return 'day_end'
    if (this.freeSlots.size === 0) return 'slot'
    return this.link.hasRoomFor(this.syncRate(vm)) ? 'none' : 'link'
  }

  private startCutover(place: number, wait: Wait): void {
    const { clock, timetable } = this
    const vm = this.vmAt(place)
    const end = clock.now + this.request.times.cutoverHours[vm]
    this.cutovers.push(this.isLong(vm) ? end : Math.min(end, clock.dayEnd), place)
    this.link.reserve(this.syncRate(vm))
    this.begunToday++
    timetable.cutoverSlot[vm] = this.freeSlots.pop()
    timetable.cutoverStart[vm] = clock.instant
    const isAtOnce = timetable.cutoverStart[vm] === timetable.copyEnd[vm]
    timetable.cutoverWait[vm] = WAITS.indexOf(isAtOnce ? 'none' : wait)
  }

  private startCopies(): void {
    const [warm, cold] = this.copyLines
    for (;;) {
      const warmWait = warm.length > 0 ? this.whyNoWarmCopy() : 'slot'
      const coldWait = cold.length > 0 ? this.whyNoColdCopy() : 'slot'
      const isWarmNext = warmWait === 'none' && (coldWait !== 'none' || warm.first < cold.first)
      const line = isWarmNext ? warm : cold
      if (!isWarmNext && coldWait !== 'none') {
        warm.wait = warmWait
        cold.wait = coldWait
        return
      }
      this.startCopy(line.take(), line.wait)
    }
  }

  private whyNoWarmCopy(): Wait {
    if (this.cutoverLines[0].length >= this.cap) return 'day_cap'
    return this.freeSlots.size > this.keptSlots ? 'none' : 'slot'
  }

  private whyNoColdCopy(): Wait {
    const [, cold] = this.copyLines
    if (this.begunToday + this.coldCopies + this.cutoverLines[1].length >= this.cap) return 'day_cap'
    if (this.wouldOverrun(this.vmAt(cold.first))) return 'day_end'
    return this.freeSlots.size > this.slotsOfTomorrow ? 'none' : 'slot'
  }

  /** Whether a cold VM that starts now would be down overnight, and would not be if it started tomorrow. */
  private wouldOverrun(vm: number): boolean {
    const { times, hoursPerDay } = this.request
    const needed = times.copyHours[vm] * (this.link.runningCopies + 1) + times.cutoverHours[vm]
    return needed <= hoursPerDay && needed > this.clock.left + CLOCK_TOLERANCE
  }

  /** Slots that cut-overs which no longer fit today take tomorrow: else long copies could hold every slot for ever. */
  private get slotsOfTomorrow(): number {
    let waiting = 0
    for (const line of this.cutoverLines) if (line.wait === 'day_end') waiting += line.length
    return Math.min(waiting, this.cap)
  }

  /** A cold VM that must wait for tomorrow keeps a slot, too. */
  private get keptSlots(): number {
    const [, cold] = this.copyLines
    const isWaiting = cold.length > 0 && this.wouldOverrun(this.vmAt(cold.first))
    return this.slotsOfTomorrow + (isWaiting ? 1 : 0)
  }

  private startCopy(place: number, wait: Wait): void {
    const { clock, timetable } = this
    const vm = this.vmAt(place)
    this.link.startCopy(place, this.request.times.copyGiB[vm])
    if (this.isCold(vm)) this.coldCopies++
    timetable.copySlot[vm] = this.freeSlots.pop()
    timetable.copyStart[vm] = clock.instant
    timetable.copyWait[vm] = WAITS.indexOf(wait)
    timetable.startCopy(vm, clock.day)
  }

  private endCopies(): void {
    for (let place = this.link.takeEnded(); place !== null; place = this.link.takeEnded()) {
      const vm = this.vmAt(place)
      this.freeSlots.push(this.timetable.copySlot[vm], this.timetable.copySlot[vm])
      this.timetable.endCopy(vm, this.clock.day, this.clock.instant)
      if (this.isCold(vm)) this.coldCopies--
      this.cutoverLines[this.request.times.mode[vm]].push(place)
    }
  }

  private endCutovers(): void {
    const { clock, cutovers, freeSlots, timetable } = this
    while (cutovers.smallest <= clock.now + CLOCK_TOLERANCE) {
      const vm = this.vmAt(cutovers.pop())
      freeSlots.push(timetable.cutoverSlot[vm], timetable.cutoverSlot[vm])
      this.link.release(this.syncRate(vm))
      timetable.endCutover(vm, clock.day, clock.instant)
    }
  }

  /** GiB an hour of a final sync that is spread evenly over its cut-over. */
  private syncRate(vm: number): number {
    const { deltaGiB, cutoverHours } = this.request.times
    return deltaGiB[vm] / cutoverHours[vm]
  }

  private isLong(vm: number): boolean {
    return isLongCutover(this.request, vm)
  }

  private isCold(vm: number): boolean {
    return this.request.times.mode[vm] === COLD
  }

  private vmAt(place: number): number {
    return this.request.order[place]
  }
}

const isEmpty = (line: VmLine): boolean => line.length === 0
