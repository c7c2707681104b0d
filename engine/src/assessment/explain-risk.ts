import { type AcceptedFindings, isAccepted, NOTHING_ACCEPTED } from './accepted.ts'
import {
  MIGRATION_MODES,
  type MigrationMode,
  type ModeReason,
  modeReasonsOf,
  RISK_CATEGORIES,
  type RiskCategory,
  type Severity,
} from './assessment.ts'
import { type EffectiveRule, effectiveRules } from './effective-rules.ts'
import type { EvidenceCell } from './evidence-cells.ts'
import { evidence } from './explain-finding.ts'
import type { Judgement } from './judgement.ts'
import type { RiskRule } from './rules/rule.ts'

/** A rule that fired on a VM, and what became of its weight. */
export interface FiredRule {
  readonly rule: RiskRule
  readonly severity: Severity
  readonly weight: number
  /** False where a heavier rule of its exclusive group fired, or where it is accepted. */
  readonly counted: boolean
  /** Somebody took the risk: it adds no weight and no floor. */
  readonly accepted: boolean
  /** That heavier rule. */
  readonly outweighedBy: string | null
  /** The least category it allows; null for none. */
  readonly floor: RiskCategory | null
  readonly cells: readonly EvidenceCell[]
}

export interface RiskExplanation {
  readonly rules: readonly FiredRule[]
  /** Sum of the weights that counted, before it is cut at 100. */
  readonly sum: number
  readonly score: number
  /** What the score alone would make of the VM. */
  readonly categoryOfScore: RiskCategory
  readonly category: RiskCategory
  /** The rules whose floor lifted the category. */
  readonly liftedBy: readonly string[]
  readonly mode: MigrationMode
  readonly reasons: readonly ModeReason[]
}

/**
 * Everything that made the score, the category and the mode of a VM (a row of `VmFacts`). `accepted` is what the
 * assessment was made with; whoever explains many VMs prepares `cellsOf` once with `evidence`.
 */
export function explainRisk(
  judgement: Judgement,
  vm: number,
  accepted: AcceptedFindings = NOTHING_ACCEPTED,
  cellsOf = evidence(judgement),
): RiskExplanation {
  const { assessment, settings } = judgement
  const effective = new Map(effectiveRules(settings.risk).map((rule) => [rule.rule.id, rule]))
  const fired = assessment.findings
    .filter(({ vms }) => holds(vms, vm))
    .map((finding) => ({ effective: effective.get(finding.rule)!, counted: holds(finding.counted, vm) }))
  const rules = fired.map(({ effective: { rule, severity, weight, floor }, counted }): FiredRule => {
    const isTaken = isAccepted(accepted, rule.id, vm)
    const isOutweighed = !counted && !isTaken
    const winner = isOutweighed ? fired.find((other) => other.counted && sharesGroup(other.effective, rule)) : undefined
    return {
      rule,
      severity,
      weight,
      counted,
      accepted: isTaken,
      outweighedBy: winner?.effective.rule.id ?? null,
      floor: floor > 0 ? RISK_CATEGORIES[floor] : null,
      cells: cellsOf(rule.id, vm),
    }
  })
  const score = assessment.score[vm]
  const { greenMax, yellowMax } = settings.risk
  const categoryOfScore = score <= greenMax ? 'GREEN' : score <= yellowMax ? 'YELLOW' : 'RED'
  const category = RISK_CATEGORIES[assessment.category[vm]]
  return {
    rules,
    sum: rules.reduce((sum, { weight, counted }) => sum + (counted ? weight : 0), 0),
    score,
    categoryOfScore,
    category,
    liftedBy:
      category === categoryOfScore
        ? []
        : rules.filter(({ floor, accepted }) => floor === category && !accepted).map(idOf),
    mode: MIGRATION_MODES[assessment.mode[vm]],
    reasons: modeReasonsOf(assessment.modeReasons[vm]),
  }
}

function sharesGroup({ rule }: EffectiveRule, other: RiskRule): boolean {
  return rule.exclusiveGroup === other.exclusiveGroup
}

function idOf({ rule }: FiredRule): string {
  return rule.id
}

/** Whether an ascending column holds a row. */
function holds(rows: Uint32Array, row: number): boolean {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (rows[middle] < row) low = middle + 1
    else high = middle
  }
  return rows[low] === row
}
