import { Flag } from '../inventory/estate.ts'
import type { VmFacts } from '../inventory/facts.ts'
import type { Instant } from '../units.ts'
import { MEASURES } from './measures.ts'
import type { RiskThresholds } from './risk-thresholds.ts'
import type { Condition } from './rules/rule.ts'
import type { OneOf } from './signals/signal.ts'
import { canRead, SIGNALS } from './signals.ts'
import { dayOf, SYSTEM_READS, SYSTEM_TESTS } from './system-tests.ts'

/** What conditions are judged with. */
export interface ConditionInput {
  readonly facts: VmFacts
  readonly thresholds: RiskThresholds
  readonly asOf: Instant
}

/**
 * Where a condition holds: 1 per VM that meets it. It runs column by column, so that a rule costs one pass over plain
 * arrays however many VMs there are. Unknown values meet nothing.
 */
export function whereMet(condition: Condition, input: ConditionInput): Uint8Array {
  const { facts } = input
  const met = new Uint8Array(facts.count)
  switch (condition.kind) {
    case 'signal': {
      const flags = facts.signals[condition.signal]
      for (let row = 0; row < met.length; row++) met[row] = flags[row] === Flag.yes ? 1 : 0
      return met
    }
    case 'measure': {
      const values = MEASURES[condition.measure].valuesOf(facts, input.asOf)
      const threshold = thresholdOf(condition, input.thresholds)
      // NaN compares false with everything.
      if (condition.is === '>=') for (let row = 0; row < met.length; row++) met[row] = values[row] >= threshold ? 1 : 0
      else if (condition.is === '>')
        for (let row = 0; row < met.length; row++) met[row] = values[row] > threshold ? 1 : 0
      else for (let row = 0; row < met.length; row++) met[row] = values[row] < threshold ? 1 : 0
      return met
    }
    case 'system': {
      const today = dayOf(input.asOf)
      const answers = Uint8Array.from(facts.systems, (os) => (SYSTEM_TESTS[condition.test].isMet(os, today) ? 1 : 0))
      for (let row = 0; row < met.length; row++) met[row] = answers[facts.osOf[row]]
      return met
    }
    case 'name': {
      const pattern = namePattern(input.thresholds[condition.words], condition.match)
      if (pattern === null) return met
      for (let row = 0; row < met.length; row++) met[row] = pattern.test(facts.texts[facts.name[row]]) ? 1 : 0
      return met
    }
    case 'any':
      for (const part of readable(condition.of, facts.columns)) {
        const also = whereMet(part, input)
        for (let row = 0; row < met.length; row++) met[row] |= also[row]
      }
      return met
    case 'all':
      met.fill(1)
      for (const part of condition.of) {
        const also = whereMet(part, input)
        for (let row = 0; row < met.length; row++) met[row] &= also[row]
      }
      return met
  }
}

/** Whether the files carry what the condition reads; of alternatives one is enough. */
export function isReadable(condition: Condition, columns: ReadonlySet<string>): boolean {
  if (condition.kind === 'any') return condition.of.some((part) => isReadable(part, columns))
  if (condition.kind === 'all') return condition.of.every((part) => isReadable(part, columns))
  return canRead(columns, readsOf(condition))
}

function readable(conditions: readonly Condition[], columns: ReadonlySet<string>): Condition[] {
  return conditions.filter((condition) => isReadable(condition, columns))
}

/** Groups of columns a condition reads, of each of which one is needed. */
export function readsOf(condition: Condition): readonly OneOf[] {
  switch (condition.kind) {
    case 'signal':
      return SIGNALS[condition.signal].reads
    case 'measure':
      return MEASURES[condition.measure].reads
    case 'system':
      return SYSTEM_READS
    case 'name':
      return [['vInfo.name']]
    case 'any':
    case 'all':
      return condition.of.flatMap(readsOf)
  }
}

/** Every column a condition reads, once, in the order of its parts. */
export function columnsOf(condition: Condition): string[] {
  return [...new Set(readsOf(condition).flat())]
}

/** The columns whose absence keeps a condition from being judged. */
export function missingColumns(condition: Condition, columns: ReadonlySet<string>): string[] {
  const missing = readsOf(condition).filter((group) => !group.some((column) => columns.has(column)))
  return [...new Set(missing.flat())]
}

export function thresholdOf(condition: Extract<Condition, { kind: 'measure' }>, thresholds: RiskThresholds): number {
  return typeof condition.threshold === 'number' ? condition.threshold : thresholds[condition.threshold]
}

/**
 * One pattern for a list of words, in any case; null for an empty list. `word`: letters may not touch it, so that `dc`
 * is found in `SRV-DC01` and not in `cdc1`.
 */
export function namePattern(words: readonly string[], match: 'part' | 'word'): RegExp | null {
  if (words.length === 0) return null
  const any = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  return new RegExp(match === 'part' ? any : `(?<![a-z])(?:${any})(?![a-z])`, 'i')
}
