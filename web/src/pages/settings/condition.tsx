import { conditionText } from '@portolan/engine/assessment/condition-text'
import type { RiskSettings } from '@portolan/engine/assessment/risk-settings'
import type { RiskRule } from '@portolan/engine/assessment/rules/rule'

/** When a rule fires, as the engine writes it. */
export default function Condition({ when, thresholds }: Pick<RiskRule, 'when'> & Pick<RiskSettings, 'thresholds'>) {
  return conditionText(when, thresholds)
}
