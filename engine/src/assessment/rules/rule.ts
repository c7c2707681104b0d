import type { RiskCategory, Severity } from '../assessment.ts'
import type { MeasureId } from '../measures.ts'
import type { Target } from '../os/guest-os.ts'
import type { NumberThreshold, WordsThreshold } from '../risk-thresholds.ts'
import type { SignalId } from '../signals.ts'
import type { SystemTestId } from '../system-tests.ts'

export const RULE_CATEGORIES = [
  'system',
  'size',
  'disks',
  'snapshots',
  'network',
  'devices',
  'guest',
  'configuration',
  'platform',
  'state',
  'names',
  'applications',
] as const
export type RuleCategory = (typeof RULE_CATEGORIES)[number]

/** Members of a group add only the weight of the heaviest that fires; the first in the table wins a tie. */
export const EXCLUSIVE_GROUPS = [
  'system-support',
  'disk-size',
  'disk-count',
  'snapshot-count',
  'nic-count',
  'rdm',
  'guest-disk-use',
  'esx-release',
  'name',
] as const
export type ExclusiveGroup = (typeof EXCLUSIVE_GROUPS)[number]

/** When a rule fires. Data, so that the methodology can say it and settings can change it. */
export type Condition =
  | { readonly kind: 'signal'; readonly signal: SignalId }
  | {
      readonly kind: 'measure'
      readonly measure: MeasureId
      readonly is: '>=' | '>' | '<'
      /** A setting, or a number that no setting changes. */
      readonly threshold: NumberThreshold | number
    }
  | { readonly kind: 'system'; readonly test: SystemTestId }
  | { readonly kind: 'name'; readonly words: WordsThreshold; readonly match: 'part' | 'word' }
  | { readonly kind: 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'all'; readonly of: readonly Condition[] }

/** One row of the rule table: a condition, what it means for a move and what to do about it. */
export interface RiskRule {
  /** Stable; settings, JSON and documents name it. */
  readonly id: string
  readonly category: RuleCategory
  readonly severity: Severity
  /** Points; where absent those of the severity (`DEFAULT_WEIGHTS`). */
  readonly weight?: number
  /** A VM on which it fires is in this category at least; `critical` alone means RED. */
  readonly floor?: RiskCategory
  readonly exclusiveGroup?: ExclusiveGroup
  /** False: a person must switch it on. */
  readonly enabledByDefault?: boolean
  readonly title: string
  /** What it means for the move: for every target, or target by target. */
  readonly meaning: string | Readonly<Record<Target, string>>
  readonly remedy: string
  readonly when: Condition
  /** Where the rule comes from: `planner §7.1`, `Forklift vmware.disk.rdm.detected`. */
  readonly source: string
}

/** Weights of rules that carry none of their own. */
export const DEFAULT_WEIGHTS: Readonly<Record<Severity, number>> = { critical: 3, warning: 3, info: 0 }

export const signal = (id: SignalId): Condition => ({ kind: 'signal', signal: id })
export const system = (test: SystemTestId): Condition => ({ kind: 'system', test })
export const atLeast = (measure: MeasureId, threshold: NumberThreshold | number): Condition => ({
  kind: 'measure',
  measure,
  is: '>=',
  threshold,
})
export const above = (measure: MeasureId, threshold: NumberThreshold | number): Condition => ({
  kind: 'measure',
  measure,
  is: '>',
  threshold,
})
export const below = (measure: MeasureId, threshold: NumberThreshold | number): Condition => ({
  kind: 'measure',
  measure,
  is: '<',
  threshold,
})
export const anyOf = (...of: Condition[]): Condition => ({ kind: 'any', of })
export const allOf = (...of: Condition[]): Condition => ({ kind: 'all', of })
