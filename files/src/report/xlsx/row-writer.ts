import type { ZoneOffsets } from '@portolan/engine/calendar/zone'
import {
  type Cell,
  type ColumnHead,
  headerText,
  kindOf,
  plainValue,
  type TableRow,
} from '@portolan/engine/documents/workbook/table'
import { columnName } from './references.ts'
import { serialOfDate, serialOfInstant } from './serial-date.ts'
import type { SharedStrings } from './shared-strings.ts'
import { quotedSheetName } from './sheet-names.ts'
import type { Totals } from './sheet-rows.ts'
import type { CellStyle, Styles } from './styles.ts'
import { xmlText } from './xml-text.ts'

const HEADER_HEIGHT = 32
const TITLE_HEIGHT = 26
const SECTION_HEIGHT = 24
const LINE_HEIGHT = 13.5
/** Excel takes no more. */
const MAX_HEIGHT = 409
/** Widths count digits; letters are narrower. */
const LETTERS_PER_DIGIT = 1.1
/** Digits behind the point: enough for every sum to agree, and a third less to store. */
const PRECISION = 1e6

/** What cells of all sheets of a workbook share. */
export interface CellContext {
  readonly strings: SharedStrings
  readonly styles: Styles
  readonly zone: ZoneOffsets
  /** Name of the tab of a table, for links. */
  readonly tabOf: (table: string) => string | null
}

/** Rows of one sheet as XML, in order. */
export class RowWriter {
  /** Rows written so far. */
  row = 0
  private readonly letters: readonly string[]
  private readonly columns: readonly ColumnHead[]
  private readonly context: CellContext
  /** Attributes of plain data cells, one look-up a column rather than one a cell. */
  private readonly plain: readonly string[]
  private readonly wrapping: readonly number[]

  constructor(columns: readonly ColumnHead[], context: CellContext) {
    this.columns = columns
    this.context = context
    this.letters = columns.map((_, index) => columnName(index))
    this.wrapping = [...columns.keys()].filter((index) => columns[index].wraps)
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
    return this.wrap(xml, role === 'title' ? TITLE_HEIGHT : role === 'section' ? SECTION_HEIGHT : this.height(cells))
  }

  /** `isWhole`: the rows above are all that the table has. */
  totals(totals: Totals, isWhole: boolean): string {
    const cells = this.columns.map((column, index) => {
      const kind = column.kind === 'any' ? 'text' : column.kind
      const look = this.look({ role: 'total', kind: column.total ? kind : 'text' })
      if (!column.total) return index === 0 ? this.text(0, 'Total', look) : `<c r="${this.place(index)}"${look}/>`
      const sum = rounded(totals.sums[index])
      const letter = this.letters[index]
      // 109 adds what a filter shows. A table that began on another sheet can only say its sum.
      const formula = isWhole ? `<f>SUBTOTAL(109,${letter}2:${letter}${this.row})</f>` : ''
      return `<c r="${this.place(index)}"${look}>${formula}<v>${sum}</v></c>`
    })
    return this.wrap(cells.join(''), null)
  }

  /**
   * Height of a row whose texts wrap; null for one line. It is estimated here because not every program measures rows
   * that it did not write.
   */
  private height(cells: readonly Cell[]): number | null {
    let lines = 1
    for (const index of this.wrapping) {
      const text = plainValue(cells[index] ?? null)
      if (typeof text === 'string') lines = Math.max(lines, linesOf(text, this.columns[index].width))
    }
    return lines > 1 ? Math.min(lines * LINE_HEIGHT + 1, MAX_HEIGHT) : null
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
    if (role === 'data' && !isRich && kind === this.columns[index].kind) {
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

/** How many lines a text takes in a column; the indent costs a character, a break between words some more. */
function linesOf(text: string, width: number): number {
  if (text.length < width && !text.includes('\n')) return 1
  return text
    .split('\n')
    .reduce((lines, part) => lines + Math.max(1, Math.ceil((part.length + 4) / (width * LETTERS_PER_DIGIT))), 0)
}

function rounded(value: number): number {
  return Math.round(value * PRECISION) / PRECISION
}
