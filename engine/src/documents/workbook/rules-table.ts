import { SEVERITIES } from '../../assessment/assessment.ts'
import { columnsOf } from '../../assessment/conditions.ts'
import type { EffectiveRule } from '../../assessment/effective-rules.ts'
import { SEVERITY_TITLES } from '../wording/names.ts'
import type { Book } from './book.ts'
import { meaningOf } from './rule-words.ts'
import type { TableDefinition } from './table-definition.ts'
import { SEVERITY_TONES } from './tones.ts'

const RULE_STATES = ['found', 'not_evaluated', 'not_found', 'off'] as const
type RuleState = (typeof RULE_STATES)[number]
const STATE_TITLES: Readonly<Record<RuleState, string>> = {
  found: 'found',
  not_evaluated: 'not evaluated',
  not_found: 'not found',
  off: 'switched off',
}

interface RuleRow {
  readonly rule: EffectiveRule
  readonly state: RuleState
  readonly vms: number
  readonly counted: number
  readonly missing: readonly string[]
}

/** The rule table with what came of it: found ones first, the worst and most frequent on top. */
export const rulesTable: TableDefinition<RuleRow> = {
  name: 'rules',
  title: 'Findings by rule',
  about: 'One row per rule, with the VMs it found, what that means and what to do.',
  frozenColumns: 2,
  columns: [
    {
      ...{
        key: 'severity',
        header: 'Severity',
        kind: 'text',
        width: 12,
        words: SEVERITY_TITLES,
        tones: SEVERITY_TONES,
      },
      value: ({ rule }) => rule.severity,
    },
    { key: 'finding', header: 'Finding', kind: 'text', width: 42, wraps: true, value: ({ rule }) => rule.rule.title },
    {
      ...{ key: 'state', header: 'Result', kind: 'text', width: 13, words: STATE_TITLES, value: ({ state }) => state },
      tones: [
        { tone: 'grey', when: 'equals', value: STATE_TITLES.not_evaluated },
        { tone: 'grey', when: 'equals', value: STATE_TITLES.off },
      ],
      meaning: 'Not evaluated: no file carries what the rule reads, so nothing can be said.',
    },
    {
      key: 'vms',
      header: 'VMs',
      kind: 'integer',
      width: 9,
      value: ({ vms, state }) => (state === 'not_evaluated' ? null : vms),
    },
    {
      ...{ key: 'vmShare', header: 'Share', kind: 'share', width: 8 },
      value: ({ vms, state }, { facts }) => (state === 'not_evaluated' || facts.count === 0 ? null : vms / facts.count),
    },
    {
      ...{ key: 'weight', header: 'Weight', kind: 'integer', width: 8, value: ({ rule }) => rule.weight },
      meaning: 'What it adds to the score of a VM.',
    },
    {
      ...{ key: 'countedVms', header: 'VMs where it counts', kind: 'integer', width: 11 },
      value: ({ counted, state }) => (state === 'not_evaluated' ? null : counted),
      meaning: 'Without those where a heavier finding of the same group outweighs it.',
    },
    {
      key: 'meaning',
      header: 'What it means',
      kind: 'text',
      width: 60,
      wraps: true,
      value: ({ rule }) => meaningOf(rule),
    },
    {
      key: 'remedy',
      header: 'What to do',
      kind: 'text',
      width: 60,
      wraps: true,
      value: ({ rule }) => rule.rule.remedy,
    },
    { key: 'category', header: 'Category', kind: 'text', width: 14, value: ({ rule }) => rule.rule.category },
    { key: 'source', header: 'Source', kind: 'text', width: 36, value: ({ rule }) => rule.rule.source },
    { key: 'rule', header: 'Rule', kind: 'text', width: 30, value: ({ rule }) => rule.rule.id },
    {
      key: 'reads',
      header: 'Reads',
      kind: 'text',
      width: 40,
      wraps: true,
      value: ({ rule }) => columnsOf(rule.rule.when).join(', '),
    },
    {
      ...{ key: 'missing', header: 'Missing in the export', kind: 'text', width: 40, wraps: true },
      value: ({ missing }) => missing.join(', '),
    },
  ],
  rows: rowsOfRules,
}

function rowsOfRules({ assessment, rules }: Book): RuleRow[] {
  const found = new Map(assessment.findings.map((finding) => [finding.rule, finding]))
  const notEvaluated = new Map(assessment.notEvaluated.map(({ rule, missing }) => [rule, missing]))
  const rows = [...rules].map(([id, rule]): RuleRow => {
    const finding = found.get(id)
    const missing = notEvaluated.get(id) ?? []
    return {
      rule,
      state: stateOf(id, rule),
      vms: finding?.vms.length ?? 0,
      counted: finding?.counted.length ?? 0,
      missing,
    }
  })
  function stateOf(id: string, rule: EffectiveRule): RuleState {
    if (!rule.isEnabled) return 'off'
    if (found.has(id)) return 'found'
    return notEvaluated.has(id) ? 'not_evaluated' : 'not_found'
  }
  // Array.sort is stable: rules that tie stay in the order of the rule table.
  return rows.sort(
    (a, b) =>
      RULE_STATES.indexOf(a.state) - RULE_STATES.indexOf(b.state) ||
      SEVERITIES.indexOf(a.rule.severity) - SEVERITIES.indexOf(b.rule.severity) ||
      b.vms - a.vms,
  )
}
