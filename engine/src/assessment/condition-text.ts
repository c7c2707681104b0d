import { thresholdOf } from './conditions.ts'
import { MEASURES } from './measures.ts'
import type { RiskThresholds } from './risk-thresholds.ts'
import type { Condition } from './rules/rule.ts'
import { SIGNALS } from './signals.ts'
import { SYSTEM_TESTS } from './system-tests.ts'

const COMPARISONS = { '>=': 'is at least', '>': 'is above', '<': 'is below' } as const

/** When a rule fires, in words, with the thresholds in force: `total disk size is at least 2000 GiB`. */
export function conditionText(condition: Condition, thresholds: RiskThresholds): string {
  switch (condition.kind) {
    case 'signal':
      return SIGNALS[condition.signal].fires
    case 'measure': {
      const { label, unit } = MEASURES[condition.measure]
      const amount = `${thresholdOf(condition, thresholds)}${unit === '%' ? '' : ' '}${unit}`
      return `${label} ${COMPARISONS[condition.is]} ${amount}`.trim()
    }
    case 'system':
      return SYSTEM_TESTS[condition.test].label
    case 'name': {
      const words = thresholds[condition.words].join(', ')
      return condition.match === 'part'
        ? `the name contains one of: ${words}`
        : `the name has one of the words: ${words}`
    }
    case 'any':
      return condition.of.map((part) => conditionText(part, thresholds)).join('; or ')
    case 'all':
      return condition.of.map((part) => conditionText(part, thresholds)).join('; and ')
  }
}
