import type { ZoneOffsets } from '@portolan/engine/calendar/zone'
import {
  type Cell,
  type ColumnHead,
  headerText,
  kindOf,
  plainValue,
  type Table,
  type TableRow,
} from '@portolan/engine/documents/workbook/table'
import { conditionalFormats } from './conditional-formats.ts'
import { columnName, range } from './references.ts'
import { serialOfDate, serialOfInstant } from './serial-date.ts'
import type { SharedStrings } from './shared-strings.ts'
import { quotedSheetName } from './sheet-names.ts'
import type { CellStyle, Styles } from './styles.ts'
import { xmlText } from './xml-text.ts'

/** Rows of a sheet of Excel. */
export const MAX_ROWS = 1_048_576
const CHUNK_CHARACTERS = 1 << 17
const HEADER_HEIGHT = 30
const TITLE_HEIGHT = 26
const SECTION_HEIGHT = 24
/** Widths, in characters, that one printed page across reads well. */
const CHARACTERS_A_PAGE = 220
/** Digits behind the point: enough for every sum to agree, and a third less to store. */
const PRECISION = 1e6

export interface SheetContext {
  readonly strings: SharedStrings
  readonly styles: Styles
  readonly zone: ZoneOffsets
  /** Printed at the foot of each page. */
  readonly footer: string
  readonly isFirst: boolean
  /** Name of the tab of a table, for links. */
  readonly tabOf: (table: string) => string | null
  /** What a sheet can hold; smaller in tests. */
  readonly maxRows: number
}

/** Which rows of a table a sheet holds: known once it is written. */
export interface SheetExtent {
  /** Header included, totals not. */
  readonly dataRows: number
  readonly isTableDone: boolean
}

/**
 * Writes rows of a table, from where an earlier sheet stopped, as one sheet: pieces of XML, and at the end how far it got.
 * What does not fit stays in `rows` for the next sheet.
 */
export function* sheetXml(
  table: Table,
  rows: RowSource,
  totals: Totals,
  context: SheetContext,
): Generator<string, SheetExtent> {
  const writer = new RowWriter(table.columns, context)
  const isList = table.layout === 'list'
  yield head(table, context)

  let chunk = isList ? writer.header() : ''
  const links: string[] = []
  // A row is kept free for the totals.
  const lastRow = context.maxRows - (totals.isWanted ? 1 : 0)
  while (writer.row < lastRow) {
    const row = rows.next()
    if (!row) break
    if (row.role === 'data') totals.add(row)
    chunk += writer.rowOf(row, links)
    if (chunk.length < CHUNK_CHARACTERS) continue
    yield chunk
    chunk = ''
  }
  const dataEnd = writer.row
  const isTableDone = rows.isDone()
  if (isTableDone && totals.isWanted && totals.count > 0) chunk += writer.totals(totals)
  yield `${chunk}</sheetData>${foot(table, dataEnd, links, context)}`
  return { dataRows: dataEnd, isTableDone }
}

/** The rows of a table, with a look at whether there is one more. */
export class RowSource {
  private readonly iterator: Iterator<TableRow>
  private ahead: IteratorResult<TableRow> | null = null

  constructor(table: Table) {
    this.iterator = table.rows()[Symbol.iterator]()
  }

  next(): TableRow | null {
    const result = this.ahead ?? this.iterator.next()
    this.ahead = result.done ? result : null
    return result.done ? null : result.value
  }

  isDone(): boolean {
    this.ahead ??= this.iterator.next()
    return this.ahead.done === true
  }
}

/** Sums of the columns that want one, over all sheets of a table. */
export class Totals {
  readonly sums: Float64Array
  readonly isWanted: boolean
  count = 0
  private readonly columns: readonly ColumnHead[]

  constructor(columns: readonly ColumnHead[]) {
    this.columns = columns
    this.sums = new Float64Array(columns.length)
    this.isWanted = columns.some((column) => column.total)
  }

  add(row: TableRow): void {
    this.count++
    for (let i = 0; i < this.columns.length; i++) {
      if (!this.columns[i].total) continue
      const value = plainValue(row.cells[i])
      if (typeof value === 'number' && Number.isFinite(value)) this.sums[i] += value
    }
  }
}

class RowWriter {
  /** Rows written so far. */
  row = 0
  private readonly letters: readonly string[]
  private readonly columns: readonly ColumnHead[]
  private readonly context: SheetContext
  /** Attributes of plain data cells, one look-up a column rather than one a cell. */
  private readonly plain: readonly string[]

  constructor(columns: readonly ColumnHead[], context: SheetContext) {
    this.columns = columns
    this.context = context
    this.letters = columns.map((_, index) => columnName(index))
    this.plain = columns.map((column) =>
      column.kind === 'any' ? '' : this.look({ role: 'data', kind: column.kind, wraps: column.wraps }),
    )
  }

  header(): string {
    const cells = this.columns.map((column, index) => {
      const kind = column.kind === 'any' ? 'text' : column.kind
      return this.text(index, headerText(column, false), this.look({ role: 'header', kind }))
    })
    return this.wrap(cells.join(''), HEADER_HEIGHT)
  }

  rowOf({ role, cells }: TableRow, links: string[]): string {
    let xml = ''
    for (let i = 0; i < cells.length; i++) xml += this.cell(role, i, cells[i], links)
    // A band is a band across the page, not only behind its words.
    if (role === 'band' || role === 'section') {
      for (let i = cells.length; i < this.columns.length; i++) {
        xml += `<c r="${this.letters[i]}${this.row + 1}"${this.look({ role, kind: 'text' })}/>`
      }
    }
    return this.wrap(xml, role === 'title' ? TITLE_HEIGHT : role === 'section' ? SECTION_HEIGHT : null)
  }

  totals(totals: Totals): string {
    const cells = this.columns.map((column, index) => {
      const kind = column.kind === 'any' ? 'text' : column.kind
      const look = this.look({ role: 'total', kind: column.total ? kind : 'text' })
      if (!column.total) return index === 0 ? this.text(0, 'Total', look) : `<c r="${this.place(index)}"${look}/>`
      const sum = rounded(totals.sums[index])
      const letter = this.letters[index]
      // 109 adds what a filter shows. A table that began on another sheet can only say its sum.
      const isWhole = totals.count + 1 === this.row
      const formula = isWhole ? `<f>SUBTOTAL(109,${letter}2:${letter}${this.row})</f>` : ''
      return `<c r="${this.place(index)}"${look}>${formula}<v>${sum}</v></c>`
    })
    return this.wrap(cells.join(''), null)
  }

  private cell(role: TableRow['role'], index: number, cell: Cell, links: string[]): string {
    if (cell === null || cell === '') {
      return role === 'band' || role === 'section'
        ? `<c r="${this.place(index)}"${this.look({ role, kind: 'text' })}/>`
        : ''
    }
    const column = this.columns[index]
    const kind = role === 'title' || role === 'section' ? 'text' : kindOf(cell, column)
    const look = this.lookOf(role, index, kind, cell)
    const value = plainValue(cell)
    if (typeof cell === 'object' && cell.tab) this.link(index, cell.tab, links)
    if (typeof value === 'boolean') return this.text(index, value ? 'yes' : 'no', look)
    if (typeof value === 'string') {
      const serial = kind === 'date' ? serialOfDate(value) : null
      if (serial !== null) return this.number(index, serial, look)
      return this.text(index, column.words?.[value] ?? value, look)
    }
    if (value === null || !Number.isFinite(value)) return ''
    if (kind === 'instant') {
      const serial = serialOfInstant(value, this.context.zone)
      return serial === null ? '' : this.number(index, serial, look)
    }
    return this.number(index, kind === 'percent' ? rounded(value) / 100 : rounded(value), look)
  }

  private lookOf(role: TableRow['role'], index: number, kind: CellStyle['kind'], cell: Cell): string {
    const isRich = typeof cell === 'object' && cell !== null
    if (role === 'data' && !isRich && this.plain[index] !== '' && kind === this.columns[index].kind) {
      return this.plain[index]
    }
    return this.look({
      role,
      kind,
      tone: isRich ? cell.tone : undefined,
      wraps: this.columns[index].wraps && (role === 'data' || role === 'note'),
      isLink: isRich && cell.tab !== undefined && this.context.tabOf(cell.tab) !== null,
    })
  }

  private look(style: CellStyle): string {
    return ` s="${this.context.styles.indexOf(style)}"`
  }

  private link(index: number, table: string, links: string[]): void {
    const tab = this.context.tabOf(table)
    if (tab) links.push(`<hyperlink ref="${this.place(index)}" location="${xmlText(quotedSheetName(tab))}!A1"/>`)
  }

  private text(index: number, value: string, look: string): string {
    return `<c r="${this.place(index)}"${look} t="s"><v>${this.context.strings.indexOf(value)}</v></c>`
  }

  private number(index: number, value: number, look: string): string {
    return `<c r="${this.place(index)}"${look}><v>${value}</v></c>`
  }

  private place(index: number): string {
    return this.letters[index] + (this.row + 1)
  }

  private wrap(cells: string, height: number | null): string {
    this.row++
    const size = height === null ? '' : ` ht="${height}" customHeight="1"`
    return `<row r="${this.row}"${size}>${cells}</row>`
  }
}

function rounded(value: number): number {
  return Math.round(value * PRECISION) / PRECISION
}

function head(table: Table, { isFirst }: SheetContext): string {
  const isList = table.layout === 'list'
  const frozen = table.frozenColumns
  const corner = `${columnName(frozen)}2`
  const pane = frozen > 0 ? 'bottomRight' : 'bottomLeft'
  const split = frozen > 0 ? `xSplit="${frozen}" ` : ''
  const view = isList
    ? `<pane ${split}ySplit="1" topLeftCell="${corner}" activePane="${pane}" state="frozen"/><selection pane="${pane}" activeCell="${corner}" sqref="${corner}"/>`
    : ''
  const columns = table.columns.map(
    (column, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${column.width}"${column.isForMachines ? ' hidden="1"' : ''} customWidth="1"/>`,
  )
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
    `<sheetViews><sheetView${isList ? '' : ' showGridLines="0"'}${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0">${view}</sheetView></sheetViews>` +
    '<sheetFormatPr defaultRowHeight="14"/>' +
    `<cols>${columns.join('')}</cols><sheetData>`
  )
}

function foot(table: Table, rows: number, links: readonly string[], { footer }: SheetContext): string {
  const filter = table.layout === 'list' ? `<autoFilter ref="${range(table.columns.length, 1, rows)}"/>` : ''
  const width = table.columns.reduce((sum, column) => sum + column.width, 0)
  const pagesAcross = Math.max(1, Math.round(width / CHARACTERS_A_PAGE))
  return (
    filter +
    conditionalFormats(table, rows) +
    (links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : '') +
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="9" orientation="landscape" fitToWidth="${pagesAcross}" fitToHeight="0"/>` +
    `<headerFooter><oddFooter>${xmlText(footer)}</oddFooter></headerFooter></worksheet>`
  )
}
