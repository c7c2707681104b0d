import { RiskSettings, type RuleSettings } from '@portolan/engine/assessment/risk-settings'
import { ruleOf } from '@portolan/engine/assessment/rules'
import { DEFAULT_WEIGHTS } from '@portolan/engine/assessment/rules/rule'

type Severity = 'critical' | 'warning' | 'info'

/** What a person may set of a rule on this page. */
export interface RuleChoice {
  readonly enabled: boolean
  readonly severity: Severity
  /** null: as the rule table has it, or else as the severity says. */
  readonly weight: number | null
}

/** Risk settings of a scenario as the API gives them; what cannot be read is the default. */
export function riskOf(settings: Readonly<Record<string, unknown>>): RiskSettings {
  const read = RiskSettings.safeParse(settings.risk ?? {})
  return read.success ? read.data : RiskSettings.parse({})
}

/** A rule as the rule table has it. */
export function tableChoice(rule: string): RuleChoice {
  const row = ruleOf(rule)
  return { enabled: row?.enabledByDefault ?? true, severity: row?.severity ?? 'info', weight: null }
}

export function choiceOf(risk: RiskSettings, rule: string): RuleChoice {
  const set = risk.rules[rule]
  const table = tableChoice(rule)
  return {
    enabled: set?.enabled ?? table.enabled,
    severity: set?.severity ?? table.severity,
    weight: set?.weight ?? null,
  }
}

/** The weight where nobody set one. */
export const usualWeight = (rule: string, severity: Severity): number =>
  ruleOf(rule)?.weight ?? DEFAULT_WEIGHTS[severity]

/**
 * Risk settings with one rule as chosen. What equals the rule table is left away, so that a later table speaks again, and a
 * rule of which nothing is left is as if nobody had touched it.
 */
export function withRule(risk: RiskSettings, rule: string, choice: RuleChoice): RiskSettings {
  const table = tableChoice(rule)
  const { [rule]: before = {}, ...others } = risk.rules
  const { enabled: _enabled, severity: _severity, weight: _weight, ...kept } = before
  const changed: RuleSettings = {
    ...kept,
    ...(choice.enabled !== table.enabled && { enabled: choice.enabled }),
    ...(choice.severity !== table.severity && { severity: choice.severity }),
    ...(choice.weight !== null && { weight: choice.weight }),
  }
  return { ...risk, rules: Object.keys(changed).length === 0 ? others : { ...others, [rule]: changed } }
}

export const isSameChoice = (a: RuleChoice, b: RuleChoice): boolean =>
  a.enabled === b.enabled && a.severity === b.severity && a.weight === b.weight
