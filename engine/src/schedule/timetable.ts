/** What a simulation writes down: the columns of a schedule, and what happened on each working day. */
export class Timetable {
  readonly copyStart: Float64Array
  readonly copyEnd: Float64Array
  readonly cutoverStart: Float64Array
  readonly cutoverEnd: Float64Array
  readonly firstDay: Int32Array
  readonly cutoverDay: Int32Array
  readonly copySlot: Int32Array
  readonly cutoverSlot: Int32Array
  readonly copyWait: Uint8Array
  readonly cutoverWait: Uint8Array
  /** By day: VMs whose cut-over ended, in order of its end. */
  readonly migrated: number[][] = []
  readonly movedGiB: number[] = []
  /** By day: copies that began, less those that ended on the day before. */
  private readonly activeChange: number[] = []

  constructor(vms: number) {
    const unknown = () => new Float64Array(vms).fill(Number.NaN)
    const none = () => new Int32Array(vms).fill(-1)
    this.copyStart = unknown()
    this.copyEnd = unknown()
    this.cutoverStart = unknown()
    this.cutoverEnd = unknown()
    this.firstDay = none()
    this.cutoverDay = none()
    this.copySlot = none()
    this.cutoverSlot = none()
    this.copyWait = new Uint8Array(vms)
    this.cutoverWait = new Uint8Array(vms)
  }

  move(day: number, gib: number): void {
    this.movedGiB[day] = (this.movedGiB[day] ?? 0) + gib
  }

  startCopy(vm: number, day: number): void {
    this.firstDay[vm] = day
    this.changeActive(day, 1)
  }

  endCopy(vm: number, day: number, at: number): void {
    this.copyEnd[vm] = at
    this.changeActive(day + 1, -1)
  }

  endCutover(vm: number, day: number, at: number): void {
    this.cutoverEnd[vm] = at
    this.cutoverDay[vm] = day
    const today = this.migrated[day] ?? []
    this.migrated[day] = today
    today.push(vm)
  }

  /** VMs that copied on each of so many days. */
  activeOn(days: number): number[] {
    let active = 0
    return Array.from({ length: days }, (_, day) => {
      active += this.activeChange[day] ?? 0
      return active
    })
  }

  private changeActive(day: number, by: number): void {
    this.activeChange[day] = (this.activeChange[day] ?? 0) + by
  }
}
