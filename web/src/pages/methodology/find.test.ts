import { describe, expect, it } from 'vitest'
import { type FormulaRow, formulaChapters, type RuleRow, ruleChapters } from './find.ts'

const formula = (id: string, subject: string, meaning = ''): FormulaRow => ({
  ...{ id, subject, name: id, formula: 'a ÷ b', meaning, settings: [{ key: 'efficiency', value: '0.55' }] },
})
const rule = (id: string, category: string): RuleRow => ({
  ...{ id, category, title: id, severity: 'warning', weight: 3, enabled: true },
  ...{ meaning: 'each disk is copied', remedy: 'split it', reads: ['vDisk.capacityGiB'], source: 'planner §7.1' },
})
const FORMULAS = [
  formula('rate', 'Units'),
  formula('warm-copy', 'Times of one VM', 'The VM runs'),
  formula('cutover', 'Times of one VM'),
]

describe('looking for a formula', () => {
  it('keeps the order of the engine, one chapter a subject', () => {
    expect(formulaChapters(FORMULAS, '').map(({ id, rows }) => [id, rows.length])).toEqual([
      ['formulas-units', 1],
      ['formulas-times-of-one-vm', 2],
    ])
  })

  it.each([
    ['vm RUNS', ['warm-copy']],
    ['efficiency', ['rate', 'warm-copy', 'cutover']],
    ['nothing of the kind', []],
  ])('finds "%s" in names, meanings and settings', (find, ids) => {
    expect(formulaChapters(FORMULAS, find).flatMap(({ rows }) => rows.map((row) => row.id))).toEqual(ids)
  })
})

describe('looking for a rule', () => {
  it('finds it by what it reads and by when it fires', () => {
    const rules = [rule('many-disks', 'disks'), rule('old-esx', 'platform')]
    const conditionOf = (id: string) => (id === 'old-esx' ? 'ESXi release is below 7' : 'number of disks')
    const found = (find: string) => ruleChapters(rules, find, conditionOf).map(({ title }) => title)
    expect(found('below 7')).toEqual(['Platform'])
    expect(found('vdisk')).toEqual(['Disks', 'Platform'])
  })
})
