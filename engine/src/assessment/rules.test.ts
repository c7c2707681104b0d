import { describe, expect, it } from 'vitest'
import { type Fixture, RULE_FIXTURES } from '../../test/support/rule-fixtures.ts'
import { estateOfRows } from '../../test/support/rvtools-case.ts'
import { deriveFacts } from '../inventory/derive-facts.ts'
import { Settings } from '../settings.ts'
import { instant } from '../units.ts'
import { assess } from './assess.ts'
import { conditionText } from './condition-text.ts'
import { columnsOf } from './conditions.ts'
import { explainFinding } from './explain-finding.ts'
import { TARGETS } from './os/guest-os.ts'
import { RISK_RULES, ruleOf } from './rules.ts'

const AS_OF = instant(Date.parse('2026-02-01T12:00:00Z'))
/** Everything on: the optional rules have fixtures too. */
const SETTINGS = Settings.parse({
  risk: { rules: Object.fromEntries(RISK_RULES.map(({ id }) => [id, { enabled: true }])) },
})

function judge({ vm = {}, others = [], places }: Fixture) {
  const estate = estateOfRows([vm, ...others], places)
  const facts = deriveFacts(estate)
  const assessment = assess(facts, SETTINGS, AS_OF)
  return {
    judgement: { estate, facts, settings: SETTINGS, assessment },
    firesOnFirst: (id: string) => assessment.findings.some(({ rule, vms }) => rule === id && vms.includes(0)),
  }
}

describe('every rule', () => {
  it('has a fixture that fires it and one that does not', () => {
    expect(Object.keys(RULE_FIXTURES)).toEqual(RISK_RULES.map(({ id }) => id))
  })

  it.each(Object.entries(RULE_FIXTURES))('%s fires on its fixture and not on the near miss', (id, fixture) => {
    expect(judge(fixture.fires).firesOnFirst(id)).toBe(true)
    expect(judge(fixture.misses).firesOnFirst(id)).toBe(false)
  })

  it.each(Object.entries(RULE_FIXTURES))('%s names the cells it fired on', (id, { fires }) => {
    const cells = explainFinding(judge(fires).judgement, id, 0)
    expect(cells.length).toBeGreaterThan(0)
    for (const { column, address } of cells) {
      expect(columnsOf(ruleOf(id)!.when)).toContain(column)
      expect(address).toMatch(/^[A-Z]+\d+$/)
    }
  })

  it.each(RISK_RULES.map((rule) => [rule.id, rule] as const))('%s says what it means and what to do', (_, rule) => {
    const { meaning } = rule
    const meanings = typeof meaning === 'string' ? [meaning] : TARGETS.map((target) => meaning[target])
    for (const sentence of [...meanings, rule.remedy]) expect(sentence).toMatch(/^[A-Zv].*\.$/s)
    expect(rule.title).toMatch(/^[^.]+$/)
    expect(conditionText(rule.when, SETTINGS.risk.thresholds)).not.toBe('')
    expect(rule.source).not.toBe('')
  })

  it('has an id of its own', () => {
    expect(new Set(RISK_RULES.map(({ id }) => id)).size).toBe(RISK_RULES.length)
    for (const { id } of RISK_RULES) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  })
})

describe('the plain VM', () => {
  it('is one that no rule has a word against, but that it is no system of the conversion list', () => {
    const { judgement } = judge({})
    expect(judgement.assessment.findings.map(({ rule }) => rule)).toEqual(['os-outside-conversion-list'])
    expect(judgement.assessment.notEvaluated).toEqual([])
  })
})
