import { RISK_CATEGORIES, type Severity } from './assessment.ts'
import type { RiskSettings } from './risk-settings.ts'
import { DEFAULT_WEIGHTS, type RiskRule } from './rules/rule.ts'
import { RISK_RULES } from './rules.ts'

/** A rule as settings leave it. */
export interface EffectiveRule {
  readonly rule: RiskRule
  readonly isEnabled: boolean
  readonly severity: Severity
  readonly weight: number
  /** Index into `RISK_CATEGORIES`; 0 is no floor. */
  readonly floor: number
}

/**
 * The rule table under settings. A rule without a weight of its own takes that of its severity, so that making it a
 * warning makes it count; a critical rule puts a floor of RED unless settings say otherwise.
 */
export function effectiveRules(settings: RiskSettings): EffectiveRule[] {
  return RISK_RULES.map((rule) => {
    const changed = settings.rules[rule.id] ?? {}
    const severity = changed.severity ?? rule.severity
    const ownFloor = rule.floor ?? (severity === 'critical' ? 'RED' : 'GREEN')
    return {
      rule,
      isEnabled: changed.enabled ?? rule.enabledByDefault ?? true,
      severity,
      weight: changed.weight ?? rule.weight ?? DEFAULT_WEIGHTS[severity],
      floor: RISK_CATEGORIES.indexOf(changed.floor === undefined ? ownFloor : (changed.floor ?? 'GREEN')),
    }
  })
}
