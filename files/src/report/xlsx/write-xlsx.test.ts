import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as XLSX from '@e965/xlsx'
import type { ZoneOffsets } from '@portolan/engine/calendar/zone'
import type { Cell, ColumnHead, Table, TableRow, Workbook } from '@portolan/engine/documents/workbook/table'
import { type Instant, instant } from '@portolan/engine/units'
import { afterAll, describe, expect, it } from 'vitest'
import { type WriteXlsxOptions, writeXlsx } from './write-xlsx.ts'

const folder = mkdtempSync(join(tmpdir(), 'portolan-xlsx-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const BERLIN: ZoneOffsets = { zone: 'Europe/Berlin', offsetMinutes: 60, transitions: [] }
const AS_OF: Instant = instant(Date.parse('2025-12-15T06:07:08Z'))
let serial = 0

function bookOf(tables: readonly Table[], zone: ZoneOffsets = BERLIN): Workbook {
  return { title: 'Acme & Co', customer: 'Acme', author: '', version: '1.0', asOf: AS_OF, zone, tables }
}

function tableOf(
  columns: readonly (Partial<ColumnHead> & Pick<ColumnHead, 'kind'>)[],
  rows: readonly (readonly Cell[])[],
  rest: Partial<Table> = {},
): Table {
  return {
    ...{ name: 'vms', title: 'All VMs', about: '', frozenColumns: 1, layout: 'list' },
    columns: columns.map((column, i) => ({ key: `k${i}`, header: `Column ${i}`, width: 12, ...column })),
    rows: () => rows.map((cells): TableRow => ({ role: 'data', cells })),
    ...rest,
  }
}

async function write(workbook: Workbook, options: WriteXlsxOptions = {}): Promise<string> {
  const path = join(folder, `${++serial}.xlsx`)
  await writeXlsx(path, workbook, options)
  return path
}

/** What another program reads. */
async function readBack(tables: readonly Table[], options: WriteXlsxOptions = {}): Promise<XLSX.WorkBook> {
  return XLSX.read(readFileSync(await write(bookOf(tables), options)), {
    cellStyles: true,
    cellNF: true,
    bookFiles: true,
  })
}

const rowsOf = (book: XLSX.WorkBook, sheet = book.SheetNames[0]) =>
  XLSX.utils.sheet_to_json<unknown[]>(book.Sheets[sheet], { header: 1, raw: true })

function partOf(book: XLSX.WorkBook, name: string): string {
  const parts = (book as unknown as { files: Record<string, { content: Uint8Array }> }).files
  return Buffer.from(parts[name].content).toString('utf8')
}

describe('cells', () => {
  it.each<{ kind: ColumnHead['kind']; cell: Cell; value: unknown; shown: string }>([
    { kind: 'integer', cell: 1288, value: 1288, shown: '1,288' },
    { kind: 'ordinal', cell: 1829, value: 1829, shown: '1829' },
    { kind: 'number', cell: 1234.56, value: 1234.56, shown: '1,234.6' },
    { kind: 'percent', cell: 42.4, value: 0.424, shown: '42%' },
    { kind: 'share', cell: 0.55, value: 0.55, shown: '55%' },
    { kind: 'hours', cell: 1 / 3, value: 0.333333, shown: '0.33' },
    { kind: 'gib', cell: -2.5, value: -2.5, shown: '-2.5' },
    { kind: 'date', cell: '2026-06-09', value: 46_182, shown: '2026-06-09' },
    { kind: 'instant', cell: Date.parse('2026-06-09T12:30:00Z'), value: 46_182 + 13.5 / 24, shown: '2026-06-09 13:30' },
    { kind: 'flag', cell: true, value: 'yes', shown: 'yes' },
    { kind: 'text', cell: '007', value: '007', shown: '007' },
    { kind: 'any', cell: { value: '2026-06-09', kind: 'date' }, value: 46_182, shown: '2026-06-09' },
  ])('writes $kind $cell as a value of its own type, shown as $shown', async ({ kind, cell, value, shown }) => {
    const book = await readBack([tableOf([{ kind }], [[cell]])])
    const written: XLSX.CellObject = book.Sheets['All VMs'].A2
    expect(written.t).toBe(typeof value === 'number' ? 'n' : 's')
    if (typeof value === 'number') expect(written.v).toBeCloseTo(value, 9)
    else expect(written.v).toBe(value)
    expect(written.w).toBe(shown)
  })

  it.each([null, Number.NaN, Number.POSITIVE_INFINITY, ''])('leaves %s empty', async (cell) => {
    const book = await readBack([tableOf([{ kind: 'text' }, { kind: 'number' }], [['x', cell]])])
    expect(book.Sheets['All VMs'].B2).toBeUndefined()
  })

  it('never makes a formula of a text', async () => {
    const texts = ['=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("http://x","y")', '\t=1']
    const book = await readBack([
      tableOf(
        [{ kind: 'text' }],
        texts.map((text) => [text]),
      ),
    ])
    for (const [i, text] of texts.entries()) {
      const cell: XLSX.CellObject = book.Sheets['All VMs'][`A${i + 2}`]
      expect([cell.t, cell.f, cell.v]).toEqual(['s', undefined, text])
    }
  })

  it.each([
    ['markup', '<b> & "quotes" \' </b>'],
    ['line ends and spaces', '  two\nlines  '],
    ['other writings', 'Zürich 東京 😀'],
  ])('keeps %s', async (_, text) => {
    const book = await readBack([tableOf([{ kind: 'text' }], [[text]])])
    expect(rowsOf(book)[1]).toEqual([text])
  })

  it('spells what XML cannot hold', async () => {
    const book = await readBack([tableOf([{ kind: 'text' }], [['bell\u0007 esc\u001b'], ['_x0041_'], ['lone \uD800']])])
    const shared = partOf(book, 'xl/sharedStrings.xml')
    expect(shared).toContain('bell_x0007_ esc_x001B_')
    expect(shared).toContain('_x005F_x0041_')
    expect(shared).toContain('lone \uFFFD')
  })

  it('cuts what a cell cannot hold, and says so', async () => {
    const book = await readBack([tableOf([{ kind: 'text' }], [['x'.repeat(40_000)]])])
    const text = String(book.Sheets['All VMs'].A2.v)
    expect(text).toHaveLength(32_767)
    expect(text).toMatch(/x … \[cut here: 40000 characters, a cell holds 32767\]$/)
  })

  it('shows the words of a code', async () => {
    const book = await readBack([
      tableOf([{ kind: 'text', words: { warm_risky: 'warm, risky' } }], [['warm_risky'], ['odd']]),
    ])
    expect(rowsOf(book).slice(1)).toEqual([['warm, risky'], ['odd']])
  })
})

describe('sheets', () => {
  const two = tableOf(
    [
      { kind: 'text', header: 'VM' },
      { kind: 'gib', header: 'Size', unit: 'GiB', total: 'sum' },
    ],
    [
      ['a', 1.5],
      ['b', Number.NaN],
      ['c', 2],
    ],
  )

  it('has a header that stays, a filter over all rows, widths and a title on every printed page', async () => {
    const book = await readBack([two])
    const xml = partOf(book, 'xl/worksheets/sheet1.xml')
    expect(xml).toContain('<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>')
    expect(xml).toContain('<autoFilter ref="A1:B4"/>')
    expect(xml).toContain('orientation="landscape" fitToWidth="1" fitToHeight="0"')
    expect(book.Sheets['All VMs']['!cols']?.map((column) => column.width)).toEqual([12, 12])
    expect(partOf(book, 'xl/workbook.xml')).toContain(`localSheetId="0">'All VMs'!$1:$1</definedName>`)
    expect(partOf(book, 'xl/workbook.xml')).toContain(`>'All VMs'!$A$1:$B$5</definedName>`)
    expect(rowsOf(book)[0]).toEqual(['VM', 'Size (GiB)'])
  })

  it('sums what a filter shows in the last row, outside the filter', async () => {
    const total: XLSX.CellObject = (await readBack([two])).Sheets['All VMs'].B5
    expect([total.t, total.v, total.f]).toEqual(['n', 3.5, 'SUBTOTAL(109,B2:B4)'])
  })

  it('goes on in another sheet where one is full, and says the sum of all at the end', async () => {
    const rows = Array.from({ length: 7 }, (_, i): Cell[] => [`vm-${i}`, i])
    const table = tableOf([{ kind: 'text' }, { kind: 'integer', total: 'sum' }], rows)
    const book = await readBack([table], { maxRows: 5 })
    expect(book.SheetNames).toEqual(['All VMs', 'All VMs 2', 'All VMs 3'])
    const names = book.SheetNames.flatMap((name) =>
      rowsOf(book, name)
        .slice(1)
        .map(([vm]) => vm),
    )
    expect(names).toEqual([...rows.map(([vm]) => vm), 'Total'])
    const last: XLSX.CellObject = book.Sheets['All VMs 3'].B3
    expect([last.v, last.f]).toEqual([21, undefined])
  })

  it('fills a sheet to its last row without opening an empty one', async () => {
    const table = tableOf([{ kind: 'text' }], [['a'], ['b']])
    expect((await readBack([table], { maxRows: 3 })).SheetNames).toEqual(['All VMs'])
  })

  it('says that a table has no row by its header alone', async () => {
    const book = await readBack([tableOf([{ kind: 'text' }, { kind: 'gib', total: 'sum' }], [])])
    expect(rowsOf(book)).toEqual([['Column 0', 'Column 1']])
    expect(partOf(book, 'xl/worksheets/sheet1.xml')).toContain('<autoFilter ref="A1:B1"/>')
  })

  it('colours by conditions that follow the value', async () => {
    const tones: ColumnHead['tones'] = [
      { tone: 'red', when: 'equals', value: 'RED' },
      { tone: 'amber', when: 'atLeast', value: 85 },
      { tone: 'red', when: 'before', value: '2026-01-01' as never },
    ]
    const xml = partOf(
      await readBack([tableOf([{ kind: 'text', tones }], [['RED'], ['GREEN']])]),
      'xl/worksheets/sheet1.xml',
    )
    expect(xml).toContain('<conditionalFormatting sqref="A2:A3">')
    expect(xml).toContain('<formula>A2=&quot;RED&quot;</formula>')
    expect(xml).toContain('<formula>AND(ISNUMBER(A2),A2&gt;=85)</formula>')
    expect(xml).toContain('<formula>AND(ISNUMBER(A2),A2&lt;46023)</formula>')
  })

  it('reads a page from top to bottom, with links to other tabs', async () => {
    const page = tableOf([{ kind: 'text' }], [], {
      ...{ name: 'summary', title: 'Summary', layout: 'page' },
      rows: () => [
        { role: 'title', cells: ['Acme'] },
        { role: 'note', cells: [{ value: 'All VMs', tab: 'vms' }] },
      ],
    })
    const book = await readBack([page, two])
    const xml = partOf(book, 'xl/worksheets/sheet1.xml')
    expect(xml).not.toMatch(/<pane|<autoFilter/)
    expect(xml).toContain(`<hyperlink ref="A2" location="'All VMs'!A1"/>`)
    expect(rowsOf(book)).toEqual([['Acme'], ['All VMs']])
  })

  it('names tabs as Excel takes them', async () => {
    const titles = ['a/b:c', "'quoted'", 'History', 'x'.repeat(40), 'X'.repeat(40), '']
    const tables = titles.map((title, i) => tableOf([{ kind: 'text' }], [], { name: `t${i}`, title }))
    expect((await readBack(tables)).SheetNames).toEqual([
      ...['a b c', 'quoted', 'History (2)', 'x'.repeat(31), `${'X'.repeat(27)} (2)`, 'Sheet'],
    ])
  })
})

describe('the file', () => {
  const table = tableOf([{ kind: 'text' }, { kind: 'integer' }], [['a', 1]])

  it('names its title and its maker', async () => {
    const core = partOf(await readBack([table]), 'docProps/core.xml')
    expect(core).toContain('<dc:title>Acme &amp; Co</dc:title>')
    expect(core).toContain('<dc:creator>Portolan</dc:creator>')
    expect(core).toContain('2025-12-15T06:07:08Z')
  })

  it('has the same bytes on every machine', async () => {
    const zone = process.env.TZ
    const hashes = []
    for (const place of ['UTC', 'America/New_York', 'Asia/Tokyo']) {
      process.env.TZ = place
      hashes.push(
        createHash('sha256')
          .update(readFileSync(await write(bookOf([table]))))
          .digest('hex'),
      )
    }
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
    expect(new Set(hashes).size).toBe(1)
  })

  it('fails with the reason when rows cannot be had', async () => {
    const broken = tableOf([{ kind: 'text' }], [], {
      *rows(): Generator<TableRow> {
        yield { role: 'data', cells: ['a'] }
        throw new Error('no more rows')
      },
    })
    await expect(write(bookOf([broken]))).rejects.toThrow('no more rows')
  })

  it('fails where the folder is missing', async () => {
    await expect(writeXlsx(join(folder, 'missing', 'a.xlsx'), bookOf([table]))).rejects.toThrow(/ENOENT/)
  })

  it('stops when it is told to', async () => {
    await expect(write(bookOf([table]), { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i)
  })
})
