import { deriveFacts } from '@portolan/engine/inventory/derive-facts'
import { importTables } from '@portolan/engine/inventory/rvtools/import-tables'
import { describe, expect, it } from 'vitest'
import { findVm, handlesOf } from './find-vm.ts'

const UUID = '50347a5e-9f0c-4c55-8c1f-0c8d9d6c0a11'
const HEADER = ['VM', 'Powerstate', 'Template', 'DNS Name', 'VM ID', 'VM UUID', 'VI SDK UUID', 'Cluster']
const { estate } = importTables([
  {
    sheet: 'vInfo',
    file: 'exports/berlin.xlsx',
    header: HEADER,
    rows: [
      ['web01', 'poweredOn', 'False', 'shop.acme.example', 'vm-1', UUID, 'a', 'prod'],
      ['Web01', 'poweredOn', 'False', '', 'vm-2', '', 'a', 'prod'],
      ['twin', 'poweredOn', 'False', '', 'vm-3', '', 'a', 'prod'],
      ['twin', 'poweredOn', 'False', '', 'vm-4', '', 'a', 'test'],
      ['golden', 'poweredOff', 'True', '', 'vm-5', '', 'a', 'prod'],
    ],
  },
  {
    sheet: 'vInfo',
    file: 'exports/lisbon.xlsx',
    header: HEADER,
    rows: [['lx', 'poweredOn', 'False', '', 'vm-1', '', 'b', 'lx']],
  },
])
const facts = deriveFacts(estate)
const find = (wanted: string) => {
  const found = findVm(estate, facts, wanted)
  if (found.kind === 'one') return estate.texts[facts.name[found.vm]]
  return found.kind === 'several' ? handlesOf(estate, facts, found.vms) : found
}

describe('which VM somebody means', () => {
  it.each([
    ['web01', 'web01'],
    ['Web01', 'Web01'],
    ['vm-2', 'Web01'],
    [UUID, 'web01'],
    [UUID.toUpperCase().replaceAll('-', ''), 'web01'],
    ['shop.acme.example', 'web01'],
    ['shop', 'web01'],
    ['LX', 'lx'],
    ['lisbon.xlsx#2', 'lx'],
  ])('%s is %s', (wanted, name) => expect(find(wanted)).toBe(name))

  it('asks back with a handle for each when several answer', () => {
    expect(find('twin')).toEqual(['vm-3', 'vm-4'])
    expect(find('WEB01')).toEqual([UUID, 'vm-2'])
    expect(find('vm-1')).toEqual([UUID, 'lisbon.xlsx#2'])
  })

  it('knows a template', () => expect(find('golden')).toEqual({ kind: 'not-counted', what: 'template' }))
  it('offers what is near', () => expect(find('web1')).toEqual({ kind: 'none', nearest: ['Web01', 'web01'] }))
  it('takes nothing for nobody', () => expect(find('')).toEqual({ kind: 'none', nearest: [] }))
})
