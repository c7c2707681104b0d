import type { Column } from '../../table/column.ts'

/** What a spreadsheet runs as a formula when a cell begins with it, in the wide forms of East Asia too. */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/
const NEEDS_QUOTES = /[",\r\n;\t]|^\s|\s$/
/** As the workbooks round. */
const PRECISION = 1e6
/** Spreadsheets take a file without it for the code page of the machine. */
export const BYTE_ORDER_MARK = '\ufeff'

/** Titles with their units, as the header of the table shows them. */
export function csvHead<Row>(columns: readonly Column<Row>[]): string {
  return line(columns.map(({ title, unit }) => text(unit ? `${title} (${unit})` : title)))
}

/** Rows of a CSV (RFC 4180): numbers bare, texts so that no spreadsheet runs them; names come from foreign systems. */
export function csvRows<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  return rows.map((row) => line(columns.map((column) => cell(column.value(row))))).join('')
}

function cell(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return Number.isFinite(value) ? String(Math.round(value * PRECISION) / PRECISION) : ''
  return text(value)
}

function text(value: string): string {
  const safe = FORMULA_START.test(value) ? `'${value}` : value
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const line = (cells: readonly string[]): string => `${cells.join(',')}\r\n`
