import type { listFindings } from '@portolan/contract/findings'
import type { RouteAnswer } from '@portolan/contract/route'
import { effectiveRules } from '@portolan/engine/assessment/effective-rules'
import { ruleOf } from '@portolan/engine/assessment/rules'
import type { RiskRule } from '@portolan/engine/assessment/rules/rule'
import type { View } from '../view.ts'

/**
 * Rules that fired, in the order of the rule table, and rules that are switched off, so that somebody can switch them on
 * again; then those whose input no file carries.
 */
export function findingsAnswer({ assessment, settings, accepted }: View): RouteAnswer<typeof listFindings> {
  const found = new Map(assessment.findings.map((finding) => [finding.rule, finding]))
  return {
    rows: effectiveRules(settings.risk)
      .filter(({ rule, isEnabled }) => found.has(rule.id) || !isEnabled)
      .map(({ rule, severity, weight, isEnabled }) => {
        const vms = found.get(rule.id)?.vms ?? new Uint32Array(0)
        const on = accepted.get(rule.id)
        return {
          rule: rule.id,
          category: rule.category,
          title: rule.title,
          severity,
          weight,
          enabled: isEnabled,
          vms: vms.length,
          accepted: on === undefined ? 0 : on === 'all' ? vms.length : vms.filter((vm) => on.has(vm)).length,
          meaning: meaningOf(rule),
          remedy: rule.remedy,
          source: rule.source,
        }
      }),
    notEvaluated: assessment.notEvaluated.map(({ rule, missing }) => ({
      rule,
      title: ruleOf(rule)?.title ?? rule,
      missing: [...missing],
    })),
  }
}

/** What a rule means on the platform the product plans for. */
export function meaningOf({ meaning }: RiskRule): string {
  return typeof meaning === 'string' ? meaning : meaning.kvm
}
