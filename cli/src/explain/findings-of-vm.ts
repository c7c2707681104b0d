import type { Severity } from '@portolan/engine/assessment/assessment'
import { conditionText } from '@portolan/engine/assessment/condition-text'
import type { EvidenceCell } from '@portolan/engine/assessment/evidence-cells'
import { explainRisk } from '@portolan/engine/assessment/explain-risk'
import { MODE_REASON_TEXTS } from '@portolan/engine/assessment/mode-reasons'
import type { AssessedEstate } from '@portolan/engine/documents/assessed-estate'

/** One rule that fired on a VM. */
export interface FindingOfVm {
  readonly rule: string
  readonly severity: Severity
  readonly title: string
  /** The condition with the thresholds in force. */
  readonly fires: string
  readonly remedy: string
  readonly weight: number
  /** False where a heavier rule of its exclusive group fired. */
  readonly counted: boolean
  readonly outweighedBy: string | null
  readonly floor: string | null
  readonly cells: readonly EvidenceCell[]
}

export interface RiskOfVm {
  readonly score: number
  readonly category: 'GREEN' | 'YELLOW' | 'RED'
  /** Sum of the weights that counted, before it is cut at 100. */
  readonly sum: number
  /** Rules whose floor lifted the category above what the score makes of it. */
  readonly liftedBy: readonly string[]
  readonly findings: readonly FindingOfVm[]
  /** Why the mode is what it is, in words. */
  readonly modeReasons: readonly string[]
}

export function riskOfVm(assessed: AssessedEstate, row: number): RiskOfVm {
  const { score, category, sum, liftedBy, rules, reasons } = explainRisk(assessed, row)
  return {
    score,
    category,
    sum,
    liftedBy,
    findings: rules.map(({ rule, severity, weight, counted, outweighedBy, floor, cells }) => ({
      rule: rule.id,
      severity,
      title: rule.title,
      fires: conditionText(rule.when, assessed.settings.risk.thresholds),
      remedy: rule.remedy,
      weight,
      counted,
      outweighedBy,
      floor,
      cells,
    })),
    modeReasons: reasons.map((reason) => MODE_REASON_TEXTS[reason].text),
  }
}
