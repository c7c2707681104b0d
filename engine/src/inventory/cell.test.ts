import { describe, expect, it } from 'vitest'
import { cellOf, columnLetters } from './cell.ts'
import { importTables } from './rvtools/import-tables.ts'

describe('cellOf', () => {
  const { estate } = importTables([
    {
      sheet: 'tabvInfo',
      header: ['VM', 'Changed Block Tracking', 'VM ID'],
      rows: [
        ['b', 'TRUE', 'vm-2'],
        ['a', '', 'vm-1'],
      ],
      file: 'b.xlsx',
    },
    { sheet: 'vDisk', header: ['VM', 'Disk', 'Thin'], rows: [['a', 'd1', 'True']], file: 'a.xlsx' },
  ])

  it('names file, sheet, header, row and address of a value', () => {
    expect(cellOf(estate, estate.vms.origins.vInfo, 0, 'vInfo.cbt')).toEqual({
      file: 'b.xlsx',
      sheet: 'tabvInfo',
      header: 'Changed Block Tracking',
      row: 3,
      address: 'B3',
    })
    expect(cellOf(estate, estate.disks.origin, 0, 'vDisk.thin')).toMatchObject({ file: 'a.xlsx', address: 'C2' })
  })

  it('has no cell for a column that is not there or a VM without a row', () => {
    expect(cellOf(estate, estate.vms.origins.vInfo, 0, 'vInfo.firmware')).toBeNull()
    expect(cellOf(estate, estate.vms.origins.vCPU, 0, 'vCPU.sockets')).toBeNull()
  })
})

describe('columnLetters', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [16383, 'XFD'],
  ])('writes %i as %s', (index, letters) => {
    expect(columnLetters(index)).toBe(letters)
  })
})
