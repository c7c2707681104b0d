import { MinHeap } from './min-heap.ts'

/** Floating-point noise of a sum of shares. */
const ROUNDING = 1 + 1e-12

/**
 * The link while copies share it equally and final syncs hold a fixed part of it, in GiB and hours of working time.
 *
 * All copies move at one pace, so one number says how far each is: `pace`, the GiB that a copy running since the beginning
 * would have moved. A copy ends when the pace has grown by its size; the first to end is on top of a heap, whatever
 * starts or ends meanwhile.
 */
export class SharedLink {
  private readonly rate: number
  private readonly copies: MinHeap
  private pace = 0
  private reserved = 0
  private reservations = 0

  /** `rate` in GiB an hour; no more than `capacity` copies run at once. */
  constructor(rate: number, capacity: number) {
    this.rate = rate
    this.copies = new MinHeap(capacity)
  }

  get runningCopies(): number {
    return this.copies.size
  }

  /** GiB an hour that each copy gets. */
  private get share(): number {
    return this.copies.size === 0 ? 0 : Math.max(0, this.rate - this.reserved) / this.copies.size
  }

  startCopy(item: number, sizeGiB: number): void {
    this.copies.push(this.pace + sizeGiB, item)
  }

  /** When the next copy ends if nothing else starts or ends; Infinity when none does. */
  nextEnd(now: number): number {
    if (this.copies.size === 0) return Number.POSITIVE_INFINITY
    const missing = this.copies.smallest - this.pace
    return missing <= 0 ? now : now + missing / this.share
  }

  /** Lets time pass; `isEnd` says that it passes until a copy ends, which then ends exactly. Answers GiB moved. */
  pass(hours: number, isEnd: boolean): number {
    const { share } = this
    const movedGiB = (share * this.copies.size + this.reserved) * hours
    this.pace = isEnd ? Math.max(this.pace, this.copies.smallest) : this.pace + share * hours
    return movedGiB
  }

  /** A copy that has ended; null when no further one has. */
  takeEnded(): number | null {
    return this.copies.size > 0 && this.copies.smallest <= this.pace ? this.copies.pop() : null
  }

  hasRoomFor(rate: number): boolean {
    return this.reserved + rate <= this.rate * ROUNDING
  }

  reserve(rate: number): void {
    this.reserved += rate
    this.reservations++
  }

  release(rate: number): void {
    // Sums of many fractions drift: without reservations there is exactly nothing reserved.
    this.reserved = --this.reservations === 0 ? 0 : this.reserved - rate
  }
}
