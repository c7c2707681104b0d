import { describe, expect, it } from 'vitest'
import { importTables, type Table } from './import-tables.ts'
import type { Warning } from './sheet.ts'
import { WARNING_CODES } from './warnings.ts'

const VINFO: Table = {
  sheet: 'vInfo',
  header: ['VM', 'Powerstate', 'Template', 'CPUs', 'Memory', 'Provisioned MiB', 'In Use MiB'],
  rows: [['a', 'poweredOn', 'False', 2, 4096, 100, 50]],
}
const withRows = (...rows: Table['rows']) => ({ ...VINFO, rows })
const named = (code: string, warnings: readonly Warning[]) => warnings.filter((it) => it.code === code)

describe('rows that are kept out', () => {
  it.each<[string, Table, { row: number; reason: string }]>([
    [
      'without a name and an id',
      withRows(['', 'poweredOn', 'False', 1, 1, 1, 1]),
      { row: 2, reason: 'no VM name and no id' },
    ],
    ['that repeat the header', withRows(VINFO.header), { row: 2, reason: 'the header is repeated' }],
    [
      'of totals',
      withRows(VINFO.rows[0], ['Total', '', '', 2, 4096, 100, 50]),
      { row: 3, reason: 'a row of totals ("Total")' },
    ],
  ])('%s', (_, table, { row, reason }) => {
    const { rejected, estate } = importTables([table])
    expect(rejected).toEqual([{ file: 'export.xlsx', sheet: 'vInfo', row, reason }])
    expect(estate.vms.count).toBe(table.rows.length - 1)
  })

  it('names a total that somebody typed below the hosts', () => {
    const host = {
      sheet: 'vHost',
      header: ['Host', '# Cores'],
      rows: [
        ['h1', 16],
        ['', 16],
      ],
    }
    const { rejected, estate } = importTables([VINFO, host])
    expect(rejected).toMatchObject([{ sheet: 'vHost', row: 3, reason: '"Host" is empty' }])
    expect(estate.hosts).toHaveLength(1)
  })

  it('a VM that is called Total is a VM', () => {
    const { estate, rejected } = importTables([withRows(['Total', 'poweredOff', 'False', 1, 1024, 1, 1])])
    expect([estate.vms.count, rejected]).toEqual([1, []])
  })

  it('blank rows are nothing at all', () => {
    const { estate, rejected } = importTables([withRows([], ['', null, '', ''], VINFO.rows[0], [''])])
    expect([estate.vms.count, rejected]).toEqual([1, []])
  })

  it('lists so many and counts the rest', () => {
    const { rejected, warnings } = importTables([withRows(...Array.from({ length: 1200 }, () => ['', 'poweredOn']))])
    expect(rejected).toHaveLength(1000)
    expect(named('rejected_more', warnings)[0].message).toContain('200')
  })

  it('the sentence that vFileInfo holds instead of files is no bad row', () => {
    const files = { sheet: 'vFileInfo', header: ['Friendly Path Name', 'File Name'], rows: [['Not collected.', '']] }
    const { estate, rejected } = importTables([VINFO, files])
    expect([estate.counts.files, rejected]).toEqual([0, []])
  })
})

describe('what looks wrong but was read', () => {
  it.each<[string, Table[], Partial<Warning>]>([
    ['missing_sheet', [VINFO], { message: expect.stringContaining('vDisk') }],
    [
      'missing_column',
      [{ ...VINFO, header: ['VM', 'Powerstate', 'Template', 'CPUs', 'x', 'Provisioned MiB', 'In Use MiB'] }],
      { sheet: 'vInfo' },
    ],
    [
      'zero_filled_column',
      [withRows(['a', 'poweredOn', 'False', 0, 4096, 1, 1], ['b', 'poweredOn', 'False', 0, 4096, 1, 1])],
      { message: expect.stringContaining('"CPUs"') },
    ],
    [
      'shifted_columns',
      [withRows(['a', 'x', 'poweredOn', 'False', 2, 4096, 100])],
      { message: expect.stringContaining('row 2') },
    ],
    [
      'shifted_columns',
      [withRows(['a', 'False', '', 2, 4096, 100, 50])],
      { message: expect.stringContaining('"Powerstate"') },
    ],
    [
      'unreadable_values',
      [withRows(VINFO.rows[0], ['b', 'poweredOn', 'False', 'many', 4096, 1, 1])],
      { message: expect.stringContaining('row 3') },
    ],
    ['totals_row', [withRows(VINFO.rows[0], ['Totals', '', '', 2])], { sheet: 'vInfo' }],
    ['foreign_sheet', [VINFO, { sheet: 'Pivot', header: ['x'], rows: [] }], { sheet: 'Pivot' }],
    ['sheet_twice', [VINFO, { ...VINFO, sheet: 'tabvInfo' }], { sheet: 'tabvInfo' }],
    [
      'join_failed',
      [VINFO, { sheet: 'vTools', header: ['VM', 'Tools'], rows: [['gone', 'toolsOk']] }],
      { sheet: 'vTools' },
    ],
    [
      'disk_count_differs',
      [
        { sheet: 'vInfo', header: ['VM', 'Disks'], rows: [['a', 2]] },
        { sheet: 'vDisk', header: ['VM', 'Disk'], rows: [['a', 'd']] },
      ],
      { sheet: 'vDisk' },
    ],
    ['no_metadata', [VINFO], {}],
    ['identity_by_name', [VINFO], {}],
    [
      'mixed_versions',
      ['3.10.1.0', '4.7.1.4'].map((version) => ({
        sheet: 'vMetaData',
        header: ['RVTools version'],
        rows: [[version]],
        file: version,
      })),
      {},
    ],
    [
      'export_date_doubtful',
      [
        { sheet: 'vInfo', header: ['VM', 'PowerOn'], rows: [['a', '2025-06-01']] },
        { sheet: 'vMetaData', header: ['xlsx creation datetime'], rows: [['2025-01-01']] },
      ],
      {},
    ],
  ])('%s', (code, tables, expected) => {
    const found = named(code, importTables(tables).warnings)
    expect(found.length).toBeGreaterThan(0)
    expect(found).toContainEqual(expect.objectContaining(expected))
    expect(Object.keys(WARNING_CODES)).toContain(code)
  })

  it('says nothing of a sound and complete export but what it lacks', () => {
    const codes = importTables([VINFO]).warnings.map((it) => it.code)
    expect([...new Set(codes)].sort()).toEqual(['identity_by_name', 'missing_sheet', 'no_metadata'])
  })

  it('prefers the sheet of the right name to one that only looks like it', () => {
    const copy = { ...VINFO, sheet: 'My copy', rows: [['old', 'poweredOn', 'False', 1, 1, 1, 1]] }
    for (const tables of [
      [copy, VINFO],
      [VINFO, copy],
    ]) {
      const { estate, warnings } = importTables(tables)
      expect(Array.from(estate.vms.name, (code) => estate.texts[code])).toEqual(['a'])
      expect(named('sheet_twice', warnings)).toHaveLength(1)
    }
  })

  it('puts no free text of the export into warnings', () => {
    const table = { sheet: 'vInfo', header: ['VM', 'Annotation', 'CPUs'], rows: [['a', 'root password hunter2', 'x']] }
    expect(JSON.stringify(importTables([table]).warnings)).not.toContain('hunter2')
  })
})

describe('the column report', () => {
  it('says of each sheet what was made of its columns', () => {
    const { columns } = importTables([
      {
        sheet: 'vInfo',
        header: ['VM', 'Num Monitors', 'Owner'],
        rows: [
          ['a', 1, 'x'],
          ['b', 1, 'x'],
        ],
      },
      { sheet: 'Notes', header: ['Text', ''], rows: [] },
    ])
    expect(columns[0]).toMatchObject({
      file: 'export.xlsx',
      sheet: 'vInfo',
      as: 'vInfo',
      rows: 2,
      recognised: [{ header: 'VM', column: 'name' }],
      ignored: ['Num Monitors'],
      custom: ['Owner'],
    })
    expect(columns[0].missing).toContain('Powerstate')
    expect(columns[1]).toMatchObject({ sheet: 'Notes', as: null, custom: [], ignored: ['Text'] })
  })
})
