import { describe, expect, it } from 'vitest'
import type { SheetName } from '../estate.ts'
import { matchColumns } from './match-columns.ts'
import { specsOf } from './sheet-specs.ts'

const match = (sheet: SheetName, header: string[]) => matchColumns(sheet, header, specsOf(sheet))
const indexOf = (sheet: SheetName, header: string[], column: string) =>
  match(sheet, header).matched.find((it) => it.column === column)?.index

describe('matchColumns', () => {
  it.each<[SheetName, string, string[], number | undefined]>([
    ['vInfo', 'moref', ['VM', 'VM UUID', 'VM ID'], 2],
    ['vInfo', 'instanceUuid', ['VM', 'VM ID'], undefined],
    ['vInfo', 'osConfig', ['VM', 'OS'], 1],
    ['vInfo', 'name', ['Datacenter', 'vInfoVMName'], 1],
    ['vDisk', 'path', ['VM', 'Disk Path', 'Path'], 2],
    ['vDisk', 'path', ['VM', 'Disk Path'], undefined],
    ['vSnapshot', 'vmName', ['Name', 'VM', 'Date / time'], 1],
    ['vSnapshot', 'name', ['VM', 'Name', 'Date / time'], 1],
    ['vSnapshot', 'sizeGiB', ['VM', 'Size MiB (vmsn)', 'Size MiB (total)'], 2],
    ['vSnapshot', 'sizeGiB', ['VM', 'Size MiB (vmsn)'], undefined],
    ['vNetwork', 'adapter', ['VM', 'NIC label', 'Adapter', 'Type'], 2],
    ['vNetwork', 'macType', ['VM', 'NIC label', 'Adapter', 'Type'], 3],
    ['vNetwork', 'ipv4', ['VM', 'IP Address'], 1],
    ['vPartition', 'consumedGiB', ['VM', 'Disk', 'Capacity MB', 'Free MB'], undefined],
    ['vHost', 'memoryGiB', ['Host', '# Memory', 'Memory usage %'], 1],
    ['vHost', 'speedMHz', ['Name', 'CPU MHz'], 1],
    // A bare "CPU" is a number of CPUs, whoever wrote it.
    ['vHost', 'speedMHz', ['Name', 'CPU'], undefined],
    ['vCluster', 'memoryGiB', ['Name', 'TotalMemory'], 1],
    ['dvSwitch', 'name', ['Switch', 'Name'], 0],
    ['vRP', 'path', ['Resource Pool name', 'Resource Pool path'], 1],
    ['vLicense', 'name', ['Name', 'Key'], 0],
  ])('finds in %s the column of %s', (sheet, column, header, index) => {
    expect(indexOf(sheet, header, column)).toBe(index)
  })

  it('lets no attribute take the place of a column that is there under its own name', () => {
    const header = ['VM', 'Notes', 'OS', 'Annotation', 'OS according to the configuration file']
    expect(indexOf('vInfo', header, 'annotation')).toBe(3)
    expect(indexOf('vInfo', header, 'osConfig')).toBe(4)
    expect(match('vInfo', header).custom.map((it) => it.header)).toEqual(['Notes', 'OS'])
  })

  it('takes of two columns of one name the one beside its usual neighbours', () => {
    const header = ['VM', 'Powerstate', 'Annotation', 'Host', 'Owner', 'Datacenter', 'Cluster', 'Host', 'VM ID']
    expect(indexOf('vInfo', header, 'host')).toBe(7)
    expect(match('vInfo', header).custom).toEqual([
      { header: 'Host', index: 3 },
      { header: 'Owner', index: 4 },
    ])
  })

  it('takes of two columns that differ by case the one RVTools writes, else the first', () => {
    expect(indexOf('vInfo', ['VM', 'FOLDER', 'Folder'], 'folder')).toBe(2)
    expect(indexOf('vInfo', ['VM', 'FOLDER', 'folder'], 'folder')).toBe(1)
  })

  it('tells what it ignores from what only the customer knows', () => {
    const header = ['VM', 'Num Monitors', 'Cost centre', '', 'Video Ram KB', 'Owner', 'Owner']
    expect(match('vInfo', header).ignored).toEqual(['Num Monitors', 'Video Ram KB'])
    expect(match('vInfo', header).custom.map((it) => it.header)).toEqual(['Cost centre', 'Owner', 'Owner'])
  })

  it('lists as missing what RVTools writes and a plan reads', () => {
    const { missing } = match('vDisk', ['VM', 'Disk', 'Capacity MB', 'VM ID', 'VI SDK UUID'])
    expect(missing).toContain('Thin')
    expect(missing).toContain('Path')
    // Other tools write it, RVTools never does.
    expect(missing).not.toContain('Datastore')
    expect(missing).not.toContain('Capacity MiB')
  })

  it('never reads a licence key', () => {
    const keys = match('vLicense', ['Name', 'Key', 'Total', 'Used']).matched.map((it) => it.header)
    expect(keys).not.toContain('Key')
    const host = match('vHost', ['Host', 'Assigned License(s)'])
    expect(host.matched.map((it) => it.header)).toEqual(['Host'])
    expect(host.ignored).toEqual(['Assigned License(s)'])
  })
})
