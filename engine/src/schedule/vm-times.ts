import type { Assessment } from '../assessment/assessment.ts'
import type { VmFacts } from '../inventory/facts.ts'
import type { Settings } from '../settings.ts'
import { type GiBPerHour, gib, hours, minutes, minutesToHours, transferHours } from '../units.ts'
import type { Decisions } from './decisions.ts'
import { effectiveMode } from './effective-mode.ts'
import { familyOf, fixRate, rawFixMinutes } from './fix-time.ts'
import { EFFECTIVE_MODES, type VmTimes } from './schedule.ts'

/** No cut-over is shorter, whatever the settings say (planner §11.2 REC). */
export const SHORTEST_CUTOVER = hours(0.25)
const HOURS_PER_DAY = 24

export interface TimesInput {
  readonly facts: VmFacts
  readonly assessment: Pick<Assessment, 'mode' | 'category'>
  readonly settings: Settings
  /** Rate of the whole link after efficiency. */
  readonly rate: GiBPerHour
  readonly decisions: Decisions
}

/**
 * Times of every VM with the whole link to itself (planner §11.2 REC and §28 REC). A VM whose size nobody knows has NaN
 * for its bytes and for every time that depends on them.
 */
export function timesOfVms({ facts, assessment, settings, rate, decisions }: TimesInput): VmTimes {
  const { count } = facts
  const times = {
    mode: new Uint8Array(count),
    copyGiB: new Float64Array(count),
    deltaGiB: new Float64Array(count),
    copyHours: new Float64Array(count),
    cutoverHours: new Float64Array(count),
    fixMinutes: new Float64Array(count),
    downtimeHours: new Float64Array(count),
  }
  const deltaShare = finalDeltaShare(settings)
  for (let vm = 0; vm < count; vm++) {
    const decision = decisions.get(vm)
    const mode = effectiveMode(assessment, settings, decision, vm)
    const isWarm = mode === 'warm'
    const copyGiB = isWarm ? facts.usedGiB[vm] * settings.resyncOverhead : facts.coldGiB[vm]
    const deltaGiB = isWarm ? facts.usedGiB[vm] * deltaShare : 0
    const copyHours = transferHours(gib(copyGiB), rate)
    const cutoverHours = cutover(settings, transferHours(gib(deltaGiB), rate))
    const subject = { facts, assessment, mode, vm }
    const fixMinutes =
      decision?.fixMinutes ?? rawFixMinutes(settings.fixTime, subject) * fixRate(settings.fixTime, familyOf(facts, vm))

    times.mode[vm] = EFFECTIVE_MODES.indexOf(mode)
    times.copyGiB[vm] = copyGiB
    times.deltaGiB[vm] = deltaGiB
    times.copyHours[vm] = copyHours
    times.cutoverHours[vm] = cutoverHours
    times.fixMinutes[vm] = fixMinutes
    times.downtimeHours[vm] = (isWarm ? 0 : copyHours) + cutoverHours + minutesToHours(minutes(fixMinutes))
  }
  return times
}

/** Share of the data in use that changes between the last sync but one and the final one. */
export function finalDeltaShare({ dailyChangeRatePct, finalSyncHours }: Settings): number {
  return (dailyChangeRatePct / 100) * (finalSyncHours / HOURS_PER_DAY)
}

function cutover({ cutoverBaseMinutes }: Settings, deltaHours: number): number {
  return Math.max(SHORTEST_CUTOVER, minutesToHours(minutes(cutoverBaseMinutes)) + deltaHours)
}
