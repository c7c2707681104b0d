import { describe, expect, it } from 'vitest'
import { Identity, textAt } from '../estate.ts'
import { importTables, type Table } from './import-tables.ts'

const KEYS = ['VM', 'VM ID', 'VM UUID', 'VI SDK Server', 'VI SDK UUID']
const vInfo = (header: string[], rows: Table['rows'], file?: string): Table => ({ sheet: 'vInfo', header, rows, file })
const metadata = (file: string, date: string): Table => ({
  sheet: 'vMetaData',
  header: ['RVTools version', 'xlsx creation datetime'],
  rows: [['4.7.1.4', date]],
  file,
})

function vmsOf(tables: readonly Table[]) {
  const { estate, warnings } = importTables(tables)
  const { vms } = estate
  return {
    names: Array.from(vms.name, (code) => estate.texts[code]),
    identity: Array.from(vms.identity),
    vcpus: Array.from(vms.vcpus),
    vcenters: estate.vcenters.map((it) => it.uuid || it.server),
    codes: warnings.map((it) => it.code),
    estate,
  }
}

describe('which rows of vInfo are one VM', () => {
  it('keeps two VMs of one name two VMs', () => {
    const { names, identity } = vmsOf([
      vInfo(KEYS, [
        ['web', 'vm-9', 'u1', '', 'a'],
        ['web', 'vm-10', 'u2', '', 'a'],
      ]),
    ])
    expect(names).toEqual(['web', 'web'])
    expect(identity).toEqual([Identity.moref, Identity.moref])
  })

  it('takes the same MoRef in two vCenters for two VMs', () => {
    const { names, vcenters } = vmsOf([
      vInfo(KEYS, [
        ['a', 'vm-1', 'u', 's', 'B'],
        ['b', 'vm-1', 'v', 's', 'A'],
      ]),
    ])
    expect(names).toEqual(['b', 'a'])
    expect(vcenters).toEqual(['a', 'b'])
  })

  it('orders MoRefs by their number', () => {
    const rows = ['vm-100', 'vm-20', 'vm-3'].map((id) => [id, id, '', '', 'a'])
    expect(vmsOf([vInfo(KEYS, rows)]).names).toEqual(['vm-3', 'vm-20', 'vm-100'])
  })

  it('reads a vCenter without a uuid by its server, and its uuid where another file says it', () => {
    const apart = [
      vInfo(KEYS, [
        ['a', 'vm-1', '', 'vc.lab', ''],
        ['b', 'vm-1', '', 'other.lab', ''],
      ]),
    ]
    expect(vmsOf(apart).names).toEqual(['b', 'a'])
    const together = [
      vInfo(KEYS, [['a', 'vm-1', '', 'VC.lab', '']], 'a.csv'),
      vInfo(KEYS, [['b', 'vm-2', '', 'vc.lab', 'ID']], 'b.csv'),
    ]
    expect(vmsOf(together).vcenters).toEqual(['id'])
  })

  it('goes by the instance uuid where there is no MoRef', () => {
    const header = ['VM', 'VM UUID', 'CPUs']
    const tables = [
      vInfo(header, [['old name', 'ABC', 1]], 'a.csv'),
      metadata('a.csv', '2025-01-01'),
      vInfo(header, [['new name', 'abc', 2]], 'b.csv'),
      metadata('b.csv', '2025-02-01'),
    ]
    const { names, identity, codes } = vmsOf(tables)
    expect(names).toEqual(['new name'])
    expect(identity).toEqual([Identity.instanceUuid])
    expect(codes).toContain('duplicate_vm')
  })

  it('links an export without MoRefs to one with them by the uuid', () => {
    const tables = [
      vInfo([...KEYS, 'CPUs'], [['web', 'vm-1', 'abc', 's', 'id', 1]], 'a.csv'),
      metadata('a.csv', '2025-01-01'),
      vInfo(['VM', 'VM UUID', 'VI SDK UUID', 'CPUs'], [['web', 'ABC', 'ID', 2]], 'b.csv'),
      metadata('b.csv', '2025-02-01'),
    ]
    expect(vmsOf(tables).vcpus).toEqual([2])
  })

  it('does not trust a uuid that clones share', () => {
    const header = ['VM', 'VM UUID', 'Host']
    const { names } = vmsOf([
      vInfo(header, [
        ['a', 'same', 'h'],
        ['b', 'same', 'h'],
      ]),
    ])
    expect(names).toEqual(['a', 'b'])
  })

  it.each([
    ['Datacenter', 'x', 'y'],
    ['Folder', '/x', '/y'],
    ['Host', 'x', 'y'],
    ['Cluster', 'x', 'y'],
  ])('without ids tells VMs of one name apart by %s', (column, a, b) => {
    const { names, identity, codes } = vmsOf([
      vInfo(
        ['VM', column, 'CPUs'],
        [
          ['web', a, 1],
          ['web', b, 1],
        ],
      ),
    ])
    expect(names).toEqual(['web', 'web'])
    expect(identity).toEqual([Identity.place, Identity.place])
    expect(codes).toContain('identity_by_name')
  })

  it('tells twins apart by what their rows hold, then by count', () => {
    const rows = [
      ['web', 4],
      ['web', 2],
      ['web', 4],
      ['db', 1],
    ]
    const { vcpus, identity, codes } = vmsOf([vInfo(['VM', 'CPUs'], rows)])
    expect(vcpus).toEqual([1, 2, 4, 4])
    expect(identity).toEqual([Identity.place, Identity.content, Identity.count, Identity.count])
    expect(codes).toContain('identity_by_content')
  })

  it('counts twins of one content as often as one file does', () => {
    const twice = vInfo(
      ['VM', 'CPUs'],
      [
        ['web', 4],
        ['web', 4],
      ],
      'a.csv',
    )
    expect(vmsOf([twice, { ...twice, file: 'b.csv' }]).vcpus).toEqual([4, 4])
  })

  it('takes a VM without an id in a later export for the same VM, changed', () => {
    const tables = [
      vInfo(['VM', 'Host', 'CPUs'], [['web', 'h', 1]], 'a.csv'),
      metadata('a.csv', '2025-01-01'),
      vInfo(['VM', 'Host', 'CPUs'], [['web', 'h', 2]], 'b.csv'),
      metadata('b.csv', '2025-02-01'),
    ]
    expect(vmsOf(tables).vcpus).toEqual([2])
  })

  it('does not merge VMs of two files that only a MoRef without a vCenter connects', () => {
    const header = ['VM', 'VM ID']
    const tables = [vInfo(header, [['a', 'vm-1']], 'a.csv'), vInfo(header, [['b', 'vm-1']], 'b.csv')]
    expect(vmsOf(tables).names).toEqual(['a', 'b'])
  })

  it('reads a row pasted twice as one VM and says so', () => {
    const row = ['web', 'vm-1', 'u', 's', 'id']
    const { names, codes } = vmsOf([vInfo(KEYS, [row, row])])
    expect(names).toEqual(['web'])
    expect(codes).toContain('duplicate_vm')
  })
})

describe('which of several files speaks for a VM', () => {
  const row = (cpus: number) => [['web', 'vm-1', 'u', 's', 'id', cpus]]
  const header = [...KEYS, 'CPUs']
  const disks = (file: string, ...labels: string[]): Table => ({
    sheet: 'vDisk',
    header: ['VM', 'Disk', 'Capacity MiB', 'VM ID', 'VI SDK UUID'],
    rows: labels.map((label) => ['web', label, 1024, 'vm-1', 'id']),
    file,
  })
  const labelsOf = (tables: readonly Table[]) => {
    const { estate } = importTables(tables)
    return Array.from(estate.disks.label, (_, disk) => textAt(estate, estate.disks.label, disk))
  }

  it('the newest by vMetaData', () => {
    const tables = [
      vInfo(header, row(1), 'z.xlsx'),
      metadata('z.xlsx', '2025-01-01'),
      vInfo(header, row(2), 'a.xlsx'),
      metadata('a.xlsx', '2025-02-01'),
    ]
    expect(vmsOf(tables).vcpus).toEqual([2])
    expect(vmsOf([...tables].reverse()).vcpus).toEqual([2])
  })

  it('the greater file name where no time decides', () => {
    const tables = [vInfo(header, row(1), 'export-11.xlsx'), vInfo(header, row(2), 'export-12.xlsx')]
    expect(vmsOf(tables).vcpus).toEqual([2])
    expect(vmsOf([...tables].reverse()).vcpus).toEqual([2])
  })

  it('drops the disks of the older copy too', () => {
    const tables = [
      vInfo(header, row(1), 'a.xlsx'),
      disks('a.xlsx', 'Hard disk 1', 'Hard disk 2'),
      metadata('a.xlsx', '2025-01-01'),
      vInfo(header, row(2), 'b.xlsx'),
      disks('b.xlsx', 'Hard disk 1'),
      metadata('b.xlsx', '2025-02-01'),
    ]
    expect(labelsOf(tables)).toEqual(['Hard disk 1'])
  })

  it('takes the disks of an older file where the newest has no such sheet', () => {
    const tables = [
      vInfo(header, row(1), 'a.xlsx'),
      disks('a.xlsx', 'Hard disk 1', 'Hard disk 2'),
      metadata('a.xlsx', '2025-01-01'),
      vInfo(header, row(2), 'b.xlsx'),
      metadata('b.xlsx', '2025-02-01'),
    ]
    expect(labelsOf(tables)).toEqual(['Hard disk 1', 'Hard disk 2'])
  })

  it('believes the newest file that a VM has no disks any more', () => {
    const tables = [
      vInfo(header, row(1), 'a.xlsx'),
      disks('a.xlsx', 'Hard disk 1'),
      metadata('a.xlsx', '2025-01-01'),
      vInfo(header, row(2), 'b.xlsx'),
      disks('b.xlsx'),
      metadata('b.xlsx', '2025-02-01'),
    ]
    expect(labelsOf(tables)).toEqual([])
  })
})
