import type { WorkingCalendar } from '../calendar/working-days.ts'
import type { GiBPerHour } from '../units.ts'
import type { VmTimes } from './schedule.ts'

/** What a schedule is made of. Cohorts, waves and windows come in as further answers to `whyNoCopy` and `whyNoCutover`. */
export interface SimulationRequest {
  readonly times: VmTimes
  /** Rows of `VmFacts` to schedule, first to start first. */
  readonly order: Uint32Array
  /** Stages that run at once. */
  readonly slots: number
  /** Of the whole link, after efficiency. */
  readonly rate: GiBPerHour
  readonly calendar: WorkingCalendar
  /** Length of a usual working day. */
  readonly hoursPerDay: number
  /** Cut-overs that may begin on one day; null: no cap. */
  readonly cutoversPerDay: number | null
}

/** Longer than a usual working day: it cannot lie within one. */
export function isLongCutover(
  { times, hoursPerDay }: Pick<SimulationRequest, 'times' | 'hoursPerDay'>,
  vm: number,
): boolean {
  return times.cutoverHours[vm] > hoursPerDay
}
