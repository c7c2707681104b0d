import type { VmDecision } from './vm-decision.ts'

/** Smaller goes first; what nobody decided stands in the middle (planner §12.3). */
export const DEFAULT_PRIORITY = 50

/** Decisions by row of `VmFacts`: few VMs have one. */
export type Decisions = ReadonlyMap<number, VmDecision>

export const NO_DECISIONS: Decisions = new Map()
