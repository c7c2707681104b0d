import { describe, expect, it } from 'vitest'
import { Flag, PowerState } from '../estate.ts'
import { importTables, type Table } from './import-tables.ts'

const estateOf = (...tables: Table[]) => importTables(tables).estate
const vInfo = (column: string, cell: string | number | boolean | null) =>
  estateOf({ sheet: 'vInfo', header: ['VM', column], rows: [['a', cell]] }).vms
const part = (sheet: string, header: string[], row: (string | number)[]): Table[] => [
  { sheet: 'vInfo', header: ['VM'], rows: [['a']] },
  { sheet, header: ['VM', ...header], rows: [['a', ...row]] },
]

describe('how cells are read', () => {
  it.each([
    ['True', Flag.yes],
    [true, Flag.yes],
    ['TRUE', Flag.yes],
    ['Yes', Flag.yes],
    [1, Flag.yes],
    ['False', Flag.no],
    [false, Flag.no],
    ['no', Flag.no],
    [0, Flag.no],
    ['', Flag.unknown],
    [null, Flag.unknown],
    ['perhaps', Flag.unknown],
  ])('the flag %j', (cell, flag) => {
    expect(vInfo('CBT', cell).cbt[0]).toBe(flag)
  })

  it.each([
    ['poweredOn', PowerState.poweredOn],
    ['Powered On', PowerState.poweredOn],
    ['poweredOff', PowerState.poweredOff],
    ['Suspended', PowerState.suspended],
    ['', PowerState.unknown],
    ['False', PowerState.unknown],
  ])('the power state %j', (cell, state) => {
    expect(vInfo('Powerstate', cell).powerState[0]).toBe(state)
  })

  it.each([
    ['Memory', 8192, 8],
    ['Memory GB', 8, 8],
    ['Memory (KB)', 1048576, 1],
    ['RAM', '2048', 2],
    ['Memory', '', Number.NaN],
    ['Memory', 'plenty', Number.NaN],
  ])('%s %j', (header, cell, gib) => {
    expect(vInfo(header, cell).memoryGiB[0]).toBe(gib)
  })

  it.each([
    [19, 19],
    ['19', 19],
    ['vmx-09', 9],
    ['v13', 13],
    ['new', Number.NaN],
  ])('the hardware version %j', (cell, version) => {
    expect(vInfo('HW version', cell).hardwareVersion[0]).toBe(version)
  })

  it('blank numbers as unknown and never as 0', () => {
    const { vms } = estateOf({ sheet: 'vInfo', header: ['VM', 'CPUs', 'In Use MiB'], rows: [['a', null, '']] })
    expect([vms.vcpus[0], vms.inUseGiB[0], vms.provisionedGiB[0]]).toEqual([Number.NaN, Number.NaN, Number.NaN])
  })

  it('a limit of -1 as no limit', () => {
    const { vms } = estateOf(...part('vCPU', ['Limit', 'Reservation'], [-1, 500]))
    expect([vms.cpuLimitMHz[0], vms.cpuReservationMHz[0]]).toEqual([Number.POSITIVE_INFINITY, 500])
    expect(estateOf(...part('vMemory', ['Limit'], [2048])).vms.memoryLimitGiB[0]).toBe(2)
  })

  it.each([
    ['35', 35],
    ['35%', 35],
    ['35.5 %', 35.5],
  ])('the percentage %j', (cell, percent) => {
    expect(estateOf(...part('vCPU', ['CPU Usage %'], [cell])).vms.cpuUsagePct[0]).toBe(percent)
  })

  it.each([
    [0, 'noSharing'],
    [1, 'virtualSharing'],
    ['2', 'physicalSharing'],
    ['physicalSharing', 'physicalSharing'],
  ])('the shared bus %j', (cell, name) => {
    const { disks, texts } = estateOf(...part('vDisk', ['Disk', 'Shared Bus'], ['Hard disk 1', cell]))
    expect(texts[disks.sharedBus[0]]).toBe(name)
  })

  it.each(['none', 'None', ''])('the network %j as no network', (cell) => {
    const { nics, vms } = estateOf(...part('vNetwork', ['NIC label', 'Network'], ['Network adapter 1', cell]))
    expect([nics.count, nics.network[0]]).toEqual([1, 0])
    expect(vms.networks8[0]).toBe(0)
    expect(vInfo('Network #3', cell).networks8[2]).toBe(0)
  })

  it.each([
    ['[vsan-01] dir/a.vmdk', 'vsan-01'],
    ['[my [odd] name', 'my [odd'],
    ['dir/a.vmdk', ''],
    ['', ''],
  ])('the datastore of the path %j', (path, datastore) => {
    const { disks, texts } = estateOf(...part('vDisk', ['Disk', 'Path'], ['Hard disk 1', path]))
    expect(texts[disks.datastore[0]]).toBe(datastore)
  })

  it('takes a datastore from its own column where the path names none', () => {
    const { disks, texts } = estateOf(...part('vDisk', ['Disk', 'Datastore'], ['Hard disk 1', 'ds1']))
    expect(texts[disks.datastore[0]]).toBe('ds1')
  })

  it('dates as instants', () => {
    expect(vInfo('Creation date', '2025/11/03 08:15:00').createdAt[0]).toBe(Date.UTC(2025, 10, 3, 8, 15))
    expect(vInfo('Creation date', '').createdAt[0]).toBeNaN()
  })

  it('names that are numbers as texts', () => {
    const { vms, texts } = estateOf({ sheet: 'vInfo', header: ['VM'], rows: [[4711]] })
    expect(texts[vms.name[0]]).toBe('4711')
  })
})

describe('what other sheets add to a VM', () => {
  it('takes the folder from the sheet that carries it', () => {
    const tables = part('vDisk', ['Disk', 'Folder'], ['Hard disk 1', '/dc/disk'])
    expect(folderOf(estateOf(...tables))).toBe('/dc/disk')
    const cpu = { sheet: 'vCPU', header: ['VM', 'Folder'], rows: [['a', '/dc/cpu']] }
    expect(folderOf(estateOf(...tables, cpu))).toBe('/dc/cpu')
  })

  it('keeps the folder of vInfo where it is filled', () => {
    const cpu = { sheet: 'vCPU', header: ['VM', 'Folder'], rows: [['a', '/dc/cpu']] }
    expect(folderOf(estateOf({ sheet: 'vInfo', header: ['VM', 'Folder'], rows: [['a', '/dc/own']] }, cpu))).toBe(
      '/dc/own',
    )
  })

  it('fills what vInfo leaves open from vCPU, vMemory and vTools', () => {
    const { vms } = estateOf(
      {
        sheet: 'vInfo',
        header: ['VM', 'CPUs'],
        rows: [
          ['a', 2],
          ['b', null],
        ],
      },
      {
        sheet: 'vCPU',
        header: ['VM', 'CPUs'],
        rows: [
          ['a', 8],
          ['b', 8],
        ],
      },
      { sheet: 'vMemory', header: ['VM', 'Size MiB'], rows: [['a', 4096]] },
      { sheet: 'vTools', header: ['VM', 'VM Version', 'Tools'], rows: [['b', '13', 'toolsOk']] },
    )
    expect(Array.from(vms.vcpus)).toEqual([2, 8])
    expect(Array.from(vms.memoryGiB)).toEqual([4, Number.NaN])
    expect(Array.from(vms.hardwareVersion)).toEqual([Number.NaN, 13])
  })

  it('sorts disks as people count them', () => {
    const rows = ['Hard disk 10', 'Hard disk 2', 'Hard disk 1'].map((label) => ['a', label])
    const { disks, texts } = estateOf(
      { sheet: 'vInfo', header: ['VM'], rows: [['a']] },
      { sheet: 'vDisk', header: ['VM', 'Disk'], rows },
    )
    expect(Array.from(disks.label, (code) => texts[code])).toEqual(['Hard disk 1', 'Hard disk 2', 'Hard disk 10'])
  })

  it('keeps the drives of three sheets apart', () => {
    const { drives, texts } = estateOf(
      { sheet: 'vInfo', header: ['VM'], rows: [['a'], ['b']] },
      { sheet: 'vUSB', header: ['VM', 'Device Node', 'Connected'], rows: [['b', 'USB 1', 'True']] },
      {
        sheet: 'vCD',
        header: ['VM', 'Device Node', 'Connected'],
        rows: [
          ['b', 'CD 1', 'False'],
          ['a', 'CD 2', 'True'],
        ],
      },
    )
    expect(Array.from(drives.node, (code) => texts[code])).toEqual(['CD 2', 'CD 1', 'USB 1'])
    expect(Array.from(drives.kind)).toEqual([0, 0, 1])
    expect(Array.from(drives.start)).toEqual([0, 1, 3])
  })

  it('keeps custom columns of vInfo, the same name twice, and drops those that hold secrets', () => {
    const { customColumns, texts } = estateOf({
      sheet: 'vInfo',
      header: ['VM', 'Owner', 'Root password', 'Owner', 'Empty'],
      rows: [['a', 'ACME', 'hunter2', 'Globex', '']],
    })
    expect(customColumns.map(({ name, values }) => [name, texts[values[0]]])).toEqual([
      ['Owner', 'ACME'],
      ['Owner (2)', 'Globex'],
    ])
    expect(texts).not.toContain('hunter2')
  })
})

function folderOf({ vms, texts }: ReturnType<typeof estateOf>): string {
  return texts[vms.folder[0]]
}
