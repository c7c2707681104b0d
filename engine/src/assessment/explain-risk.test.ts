import { expect, it } from 'vitest'
import { estateOfRows, type PlaceRows, type VmRows } from '../../test/support/rvtools-case.ts'
import { deriveFacts } from '../inventory/derive-facts.ts'
import { Settings } from '../settings.ts'
import { instant } from '../units.ts'
import { assess } from './assess.ts'
import { explainFinding } from './explain-finding.ts'
import { explainRisk } from './explain-risk.ts'

const AS_OF = instant(Date.parse('2026-02-01T12:00:00Z'))

function judgementOf(vm: VmRows, places: PlaceRows = {}) {
  const estate = estateOfRows([{}, vm], places)
  const facts = deriveFacts(estate)
  const settings = Settings.parse({})
  return { estate, facts, settings, assessment: assess(facts, settings, AS_OF) }
}

const cellsOf = (vm: VmRows, rule: string, places: PlaceRows = {}) =>
  explainFinding(judgementOf(vm, places), rule, 1).map(
    ({ sheet, address, header, value, unit }) => `${sheet}!${address} ${header} = ${value}${unit ? ` ${unit}` : ''}`,
  )

it('a VM is explained by its rules, what counted, what was outweighed and what lifted it', () => {
  const vm: VmRows = {
    vInfo: { 'Provisioned MiB': 11_000 * 1024, Powerstate: 'poweredOff' },
    vDisk: [
      { 'Capacity MiB': 5000 * 1024, Raw: 'True', 'Raw Comp. Mode': 'physicalMode' },
      { Disk: 'Hard disk 2', 'Disk Key': 2001, 'Capacity MiB': 1024, Path: '[ds1] b.vmdk' },
    ],
  }
  const { rules, ...outcome } = explainRisk(judgementOf(vm), 1)
  expect(rules.map(({ rule, weight, counted, outweighedBy }) => [rule.id, weight, counted, outweighedBy])).toEqual([
    ['os-outside-conversion-list', 0, true, null],
    ['disk-very-large', 25, true, null],
    ['disk-large', 10, false, 'disk-very-large'],
    ['provisioned-huge', 3, false, 'disk-very-large'],
    ['disk-rdm-physical', 3, true, null],
    ['disk-rdm', 3, false, 'disk-rdm-physical'],
  ])
  expect(outcome).toEqual({
    sum: 28,
    score: 28,
    categoryOfScore: 'YELLOW',
    category: 'RED',
    liftedBy: ['disk-rdm-physical'],
    mode: 'cold_required',
    reasons: ['powered_off', 'physical_rdm', 'very_large'],
  })
})

it('a rule that somebody accepted is neither outweighed nor a reason to lift', () => {
  const judgement = judgementOf({ vDisk: [{ Raw: 'True', 'Raw Comp. Mode': 'physicalMode' }], vInfo: { CBT: null } })
  const accepted = new Map([['disk-rdm-physical', new Set([1])]])
  const assessment = assess(judgement.facts, judgement.settings, AS_OF, accepted)
  const { rules, sum, category, liftedBy } = explainRisk({ ...judgement, assessment }, 1, accepted)
  expect(rules.map((fired) => [fired.rule.id, fired.counted, fired.accepted, fired.outweighedBy])).toEqual([
    ['os-outside-conversion-list', true, false, null],
    ['disk-rdm-physical', false, true, null],
    ['disk-rdm', true, false, null],
    ['cbt-off', true, false, null],
  ])
  expect([sum, category, liftedBy]).toEqual([6, 'GREEN', []])
})

it('of several disks only the one that fired is shown', () => {
  const vDisk: VmRows['vDisk'] = [
    {},
    { Disk: 'Hard disk 2', 'Disk Key': 2001, 'Disk Mode': 'independent_persistent', Path: '[ds1] b.vmdk' },
  ]
  expect(cellsOf({ vDisk }, 'disk-independent')).toEqual([
    expect.stringMatching(/^vDisk![A-Z]+4 Disk Mode = independent_persistent$/),
  ])
})

it('of several snapshots only the old one is shown, as a date', () => {
  const vSnapshot: VmRows['vSnapshot'] = [{ Name: 'old', 'Date / time': '2025-01-01 00:00:00' }, {}]
  const shown = cellsOf({ vSnapshot }, 'snapshot-old')
  expect(shown[0]).toMatch(/Date \/ time = 2025-01-01T00:00:00\.000Z$/)
})

it('of three ways to look like a database the one that holds is shown', () => {
  expect(cellsOf({ vInfo: { VM: 'sql01' } }, 'high-io')).toEqual([expect.stringMatching(/^vInfo![A-Z]+3 VM = sql01$/)])
})

it('an empty cell is evidence too', () => {
  expect(cellsOf({ vInfo: { CBT: null } }, 'cbt-off')).toEqual([expect.stringMatching(/^vInfo![A-Z]+3 CBT = null$/)])
})

it('rows of the host, the port group and the datastore are found', () => {
  expect(cellsOf({}, 'esx-old', { vHost: { 'ESX Version': 'VMware ESXi 6.7.0' } })).toEqual([
    expect.stringMatching(/^vHost![A-Z]+2 ESX Version = VMware ESXi 6\.7\.0$/),
  ])
  expect(cellsOf({}, 'port-group-permissive', { dvPort: { 'Allow Promiscuous': 'True' } }).join('\n')).toMatch(
    /dvPort![A-Z]+2 Allow Promiscuous = true/,
  )
})

it('a password in the notes is pointed at, never shown', () => {
  const shown = cellsOf({ vInfo: { Annotation: 'pwd = hunter2' } }, 'secret-in-notes')
  expect(shown).toEqual([expect.stringMatching(/^vInfo![A-Z]+3 Annotation = not shown$/)])
  expect(JSON.stringify(explainRisk(judgementOf({ vInfo: { Annotation: 'pwd = hunter2' } }), 1))).not.toContain(
    'hunter2',
  )
})

it('an id that is no rule is a mistake of the caller', () => {
  expect(() => cellsOf({}, 'no-such-rule')).toThrow('No rule has the id "no-such-rule"')
})
