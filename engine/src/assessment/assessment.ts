import type { Instant } from '../units.ts'

export const RISK_CATEGORIES = ['GREEN', 'YELLOW', 'RED'] as const
export type RiskCategory = (typeof RISK_CATEGORIES)[number]

export const MIGRATION_MODES = ['warm_eligible', 'warm_risky', 'cold_required', 'unknown'] as const
export type MigrationMode = (typeof MIGRATION_MODES)[number]

/** Why a VM has its mode, in the order of planner.md §8; the position is the bit in `Assessment.modeReasons`. */
export const MODE_REASONS = [
  'cold_os',
  'powered_off',
  'suspended',
  'independent_disk',
  'physical_rdm',
  'red_policy',
  'power_state_unknown',
  'os_unknown',
  'risky_os',
  'very_large',
  'many_snapshots',
  'old_hardware_without_cbt',
  'cbt_off',
] as const
export type ModeReason = (typeof MODE_REASONS)[number]

export const SEVERITIES = ['critical', 'warning', 'info'] as const
export type Severity = (typeof SEVERITIES)[number]

/** What was judged of every VM; columns are aligned with `VmFacts`. */
export interface Assessment {
  readonly asOf: Instant
  /** 0…100. */
  readonly score: Uint8Array
  /** Index into `RISK_CATEGORIES`. */
  readonly category: Uint8Array
  /** Index into `MIGRATION_MODES`: what the rules computed. */
  readonly mode: Uint8Array
  /** Bit set of `MODE_REASONS`. */
  readonly modeReasons: Uint32Array
  /** One entry for each rule that fired, in the order of the rule table. */
  readonly findings: readonly Finding[]
  /** Rules whose input no file of the estate carries. */
  readonly notEvaluated: readonly { readonly rule: string; readonly missing: readonly string[] }[]
}

export interface Finding {
  readonly rule: string
  readonly severity: Severity
  /** Points it adds where it counts. */
  readonly weight: number
  /** Rows of `VmFacts`, ascending. */
  readonly vms: Uint32Array
  /** Of `vms`: those where the rule's weight counted (not outweighed in its exclusive group, not accepted). */
  readonly counted: Uint32Array
}

/** The reasons of a bit set, in the order of `MODE_REASONS`. */
export function modeReasonsOf(bits: number): ModeReason[] {
  return MODE_REASONS.filter((_, bit) => (bits >>> bit) & 1)
}
