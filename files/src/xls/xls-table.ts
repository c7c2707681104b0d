import type { CellObject } from '@e965/xlsx'
import { CellKind, type Row } from '@portolan/engine/inventory/rvtools/sheet'
import { type Instant, instant } from '@portolan/engine/units'
import { dateText, parseDateText } from '../cells/date-text.ts'
import { parseNumberText } from '../cells/number-text.ts'
import { serialInstant, serialTimeText } from '../cells/serial-date.ts'
import type { HeadRow, Table } from '../table.ts'
import { isDateFormat } from '../xlsx/number-formats.ts'

type Cells = readonly (CellObject | undefined)[]

const BYTES_PER_CELL = 16

/** A sheet of a legacy workbook, already in memory. */
export class XlsTable implements Table {
  readonly sheet: string
  readonly bytes: number
  private readonly sheetRows: readonly (Cells | undefined)[]
  private readonly date1904: boolean

  constructor(sheet: string, sheetRows: readonly (Cells | undefined)[], date1904: boolean) {
    this.sheet = sheet
    this.sheetRows = sheetRows
    this.date1904 = date1904
    this.bytes = sheetRows.length * (sheetRows[0]?.length ?? 0) * BYTES_PER_CELL
  }

  async head(most: number): Promise<readonly HeadRow[]> {
    const rows: HeadRow[] = []
    for (const row of this.filledRows()) {
      rows.push({ rowNumber: row.rowNumber, cells: Array.from(row.cells, (_, column) => row.text(column)) })
      if (rows.length === most) break
    }
    return rows
  }

  async rows(
    skip: number,
    _columns: readonly number[],
    onRow: (row: Row) => void,
    onBytes: (bytes: number) => void,
  ): Promise<void> {
    let toSkip = skip
    for (const row of this.filledRows()) {
      if (toSkip > 0) toSkip--
      else onRow(row)
    }
    onBytes(this.bytes)
  }

  async close(): Promise<void> {}

  private *filledRows(): Generator<XlsRow> {
    const row = new XlsRow(this.date1904)
    for (const [index, cells] of this.sheetRows.entries()) {
      if (!cells) continue
      row.rowNumber = index + 1
      row.cells = cells
      if (cells.some((_, column) => row.kind(column) !== CellKind.empty)) yield row
    }
  }
}

class XlsRow implements Row {
  rowNumber = 0
  cells: Cells = []
  private readonly date1904: boolean

  constructor(date1904: boolean) {
    this.date1904 = date1904
  }

  kind(column: number): CellKind {
    const cell = this.cells[column]
    switch (cell?.t) {
      case 'n':
        return isDate(cell) ? CellKind.date : CellKind.number
      case 'b':
        return CellKind.boolean
      case 'e':
        return CellKind.error
      case 's':
        return String(cell.v ?? '').trim() === '' ? CellKind.empty : CellKind.text
      default:
        return CellKind.empty
    }
  }

  text(column: number): string {
    const cell = this.cells[column]
    if (cell?.v === undefined) return ''
    if (cell.t === 'b') return cell.v === true ? 'True' : 'False'
    if (cell.t === 'n') return isDate(cell) ? this.dateText(Number(cell.v)) : String(cell.v)
    if (cell.t === 'e') return ERROR_TEXTS[Number(cell.v)] ?? '#ERR!'
    return String(cell.v).trim()
  }

  number(column: number): number {
    const cell = this.cells[column]
    if (cell?.t === 'n') return Number(cell.v)
    return cell?.t === 's' ? parseNumberText(this.text(column), '.') : Number.NaN
  }

  instant(column: number): Instant {
    const cell = this.cells[column]
    if (cell?.t === 'n') return isDate(cell) ? serialInstant(Number(cell.v), this.date1904) : instant(Number.NaN)
    const text = cell?.t === 's' ? this.text(column) : ''
    return parseDateText(text, text.includes('/') ? 'mdy' : 'dmy')
  }

  key(): number {
    return -1
  }

  private dateText(serial: number): string {
    if (serial >= 0 && serial < 1) return serialTimeText(serial)
    const at = serialInstant(serial, this.date1904)
    return Number.isNaN(at) ? String(serial) : dateText(at)
  }
}

/** Error codes of BIFF (MS-XLS §2.5.10). */
const ERROR_TEXTS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
}

function isDate(cell: CellObject): boolean {
  return typeof cell.z === 'string' && isDateFormat(cell.z)
}
