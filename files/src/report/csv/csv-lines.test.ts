import { UTC } from '@portolan/engine/calendar/zone'
import type { Cell, ColumnHead, Table } from '@portolan/engine/documents/workbook/table'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvLines } from './csv-lines.ts'
import { csvCell, csvText } from './csv-text.ts'

const column = (kind: ColumnHead['kind'], rest: Partial<ColumnHead> = {}): ColumnHead => ({
  ...{ key: 'k', header: 'Header', width: 10, kind },
  ...rest,
})

function tableOf(columns: readonly ColumnHead[], rows: readonly (readonly Cell[])[]): Table {
  return {
    ...{ name: 'vms', title: 'All VMs', about: '', columns, frozenColumns: 1, layout: 'list' },
    *rows() {
      yield { role: 'band', cells: ['for readers'] }
      for (const cells of rows) yield { role: 'data', cells }
    },
  }
}

describe('texts', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+49 30', "'+49 30"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', '"\'\t=1"'],
    ['\r=1', '"\'\r=1"'],
    ['＝1+1', "'＝1+1"],
    ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
    ['a=1', 'a=1'],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['', ''],
  ])('%j is written %j', (text, written) => expect(csvText(text)).toBe(written))

  it('never begins a cell with what a spreadsheet would run', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const written = csvText(text)
        const cell = written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written
        expect(cell).not.toMatch(/^[=+\-@\t\r]/)
        expect([text, `'${text}`]).toContain(cell)
      }),
      { numRuns: 500 },
    )
  })
})

describe('cells', () => {
  it.each<[ColumnHead['kind'], Cell, string]>([
    ['number', -5, '-5'],
    ['number', 1234567.891, '1234567.891'],
    ['hours', 1 / 3, '0.333333'],
    ['percent', 42, '42'],
    ['share', 0.55, '55'],
    ['number', Number.NaN, ''],
    ['text', null, ''],
    ['flag', false, 'no'],
    ['date', '2026-06-09', '2026-06-09'],
    ['instant', Date.parse('2026-06-09T12:30:59Z'), '2026-06-09 14:30'],
  ])('%s %s is written %j', (kind, cell, written) => {
    expect(csvCell(cell, column(kind), { zone: 'Europe/Berlin', offsetMinutes: 120, transitions: [] })).toBe(written)
  })
})

describe('a file', () => {
  it('begins with a byte order mark, names units, ends lines as RFC 4180 does and leaves out what is for readers', () => {
    const columns = [column('text', { header: 'VM' }), column('gib', { unit: 'GiB' }), column('percent')]
    const text = [...csvLines(tableOf(columns, [['a, b', 1.5, 20]]), UTC)].join('')
    expect(text).toBe('\uFEFFVM,Header (GiB),Header (%)\r\n"a, b",1.5,20\r\n')
  })

  it('keeps every row of a long table', () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => [`vm-${i}`])
    const pieces = [...csvLines(tableOf([column('text')], rows), UTC)]
    expect(pieces.length).toBeGreaterThan(1)
    expect(pieces.join('').split('\r\n')).toHaveLength(rows.length + 2)
  })

  it('keeps the code where a workbook shows words', () => {
    const columns = [column('text', { words: { warm_risky: 'warm, risky' } })]
    expect([...csvLines(tableOf(columns, [['warm_risky']]), UTC)].join('')).toContain('warm_risky')
  })
})
