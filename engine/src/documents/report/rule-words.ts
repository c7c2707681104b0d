import type { Severity } from '../../assessment/assessment.ts'
import { conditionText } from '../../assessment/condition-text.ts'
import { effectiveRules } from '../../assessment/effective-rules.ts'
import type { Target } from '../../assessment/os/guest-os.ts'
import { ruleOf } from '../../assessment/rules.ts'
import type { Settings } from '../../settings.ts'

/** The platform a report speaks of; the workbook tells the others too. */
const TARGET: Target = 'kvm'

/** What a report says of a rule. */
export interface RuleWords {
  readonly title: string
  readonly meaning: string
  readonly remedy: string
}

/** The words of a rule; a rule that left the table goes by its id. */
export function ruleWords(id: string): RuleWords {
  const rule = ruleOf(id)
  if (!rule) return { title: id, meaning: '', remedy: '' }
  const { title, meaning, remedy } = rule
  return { title, remedy, meaning: typeof meaning === 'string' ? meaning : meaning[TARGET] }
}

/** A rule with its weight and thresholds in force. */
export interface RuleInForce {
  readonly id: string
  readonly title: string
  readonly severity: Severity
  readonly weight: number
  readonly isEnabled: boolean
  readonly firesWhen: string
}

export function rulesInForce({ risk }: Settings): RuleInForce[] {
  return effectiveRules(risk).map(({ rule, severity, weight, isEnabled }) => ({
    id: rule.id,
    title: rule.title,
    severity,
    weight,
    isEnabled,
    firesWhen: conditionText(rule.when, risk.thresholds),
  }))
}
