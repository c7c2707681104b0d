import { describe, expect, it } from 'vitest'
import type { Column } from '../../table/column.ts'
import { csvHead, csvRows } from './vm-csv.ts'

interface Row {
  readonly name: string
  readonly used: number | null
  readonly isOut?: boolean
}

const columns: readonly Column<Row>[] = [
  { id: 'name', title: 'VM', width: 1, value: (row) => row.name },
  { id: 'used', title: 'In use', unit: 'GiB', width: 1, value: (row) => row.used },
  { id: 'out', title: 'Left out', width: 1, value: (row) => row.isOut },
]
const of = (row: Row) => csvRows(columns, [row])

describe('the CSV of the table', () => {
  it('begins with titles and their units', () => {
    expect(csvHead(columns)).toBe('VM,In use (GiB),Left out\r\n')
  })

  it('writes bare numbers rounded as the workbooks round, and nothing for the unknown', () => {
    expect(of({ name: 'a', used: 1.23456789, isOut: true })).toBe('a,1.234568,yes\r\n')
    expect(of({ name: 'a', used: null })).toBe('a,,\r\n')
    expect(of({ name: 'a', used: -5 })).toBe('a,-5,\r\n')
  })

  it.each(['=cmd()', '+1', '-1+1', '@SUM(A1)', '＝1', '\t=1', '\r=1'])(
    'never lets a spreadsheet run the name %j',
    (name) => {
      expect(of({ name, used: 0 })).toMatch(/^"?'/)
    },
  )

  it('quotes what would break a row', () => {
    expect(of({ name: 'a,"b"\nc', used: 0 })).toBe('"a,""b""\nc",0,\r\n')
  })
})
