import { describe, expect, it } from 'vitest'
import { importTables, type Table } from './import-tables.ts'

/** `VM name + its labels of disks` for each VM, and the codes of warnings. */
function joined(vInfo: Omit<Table, 'sheet'>, vDisk: Omit<Table, 'sheet'>) {
  const { estate, warnings } = importTables([
    { sheet: 'vInfo', ...vInfo },
    { sheet: 'vDisk', ...vDisk },
  ])
  const { vms, disks, texts } = estate
  return {
    disks: Array.from({ length: vms.count }, (_, vm) =>
      [vms.name[vm], ...disks.label.subarray(disks.start[vm], disks.start[vm + 1])]
        .map((code) => texts[code])
        .join(' '),
    ),
    warnings: warnings.filter((it) => it.code.startsWith('join_')),
  }
}
const header = ['VM', 'VM ID', 'VI SDK UUID']

describe('how rows find their VM', () => {
  it('joins by id, whatever the name says', () => {
    const found = joined(
      {
        header,
        rows: [
          ['a', 'vm-1', 'vc'],
          ['b', 'vm-2', 'vc'],
        ],
      },
      { header: ['Disk', ...header], rows: [['d1', 'renamed', 'vm-2', 'vc']] },
    )
    expect(found.disks).toEqual(['a', 'b d1'])
    expect(found.warnings).toEqual([])
  })

  it('joins by name where nothing has an id', () => {
    const found = joined({ header: ['VM'], rows: [['a'], ['b']] }, { header: ['VM', 'Disk'], rows: [['b', 'd1']] })
    expect(found.disks).toEqual(['a', 'b d1'])
  })

  it('joins a row without an id to the only VM of its name', () => {
    const found = joined({ header, rows: [['a', 'vm-1', 'vc']] }, { header: ['VM', 'Disk'], rows: [['a', 'd1']] })
    expect(found.disks).toEqual(['a d1'])
  })

  it('leaves a row without an id out where several VMs with ids have its name, and says so once', () => {
    const found = joined(
      {
        header,
        rows: [
          ['a', 'vm-1', 'vc'],
          ['a', 'vm-2', 'vc'],
        ],
      },
      {
        header: ['VM', 'Disk'],
        rows: [
          ['a', 'd1'],
          ['a', 'd2'],
        ],
      },
    )
    expect(found.disks).toEqual(['a', 'a'])
    expect(found.warnings).toMatchObject([{ code: 'join_failed', sheet: 'vDisk' }])
    expect(found.warnings[0].message).toContain('2 rows')
  })

  it('prefers of two VMs of one name the one that has no id either', () => {
    const found = joined(
      {
        header,
        rows: [
          ['a', 'vm-1', 'vc'],
          ['a', '', 'vc'],
        ],
      },
      { header: ['VM', 'Disk'], rows: [['a', 'd1']] },
    )
    expect(found.disks).toEqual(['a', 'a d1'])
  })

  it('does not join a row to a VM of the same name and another id', () => {
    const found = joined(
      { header, rows: [['a', 'vm-1', 'vc']] },
      { header: ['Disk', ...header], rows: [['d1', 'a', 'vm-99', 'vc']] },
    )
    expect(found.disks).toEqual(['a'])
    expect(found.warnings).toHaveLength(1)
  })

  it('tells twins apart by the place a row names', () => {
    const place = ['VM', 'Host', 'Cluster']
    const found = joined(
      {
        header: place,
        rows: [
          ['a', 'h1', 'c'],
          ['a', 'h2', 'c'],
        ],
      },
      { header: ['Disk', ...place], rows: [['d1', 'a', 'h2', 'c']] },
    )
    expect(found.disks).toEqual(['a', 'a d1'])
  })

  it('gives what fits several twins to the first of them and says so', () => {
    const found = joined(
      {
        header: ['VM', 'CPUs'],
        rows: [
          ['a', 1],
          ['a', 2],
        ],
      },
      { header: ['VM', 'Disk'], rows: [['a', 'd1']] },
    )
    expect(found.disks).toEqual(['a d1', 'a'])
    expect(found.warnings).toMatchObject([{ code: 'join_ambiguous', sheet: 'vDisk' }])
  })

  it('joins by id rows that do not name their vCenter, where the VM of that id and name is one', () => {
    const found = joined(
      {
        header,
        rows: [
          ['a', 'vm-1', 'x'],
          ['b', 'vm-1', 'y'],
        ],
      },
      { header: ['Disk', 'VM', 'VM ID'], rows: [['d1', 'b', 'vm-1']] },
    )
    expect(found.disks).toEqual(['a', 'b d1'])
  })

  it('counts rows of VMs that vInfo does not list in one warning a sheet', () => {
    const found = joined(
      { header, rows: [['a', 'vm-1', 'vc']] },
      { header: ['Disk', ...header], rows: ['vm-7', 'vm-7', 'vm-8'].map((id) => ['d', id, id, 'vc']) },
    )
    expect(found.warnings).toMatchObject([{ code: 'join_failed', message: '3 rows of 2 VMs that vInfo does not list' }])
  })
})
