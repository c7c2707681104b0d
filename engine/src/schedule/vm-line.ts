import type { Wait } from './schedule.ts'

/** VMs in line for a stage, first come first served; each stands in a line once. */
export class VmLine {
  private readonly places: Int32Array
  private head = 0
  private tail = 0
  /** What held the first of the line when it was last asked. */
  wait: Wait = 'none'

  constructor(capacity: number) {
    this.places = new Int32Array(capacity)
  }

  get length(): number {
    return this.tail - this.head
  }

  /** Not to be asked of an empty line. */
  get first(): number {
    return this.places[this.head]
  }

  push(place: number): void {
    this.places[this.tail++] = place
  }

  take(): number {
    return this.places[this.head++]
  }
}
