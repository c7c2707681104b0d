import { z } from 'zod'
import { RISK_CATEGORIES, SEVERITIES } from './assessment.ts'
import { RiskThresholds } from './risk-thresholds.ts'
import { RISK_RULES, ruleOf } from './rules.ts'

/** What a person may change of one rule; what is absent keeps the rule table's own value. */
export const RuleSettings = z.strictObject({
  enabled: z.boolean().optional(),
  weight: z.number().min(0).max(100).optional(),
  severity: z.enum(SEVERITIES).optional(),
  /** Least category of a VM on which the rule fires; null: none, however severe the rule is. */
  floor: z.enum(RISK_CATEGORIES).nullable().optional(),
})
export type RuleSettings = z.infer<typeof RuleSettings>

/** Bands and thresholds of the risk score (planner.md §7.1), and changes to single rules. */
export const RiskSettings = z
  .strictObject({
    /** Highest score that is GREEN. */
    greenMax: z.number().min(0).max(100).default(20),
    /** Highest score that is YELLOW. */
    yellowMax: z.number().min(0).max(100).default(50),
    thresholds: RiskThresholds.prefault({}),
    /** By rule id. */
    rules: z.record(z.string(), RuleSettings).default({}),
  })
  .superRefine((settings, context) => {
    for (const id of Object.keys(settings.rules)) {
      if (!ruleOf(id)) context.addIssue({ code: 'custom', path: ['rules', id], message: noSuchRule(id) })
    }
    if (settings.greenMax > settings.yellowMax) {
      context.addIssue({ code: 'custom', path: ['greenMax'], message: 'must not be above yellowMax' })
    }
  })
export type RiskSettings = z.infer<typeof RiskSettings>

/** A key that is no rule would change nothing in silence; the message names what was probably meant. */
function noSuchRule(id: string): string {
  const words = new Set(id.toLowerCase().split(/[^a-z0-9]+/))
  const shared = (candidate: string) => candidate.split('-').filter((word) => words.has(word)).length
  const near = RISK_RULES.map((rule) => rule.id).filter((candidate) => shared(candidate) > 0)
  near.sort((a, b) => shared(b) - shared(a))
  const hint = near.length > 0 ? `did you mean ${near.slice(0, 3).join(', ')}?` : 'docs/methodology.md lists them all'
  return `no such rule; ${hint}`
}
