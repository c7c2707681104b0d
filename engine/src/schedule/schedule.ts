import type { Numbers } from '../inventory/estate.ts'
import type { Instant, IsoDate } from '../units.ts'

/** What a scheduled VM does: `copy` is phase 1 of a warm move or the whole copy of a cold one. */
export const STAGES = ['copy', 'cutover'] as const
export type Stage = (typeof STAGES)[number]

export const EFFECTIVE_MODES = ['warm', 'cold'] as const
export type EffectiveMode = (typeof EFFECTIVE_MODES)[number]

/** Times of every VM with the whole link to itself (planner.md §11.2 REC); columns aligned with `VmFacts`. */
export interface VmTimes {
  /** Index into `EFFECTIVE_MODES`: override, else computed mode; `unknown` runs as cold. */
  readonly mode: Uint8Array
  /** Bytes of the copy stage: in-use × resync overhead (warm), cold bytes (cold). */
  readonly copyGiB: Numbers
  /** Bytes of the final sync; 0 for cold. */
  readonly deltaGiB: Numbers
  readonly copyHours: Numbers
  readonly cutoverHours: Numbers
  /** Expected technical-fix minutes (planner.md §28 REC). */
  readonly fixMinutes: Numbers
  /** Warm: cut-over; cold: copy + cut-over; both + fix time. */
  readonly downtimeHours: Numbers
}

/** What a stage waited for before it could start: `none` when it started as soon as it was its turn. */
export const WAITS = ['none', 'slot', 'link', 'day_end', 'day_cap'] as const
export type Wait = (typeof WAITS)[number]

/** Why a VM has no place in a schedule: a person left it out, nobody knows its size, or the calendar has no room. */
export const UNSCHEDULED_CODES = ['excluded', 'unknown_size', 'no_time'] as const
export type UnscheduledCode = (typeof UNSCHEDULED_CODES)[number]

export interface Unscheduled {
  /** Row of `VmFacts`. */
  readonly vm: number
  readonly code: UnscheduledCode
  readonly reason: string
}

/** When everything happens. Columns are aligned with `VmFacts`; a VM that is not scheduled has NaN and day -1. */
export interface Schedule {
  readonly copyStart: Numbers
  readonly copyEnd: Numbers
  readonly cutoverStart: Numbers
  readonly cutoverEnd: Numbers
  /** Index into `days` of the day the copy starts, and of the day the cut-over ends. */
  readonly firstDay: Int32Array
  readonly cutoverDay: Int32Array
  /** Which of the slots (0 …) the stage held. */
  readonly copySlot: Int32Array
  readonly cutoverSlot: Int32Array
  /** Indices into `WAITS`: what each stage waited for last. */
  readonly copyWait: Uint8Array
  readonly cutoverWait: Uint8Array
  readonly days: readonly ScheduleDay[]
  /** Rows of `VmFacts`, ascending, whose cut-over is longer than a working day and therefore runs over several. */
  readonly longCutovers: readonly number[]
  /** VMs that have no place, each with the reason, ascending. */
  readonly unscheduled: readonly Unscheduled[]
}

export interface ScheduleDay {
  readonly date: IsoDate
  /** Counts from 1 over the working days of the plan; days on which nothing happens count too. */
  readonly number: number
  readonly start: Instant
  readonly end: Instant
  /** Rows of `VmFacts` whose cut-over ends on this day, in order of its end. */
  readonly migrated: readonly number[]
  /** VMs that copied on this day, cut over or not. */
  readonly active: number
  readonly transferGiB: number
  /** Share of the day's capacity of the link that was used, 0…1. */
  readonly linkUse: number
  /** Of `migrated`, as is the downtime. */
  readonly coldVms: number
  readonly warmVms: number
  readonly downtimeHours: number
}

/** Whether the plan is done in time; counts calendar days (design.md §6). */
export interface Deadline {
  readonly start: IsoDate
  readonly finish: IsoDate | null
  readonly deadline: IsoDate
  /** Positive: days after the deadline; negative: days to spare; null when nothing finishes. */
  readonly daysLate: number | null
  readonly met: boolean
  /** planner.md §9.3 REC: totalHours ÷ available working hours. */
  readonly utilisationPct: number
  readonly availableHours: number
  readonly neededDays: number
  readonly overrunDays: number
}
