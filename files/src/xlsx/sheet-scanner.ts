import type { Row } from '@portolan/engine/inventory/rvtools/sheet'
import { ExportError } from '../export-error.ts'
import type { ReadLimits } from '../read-limits.ts'
import {
  COLON,
  EQUALS,
  GT,
  LOWER_C,
  LOWER_N,
  LOWER_R,
  LOWER_S,
  LOWER_T,
  LOWER_V,
  LT,
  MINUS,
  NINE,
  POINT,
  QUOTE,
  SLASH,
  SPACE,
  UPPER_A,
  UPPER_Z,
  ZERO,
} from './bytes.ts'
import type { CellContext } from './cell-context.ts'
import { CellReader } from './cell-reader.ts'
import { endOfMarkup, endOfTag, findRoot } from './markup.ts'
import { Held, SheetRow } from './sheet-row.ts'
import type { TextArena } from './text-arena.ts'

/** Answer of the fast way: take the slow one. No cell ends at the first byte. */
const NOT_PLAIN = 0
const BEFORE_A = UPPER_A - 1
const POWERS_OF_TEN = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16]

/**
 * Finds the rows of a worksheet in its bytes, without an XML parser between: what all programs write
 * (`<c r="A1" s="2" t="s"><v>7</v></c>`, with any prefix) is read in place, everything else that XML allows goes through
 * `CellReader`. Only wanted columns are decoded; of others it is known whether they hold something.
 */
export class SheetScanner {
  readonly row: SheetRow
  isDone = false
  private readonly limits: ReadLimits
  private readonly cells: CellReader
  private readonly strings: TextArena
  private readonly dateStyles: Uint8Array
  private wanted: Uint8Array
  /** Length of the prefix with its colon; -1 before `sheetData`. */
  private prefix = -1
  private rowTag: Buffer | null = null
  private rowsSeen = 0
  /** Of the current row: how many digits its number has, and the column last read. */
  private rowDigits = 1
  private column = -1
  /** One more than the last column written to in the current row. */
  private width = 0
  private hasContent = false

  constructor(context: CellContext, limits: ReadLimits) {
    this.row = new SheetRow(context.strings, context.date1904)
    this.limits = limits
    this.strings = context.strings
    this.dateStyles = context.dateStyles
    this.cells = new CellReader(this.row, context)
    this.wanted = this.cells.wanted = new Uint8Array(limits.columns).fill(1)
  }

  /** Decode only these from now on. */
  want(columns: readonly number[]): void {
    this.wanted = this.cells.wanted = new Uint8Array(this.limits.columns)
    for (const column of columns) this.wanted[column] = 1
  }

  /** What a row begins with here; null before the first one. */
  get startOfRow(): Buffer | null {
    return this.rowTag
  }

  /** The cells of the current row as text, by column. */
  texts(): string[] {
    return Array.from({ length: this.width }, (_, column) => this.row.text(column))
  }

  /**
   * Hands every complete row that holds something to `onRow`, until it says false. Returns how many bytes were used;
   * the caller brings the rest again, with more behind it.
   */
  scan(bytes: Buffer, onRow: (row: Row) => boolean): number {
    this.row.bytes = bytes
    let at = 0
    if (this.prefix < 0) {
      at = this.enter(bytes)
      if (at < 0) return 0
    }
    while (!this.isDone && at < bytes.length) {
      if (bytes[at] !== LT) {
        at++
        continue
      }
      if (!this.isRow(bytes, at)) {
        const end = this.skip(bytes, at)
        if (end < 0) return at
        at = end
        continue
      }
      const numberBefore = this.row.rowNumber
      const end = this.scanRow(bytes, at)
      if (end < 0) {
        this.row.rowNumber = numberBefore
        return at
      }
      at = end
      this.rowsSeen++
      if (this.row.rowNumber > this.limits.rowsPerSheet || this.rowsSeen > this.limits.rowsPerSheet) {
        throw tooManyRows(this.limits.rowsPerSheet)
      }
      if (this.hasContent && !onRow(this.row)) return at
    }
    return bytes.length
  }

  private enter(bytes: Buffer): number {
    const root = findRoot(bytes, 'sheetData')
    if (root === null) return -1
    this.prefix = root.prefix.length
    this.rowTag = Buffer.from(`<${root.prefix}row`)
    this.isDone = root.isEmpty
    return root.end
  }

  private isRow(bytes: Buffer, at: number): boolean {
    const name = at + 1 + this.prefix
    if (bytes[name] !== LOWER_R || bytes[name + 1] !== 111 || bytes[name + 2] !== 119) return false
    const after = bytes[name + 3]
    return bytes[at + 1] !== SLASH && (after <= SPACE || after === GT || after === SLASH)
  }

  private skip(bytes: Buffer, at: number): number {
    const end = endOfMarkup(bytes, at)
    if (end < 0) return -1
    const name = at + 2 + this.prefix
    if (bytes[at + 1] === SLASH && bytes.toString('latin1', name, name + 9) === 'sheetData') this.isDone = true
    return end
  }

  /** Returns where the row ends, or -1 when the bytes end first. */
  private scanRow(bytes: Buffer, at: number): number {
    this.row.held.fill(Held.nothing, 0, this.width)
    this.width = 0
    this.column = -1
    this.hasContent = false
    let p = this.rowStart(bytes, at)
    if (p < 0) return -1
    if (bytes[p - 2] === SLASH) return p
    const n = this.prefix
    // The fast way looks at most this far ahead; nearer to the end of the bytes the slow way looks where it steps.
    const safe = bytes.length - 160
    for (;;) {
      let end = NOT_PLAIN
      if (p < safe && bytes[p] === LT) {
        // </row>
        if (bytes[p + 1] === SLASH && bytes[p + n + 2] === LOWER_R && bytes[p + n + 5] === GT) return p + n + 6
        end = this.plainCell(bytes, p, safe)
      }
      if (end === NOT_PLAIN) {
        end = this.cells.read(bytes, p, this.column)
        if (end < 0) return -1
        if (this.cells.isEndOfRow) return end
        this.column = this.cells.column
        if (this.column >= this.width) this.width = this.column + 1
        if (this.cells.hasContent) this.hasContent = true
      }
      p = end
    }
  }

  private rowStart(bytes: Buffer, at: number): number {
    let p = at + this.prefix + 4
    let number = this.row.rowNumber + 1
    // <row r="12" …
    if (bytes[p] === SPACE && bytes[p + 1] === LOWER_R && bytes[p + 2] === EQUALS && bytes[p + 3] === QUOTE) {
      number = 0
      for (p += 4; bytes[p] >= ZERO && bytes[p] <= NINE; p++) number = number * 10 + bytes[p] - ZERO
      if (bytes[p] !== QUOTE) {
        if (endOfTag(bytes, at) < 0) return -1
        throw badRowNumber()
      }
      p++
    } else if (bytes[p] !== GT) {
      const end = endOfTag(bytes, at)
      if (end < 0) return -1
      const written = /\sr\s*=\s*["'](\d+)["']/.exec(bytes.toString('latin1', p, end))
      if (written) number = Number(written[1])
    }
    const end = endOfTag(bytes, p - 1)
    if (end >= 0) this.row.rowNumber = number
    this.rowDigits = number < 10 ? 1 : number < 100 ? 2 : number < 1000 ? 3 : String(number).length
    return end
  }

  /**
   * Reads a cell as nearly every program writes it. Returns where it ends, or `NOT_PLAIN` (and has changed nothing that
   * matters) when something is unusual.
   */
  private plainCell(bytes: Buffer, cell: number, safe: number): number {
    const n = this.prefix
    let p = cell + n + 2
    if (bytes[p - 1] !== LOWER_C || bytes[p] !== SPACE || bytes[p - 2] !== (n === 0 ? LT : COLON)) return NOT_PLAIN
    let column = this.column + 1
    let style = 0
    let type = LOWER_N
    let sign = SPACE
    // Attributes of one letter, one blank before each.
    while (sign === SPACE) {
      const name = bytes[p + 1]
      if (name === SLASH || name === GT) {
        p++
        sign = name
        break
      }
      if (bytes[p + 2] !== EQUALS || bytes[p + 3] !== QUOTE) return NOT_PLAIN
      p += 4
      if (name === LOWER_R) {
        let letters = 0
        for (sign = bytes[p]; sign >= UPPER_A && sign <= UPPER_Z; sign = bytes[++p]) {
          letters = (letters * 26 + sign - BEFORE_A) | 0
        }
        column = letters - 1
        p += this.rowDigits
      } else if (name === LOWER_S) {
        style = 0
        for (sign = bytes[p]; sign >= ZERO && sign <= NINE; sign = bytes[++p]) style = (style * 10 + sign - ZERO) | 0
      } else if (name === LOWER_T) type = bytes[p++]
      else return NOT_PLAIN
      if (bytes[p] !== QUOTE) return NOT_PLAIN
      sign = bytes[++p]
    }
    if (column < 0 || column >= this.row.held.length) return NOT_PLAIN
    // <c …/>
    if (sign === SLASH && bytes[p + 1] === GT) {
      this.column = column
      return p + 2
    }
    if (sign !== GT || bytes[p + 1] !== LT) return NOT_PLAIN
    p++
    // <c …></c>
    if (bytes[p + 1] === SLASH && bytes[p + n + 2] === LOWER_C && bytes[p + n + 3] === GT) {
      this.column = column
      return p + n + 4
    }
    // <c …><v>
    if (bytes[p + n + 1] !== LOWER_V || bytes[p + n + 2] !== GT) return NOT_PLAIN
    const start = p + n + 3
    let end: number
    if (this.wanted[column] === 0) end = this.skipValue(bytes, start, safe)
    else if (type === LOWER_S) end = this.sharedValue(bytes, start, column)
    else if (type === LOWER_N) end = this.numberValue(bytes, start, column, style)
    else return NOT_PLAIN
    // </v></c>
    const close = end + n + 2
    if (
      end >= safe ||
      bytes[end] !== LT ||
      bytes[end + 1] !== SLASH ||
      bytes[close] !== LOWER_V ||
      bytes[close + 1] !== GT ||
      bytes[close + 2] !== LT ||
      bytes[close + 3] !== SLASH ||
      bytes[close + n + 5] !== GT
    ) {
      return NOT_PLAIN
    }
    this.column = column
    return close + n + 6
  }

  private skipValue(bytes: Buffer, start: number, safe: number): number {
    let p = start
    while (bytes[p] !== LT && p < safe) p++
    if (p !== start) this.hasContent = true
    return p
  }

  private sharedValue(bytes: Buffer, start: number, column: number): number {
    let p = start
    let index = 0
    for (let sign = bytes[p]; sign >= ZERO && sign <= NINE; sign = bytes[++p]) index = (index * 10 + sign - ZERO) | 0
    if (p === start) return p
    if (p - start > 9) return bytes.length
    if (column >= this.width) this.width = column + 1
    this.row.held[column] = Held.shared
    this.row.values[column] = index
    // Asked once a row as a rule: the answer lies anywhere in a table of megabytes.
    if (!this.hasContent && !this.strings.isBlank(index)) this.hasContent = true
    return p
  }

  private numberValue(bytes: Buffer, start: number, column: number, style: number): number {
    let p = start
    if (bytes[p] === MINUS) p++
    const digits = p
    let whole = 0
    let sign = bytes[p]
    for (; sign >= ZERO && sign <= NINE; sign = bytes[++p]) whole = whole * 10 + sign - ZERO
    let value = whole
    if (sign === POINT) {
      const point = p
      for (sign = bytes[++p]; sign >= ZERO && sign <= NINE; sign = bytes[++p]) whole = whole * 10 + sign - ZERO
      value = whole / POWERS_OF_TEN[p - point - 1]
    }
    // With up to 15 digits both numbers are exact, and so is their quotient to the last bit; more goes the slow way.
    if (p - digits > 15 || p - digits < 1 || (whole === 0 && bytes[digits] === POINT)) return bytes.length
    if (column >= this.width) this.width = column + 1
    this.row.held[column] = this.dateStyles[style] === 1 ? Held.date : Held.number
    this.row.values[column] = digits === start ? value : -value
    this.hasContent = true
    return p
  }
}

function tooManyRows(limit: number): ExportError {
  return new ExportError(
    'too_large',
    null,
    `a sheet has more than ${limit} rows, which is all that a worksheet can hold; export the file again.`,
  )
}

function badRowNumber(): ExportError {
  return new ExportError('damaged', null, 'a row of a sheet has a number that is none; export or copy the file again.')
}
