import { RiskSettings } from '@portolan/engine/assessment/risk-settings'
import { describe, expect, it } from 'vitest'
import type { RuleRow } from './findings-columns.tsx'
import { findingsSentence, rowsOf, tabOf } from './findings-filter.ts'
import { choiceOf, riskOf, tableChoice, usualWeight, withRule } from './rule-settings.ts'

const row = (part: Partial<RuleRow>): RuleRow => ({
  ...{ rule: 'cbt-off', category: 'guest', title: 'Changed block tracking is off', severity: 'warning', weight: 3 },
  ...{ enabled: true, vms: 5, accepted: 0, meaning: '', remedy: 'Switch it on', source: '' },
  ...part,
})
const rows = [
  row({}),
  row({ rule: 'os-unsupported', title: 'Unsupported guest system', severity: 'critical', vms: 2, accepted: 1 }),
  row({ rule: 'many-vcpus', title: 'Many vCPUs', enabled: false, vms: 0 }),
]
const ids = (search: Parameters<typeof rowsOf>[1]) => rowsOf(rows, search).map(({ rule }) => rule)

describe('the filters of findings', () => {
  it.each([
    [{}, ['cbt-off', 'os-unsupported']],
    [{ tab: 'off' }, ['many-vcpus']],
    [{ severity: 'critical' }, ['os-unsupported']],
    [{ find: ' BLOCK ' }, ['cbt-off']],
    [{ find: 'switch it' }, ['cbt-off', 'os-unsupported']],
    [{ find: 'nothing' }, []],
  ])('%j keeps %j', (search, kept) => {
    expect(ids(search)).toEqual(kept)
  })

  it('goes to what fired when the tab is none', () => {
    expect(tabOf({ tab: 'elsewhere' })).toBe('fired')
  })

  it('says in a sentence what fired and what is accepted', () => {
    expect(findingsSentence(rows)).toBe('2 rules fired: 1 critical, 1 warning; risks of 1 accepted')
    expect(findingsSentence([])).toBe('No rule fired on any VM')
  })
})

describe('a rule as the project judges it', () => {
  const usual = RiskSettings.parse({})

  it.each([
    ['cbt-off', { enabled: false }, { enabled: false }],
    ['cbt-off', { severity: 'critical' as const }, { severity: 'critical' }],
    ['cbt-off', { weight: 12 }, { weight: 12 }],
    ['many-vcpus', { enabled: true }, { enabled: true }],
  ])('%s set to %j keeps only that', (rule, part, kept) => {
    const changed = withRule(usual, rule, { ...tableChoice(rule), ...part })
    expect(changed.rules).toEqual({ [rule]: kept })
    expect(choiceOf(changed, rule)).toEqual({ ...tableChoice(rule), ...part })
    expect(withRule(changed, rule, tableChoice(rule))).toEqual(usual)
  })

  it('keeps floors that were set elsewhere, and the other rules', () => {
    const risk = RiskSettings.parse({
      greenMax: 10,
      rules: { 'cbt-off': { floor: 'RED', weight: 9 }, 'hot-plug': { weight: 1 } },
    })
    expect(withRule(risk, 'cbt-off', tableChoice('cbt-off'))).toEqual({
      ...risk,
      rules: { 'cbt-off': { floor: 'RED' }, 'hot-plug': { weight: 1 } },
    })
  })

  it('weighs by its severity where the table gives no weight of its own', () => {
    expect([
      usualWeight('cbt-off', 'info'),
      usualWeight('cbt-off', 'warning'),
      usualWeight('os-unsupported', 'info'),
    ]).toEqual([0, 3, 30])
  })

  it('reads settings that are none as the usual ones', () => {
    expect(riskOf({})).toEqual(usual)
    expect(riskOf({ risk: 'x' })).toEqual(usual)
  })
})
