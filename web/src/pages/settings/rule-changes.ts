import type { RuleSettings } from '@portolan/engine/assessment/risk-settings'
import { DEFAULT_WEIGHTS, type RiskRule } from '@portolan/engine/assessment/rules/rule'

type RulesSettings = Readonly<Record<string, RuleSettings>>

/** Changes of rules with another one; what equals the rule table is no change, so that the table can move on. */
export function withRuleChange(rules: RulesSettings, rule: RiskRule, change: RuleSettings): RulesSettings {
  const { [rule.id]: before = {}, ...others } = rules
  const next: RuleSettings = { ...before, ...change }
  if (next.enabled === (rule.enabledByDefault ?? true)) delete next.enabled
  if (next.severity === rule.severity) delete next.severity
  const severity = next.severity ?? rule.severity
  if (next.weight === (rule.weight ?? DEFAULT_WEIGHTS[severity])) delete next.weight
  const floor = rule.floor ?? (severity === 'critical' ? 'RED' : null)
  if (next.floor === floor) delete next.floor
  return Object.keys(next).length === 0 ? others : { ...others, [rule.id]: next }
}
