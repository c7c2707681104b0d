import type { Instant } from '../units.ts'
import { type Schedule, STAGES, type Stage, WAITS, type Wait } from './schedule.ts'

/** When one stage of a VM starts, and what it waited for last. */
export interface StageReason {
  readonly stage: Stage
  readonly start: Instant
  readonly end: Instant
  /** From when on the stage could have started: the beginning of the plan, the end of the copy. */
  readonly since: Instant
  readonly wait: Wait
}

/** Why a scheduled VM moves when it does, stage by stage; no stages for one that is not scheduled. */
export function whyThen(schedule: Schedule, vm: number): StageReason[] {
  if (schedule.cutoverDay[vm] < 0) return []
  const at = {
    copy: { start: schedule.copyStart, end: schedule.copyEnd, wait: schedule.copyWait },
    cutover: { start: schedule.cutoverStart, end: schedule.cutoverEnd, wait: schedule.cutoverWait },
  }
  const since = { copy: schedule.days[0].start, cutover: schedule.copyEnd[vm] as Instant }
  return STAGES.map((stage) => ({
    stage,
    start: at[stage].start[vm] as Instant,
    end: at[stage].end[vm] as Instant,
    since: since[stage],
    wait: WAITS[at[stage].wait[vm]],
  }))
}
