import { parseDateText } from '../cells/date-text.ts'
import { ExportError } from '../export-error.ts'
import { GT, LT, SLASH, textOf } from './bytes.ts'
import type { CellContext } from './cell-context.ts'
import { endOfMarkup, tagName } from './markup.ts'
import { richText } from './rich-text.ts'
import { Held, type SheetRow } from './sheet-row.ts'
import { attributesOf, localName } from './xml-tags.ts'
import { decodeXmlText } from './xml-text.ts'

const PLAIN_NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/

/**
 * The slow and thorough way to read what stands in a row: any order of attributes, quotes of both kinds, formulas,
 * inline strings, comments and CDATA. After `read` the fields tell what was found.
 */
export class CellReader {
  column = -1
  hasContent = false
  isEndOfRow = false
  /** By column: 1 to decode it. */
  wanted: Uint8Array = new Uint8Array(0)
  private readonly row: SheetRow
  private readonly context: CellContext
  private type = ''
  private style = 0
  private valueStart = -1
  private valueEnd = -1
  private isInline = false

  constructor(row: SheetRow, context: CellContext) {
    this.row = row
    this.context = context
  }

  /** Reads whatever is at `at`: a cell, the end of the row, or something without meaning. -1 when the bytes end first. */
  read(bytes: Buffer, at: number, previousColumn: number): number {
    this.column = previousColumn
    this.hasContent = false
    this.isEndOfRow = false
    const open = bytes.indexOf(LT, at)
    if (open < 0) return -1
    const end = endOfMarkup(bytes, open)
    if (end < 0) return -1
    const name = localName(tagName(bytes, open))
    if (bytes[open + 1] === SLASH) {
      this.isEndOfRow = name === 'row'
      return end
    }
    // A row inside a row: the end tag of the first is missing, so nothing after it can be trusted.
    if (name === 'row' || name === 'sheetData') throw damaged('a row without an end')
    return name === 'c' ? this.readCell(bytes, open, end) : end
  }

  private readCell(bytes: Buffer, open: number, tagEnd: number): number {
    const isEmpty = bytes[tagEnd - 2] === SLASH
    this.readAttributes(bytes, open, isEmpty ? tagEnd - 2 : tagEnd - 1)
    this.valueStart = -1
    this.isInline = false
    if (isEmpty) return tagEnd
    let at = tagEnd
    for (;;) {
      const child = bytes.indexOf(LT, at)
      if (child < 0) return -1
      const childEnd = endOfMarkup(bytes, child)
      if (childEnd < 0) return -1
      const name = tagName(bytes, child)
      if (bytes[child + 1] === SLASH) {
        // </c>; an end tag of anything else here closes nothing.
        if (localName(name) === 'row') throw damaged('a cell without an end')
        at = childEnd
        if (localName(name) !== 'c') continue
        this.keep(bytes)
        return at
      }
      at = bytes[childEnd - 2] === SLASH || name === '' ? childEnd : this.readChild(bytes, name, childEnd)
      if (at < 0) return -1
    }
  }

  private readAttributes(bytes: Buffer, open: number, tagEnd: number): void {
    const tag = bytes.toString('latin1', open, tagEnd)
    const attributes = attributesOf(tag.slice(tag.search(/\s|$/)))
    this.type = attributes.get('t') ?? 'n'
    this.style = Number(attributes.get('s') ?? 0)
    const reference = attributes.get('r')
    this.column = reference === undefined ? this.column + 1 : columnOf(reference)
    if (this.column < 0) throw damaged(`a cell called "${reference?.slice(0, 20)}"`)
    if (this.column >= this.wanted.length) {
      throw new ExportError(
        'too_large',
        null,
        `a row goes beyond column ${this.wanted.length}, which is all that a worksheet can hold; export the file again.`,
      )
    }
    this.row.reach(this.column)
  }

  /** Steps over a child of a cell and remembers where the value stands. */
  private readChild(bytes: Buffer, name: string, start: number): number {
    const close = this.closeOf(bytes, name, start)
    if (close < 0) return -1
    const end = bytes.indexOf(GT, close)
    if (end < 0) return -1
    const local = localName(name)
    if (local === 'v' || local === 'is') {
      this.valueStart = start
      this.valueEnd = close
      this.isInline = local === 'is'
    }
    return end + 1
  }

  /** Where the end tag `</name` of a child stands; one inside CDATA or a comment is none. */
  private closeOf(bytes: Buffer, name: string, start: number): number {
    for (let at = bytes.indexOf(LT, start); at >= 0; ) {
      if (bytes[at + 1] === SLASH && tagName(bytes, at) === name) return at
      const end = endOfMarkup(bytes, at)
      if (end < 0) return -1
      at = bytes.indexOf(LT, end)
    }
    return -1
  }

  private keep(bytes: Buffer): void {
    if (this.valueStart < 0 || this.valueStart === this.valueEnd) return
    const { column } = this
    if (this.wanted[column] === 0) {
      this.hasContent = true
      return
    }
    const raw = textOf(bytes, this.valueStart, this.valueEnd)
    if (this.isInline) this.hold(Held.inline, 0, richText(raw).trim() !== '')
    else this.holdValue(decodeXmlText(raw).trim())
  }

  private holdValue(value: string): void {
    if (value === '') return
    const { strings, dateStyles } = this.context
    if (this.type === 's') {
      const index = /^\d{1,9}$/.test(value) ? Number(value) : Number.MAX_SAFE_INTEGER
      this.hold(Held.shared, index, !strings.isBlank(index))
    } else if (this.type === 'n' && PLAIN_NUMBER.test(value)) {
      this.hold(dateStyles[this.style] === 1 ? Held.date : Held.number, Number(value), true)
    } else if (this.type === 'b') {
      this.hold(Held.boolean, value === '1' || value.toLowerCase() === 'true' ? 1 : 0, true)
    } else if (this.type === 'd') {
      const at = parseDateText(value, 'dmy')
      if (Number.isNaN(at)) this.hold(Held.text, 0, true)
      else this.hold(Held.isoDate, at, true)
    } else this.hold(this.type === 'e' ? Held.error : Held.text, 0, true)
  }

  private hold(held: number, value: number, hasContent: boolean): void {
    const { row, column } = this
    row.held[column] = held
    row.values[column] = value
    row.starts[column] = this.valueStart
    row.ends[column] = this.valueEnd
    this.hasContent = hasContent
  }
}

/** 0 for `A1`, 26 for `AA1`; -1 for what is no reference. */
export function columnOf(reference: string): number {
  const letters = /^\$?([A-Za-z]{1,4})(?:\$?\d+)?$/.exec(reference.trim())
  if (!letters) return -1
  let column = 0
  for (const letter of letters[1].toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

function damaged(what: string): ExportError {
  return new ExportError(
    'damaged',
    null,
    `a sheet is damaged (${what}); open it in a spreadsheet program and save it again.`,
  )
}
