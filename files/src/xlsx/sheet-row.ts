import { CellKind, type Row } from '@portolan/engine/inventory/rvtools/sheet'
import { type Instant, instant } from '@portolan/engine/units'
import { dateText, parseDateText } from '../cells/date-text.ts'
import { parseNumberText } from '../cells/number-text.ts'
import { serialInstant, serialTimeText } from '../cells/serial-date.ts'
import { textOf } from './bytes.ts'
import { richText } from './rich-text.ts'
import type { TextArena } from './text-arena.ts'
import { decodeCellText } from './xml-text.ts'

/** How a cell of the current row is held until somebody asks for it. */
export const Held = {
  nothing: 0,
  /** `values` is an index of shared strings. */
  shared: 1,
  /** `values` is the number. */
  number: 2,
  /** `values` is 0 or 1. */
  boolean: 3,
  /** `values` is a serial. */
  date: 4,
  /** The code, as character data between `starts` and `ends`. */
  error: 5,
  /** Character data between `starts` and `ends`. */
  text: 6,
  /** What stands inside `is`, between `starts` and `ends`. */
  inline: 7,
  /** `values` is an instant. */
  isoDate: 8,
} as const

/** vInfo has 90 and whatever the customer added. */
const USUAL_COLUMNS = 256
const EARLIEST_DATE = 20_000
const LATEST_DATE = 80_000

/** The current row of a sheet: a view on the scanner's bytes, valid until the next row is scanned. */
export class SheetRow implements Row {
  rowNumber = 0
  bytes: Buffer = Buffer.alloc(0)
  held = new Uint8Array(USUAL_COLUMNS)
  values = new Float64Array(USUAL_COLUMNS)
  starts = new Int32Array(USUAL_COLUMNS)
  ends = new Int32Array(USUAL_COLUMNS)
  private readonly strings: TextArena
  private readonly date1904: boolean

  constructor(strings: TextArena, date1904: boolean) {
    this.strings = strings
    this.date1904 = date1904
  }

  /** Makes room for a column further right than any before. */
  reach(column: number): void {
    if (column < this.held.length) return
    const columns = 2 ** Math.ceil(Math.log2(column + 1))
    const { held, values, starts, ends } = this
    this.held = new Uint8Array(columns)
    this.values = new Float64Array(columns)
    this.starts = new Int32Array(columns)
    this.ends = new Int32Array(columns)
    this.held.set(held)
    this.values.set(values)
    this.starts.set(starts)
    this.ends.set(ends)
  }

  kind(column: number): CellKind {
    switch (this.held[column]) {
      case Held.shared:
        return this.sharedKind(this.values[column])
      case Held.number:
        return CellKind.number
      case Held.boolean:
        return CellKind.boolean
      case Held.date:
      case Held.isoDate:
        return CellKind.date
      case Held.error:
        return CellKind.error
      case Held.text:
      case Held.inline:
        return this.text(column) === '' ? CellKind.empty : CellKind.text
      default:
        return CellKind.empty
    }
  }

  text(column: number): string {
    const value = this.values[column]
    switch (this.held[column]) {
      case Held.shared:
        return value < this.strings.length ? this.strings.text(value) : ''
      case Held.number:
        return String(value)
      case Held.boolean:
        return value === 1 ? 'True' : 'False'
      case Held.date:
        return this.dateText(value)
      case Held.isoDate:
        return dateText(instant(value))
      case Held.error:
      case Held.text:
        return decodeCellText(this.raw(column)).trim()
      case Held.inline:
        return richText(this.raw(column)).trim()
      default:
        return ''
    }
  }

  number(column: number): number {
    const held = this.held[column]
    if (held === Held.number || held === Held.date) return this.values[column]
    if (held === Held.shared || held === Held.text || held === Held.inline) {
      return parseNumberText(this.text(column), '.')
    }
    return Number.NaN
  }

  instant(column: number): Instant {
    const value = this.values[column]
    switch (this.held[column]) {
      case Held.date:
        return serialInstant(value, this.date1904)
      case Held.number:
        // A date whose style got lost on the way through another program. The caller asks for a date only in a column
        // of dates, and serials of 1954 to 2119 are nothing else there.
        return value >= EARLIEST_DATE && value < LATEST_DATE ? serialInstant(value, this.date1904) : instant(Number.NaN)
      case Held.isoDate:
        return instant(value)
      case Held.shared:
      case Held.text:
      case Held.inline:
        return parseLocalDate(this.text(column))
      default:
        return instant(Number.NaN)
    }
  }

  key(column: number): number {
    if (this.held[column] !== Held.shared) return -1
    const index = this.values[column]
    return index < this.strings.length ? index : -1
  }

  private sharedKind(index: number): CellKind {
    // An index beyond the table is a damaged cell, not a damaged file.
    if (index >= this.strings.length) return CellKind.error
    return this.strings.isBlank(index) ? CellKind.empty : CellKind.text
  }

  private raw(column: number): string {
    return textOf(this.bytes, this.starts[column], this.ends[column])
  }

  private dateText(serial: number): string {
    if (serial >= 0 && serial < 1) return serialTimeText(serial)
    const at = serialInstant(serial, this.date1904)
    return Number.isNaN(at) ? String(serial) : dateText(at)
  }
}

/** RVTools 3.10 wrote some dates as text in the form of its machine: points go with day first, slashes with month first. */
function parseLocalDate(text: string): Instant {
  return parseDateText(text, text.includes('/') ? 'mdy' : 'dmy')
}
