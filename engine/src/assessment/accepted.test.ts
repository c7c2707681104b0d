import { describe, expect, it } from 'vitest'
import { estateOfRows, type VmRows } from '../../test/support/rvtools-case.ts'
import { deriveFacts } from '../inventory/derive-facts.ts'
import { Settings } from '../settings.ts'
import { instant } from '../units.ts'
import type { AcceptedFindings } from './accepted.ts'
import { assess } from './assess.ts'
import { RISK_CATEGORIES } from './assessment.ts'

const AS_OF = instant(Date.parse('2026-02-01T12:00:00Z'))
const NO_CAPACITY: VmRows = { vDisk: [{ 'Capacity MiB': 0 }] }

function judged(accepted: AcceptedFindings) {
  const facts = deriveFacts(estateOfRows([NO_CAPACITY, NO_CAPACITY]))
  const assessment = assess(facts, Settings.parse({}), AS_OF, accepted)
  const finding = assessment.findings.find(({ rule }) => rule === 'disk-capacity-invalid')
  return {
    vms: [...(finding?.vms ?? [])],
    counted: [...(finding?.counted ?? [])],
    scores: [...assessment.score],
    categories: [...assessment.category].map((category) => RISK_CATEGORIES[category]),
  }
}

describe('an accepted finding', () => {
  const before = judged(new Map())

  it('counts where nobody accepted it', () => {
    expect(before).toMatchObject({ vms: [0, 1], counted: [0, 1], categories: ['RED', 'RED'] })
  })

  it('stays listed and adds neither weight nor floor on the VM it was accepted on', () => {
    const after = judged(new Map([['disk-capacity-invalid', new Set([0])]]))
    expect(after).toMatchObject({ vms: [0, 1], counted: [1] })
    expect(after.scores[0]).toBeLessThan(before.scores[0])
    expect(after.scores[1]).toBe(before.scores[1])
    expect(after.categories).not.toEqual(before.categories)
    expect(after.categories[1]).toBe('RED')
  })

  it('can be accepted on every VM at once', () => {
    expect(judged(new Map([['disk-capacity-invalid', 'all']]))).toMatchObject({ vms: [0, 1], counted: [] })
  })

  it('lets the next rule of its group count', () => {
    const facts = deriveFacts(estateOfRows([{ vDisk: [{ Raw: 'True', 'Raw Comp. Mode': 'physicalMode' }] }]))
    const ofRdm = (accepted: AcceptedFindings) =>
      assess(facts, Settings.parse({}), AS_OF, accepted)
        .findings.filter(({ rule, counted }) => rule.startsWith('disk-rdm') && counted.length > 0)
        .map(({ rule }) => rule)
    expect(ofRdm(new Map())).toEqual(['disk-rdm-physical'])
    expect(ofRdm(new Map([['disk-rdm-physical', 'all']]))).toEqual(['disk-rdm'])
  })
})
