import { z } from 'zod'
import { SEVERITIES } from './assessment.ts'

/** What a person may change of one rule; what is absent keeps the rule table's own value. */
export const RuleSettings = z.strictObject({
  enabled: z.boolean().optional(),
  weight: z.number().min(0).max(100).optional(),
  severity: z.enum(SEVERITIES).optional(),
})
export type RuleSettings = z.infer<typeof RuleSettings>

/** Bands and thresholds of the risk score (planner.md §7.1), and changes to single rules. */
export const RiskSettings = z.strictObject({
  /** Highest score that is GREEN. */
  greenMax: z.number().min(0).max(100).default(20),
  /** Highest score that is YELLOW. */
  yellowMax: z.number().min(0).max(100).default(50),
  rules: z.record(z.string(), RuleSettings).default({}),
})
export type RiskSettings = z.infer<typeof RiskSettings>
