import { ExportError } from '../export-error.ts'
import type { ReadLimits } from '../read-limits.ts'

const QUOTE = 34
const LF = 10
const CR = 13

/** Where the fields of the current record stand. */
export interface Fields {
  bytes: Buffer
  count: number
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** 1 for a field that was quoted and holds doubled quotes. */
  readonly doubled: Uint8Array
}

/**
 * Finds records and fields as RFC 4180 has them, on bytes, bearing what programs really write: any line end, quotes
 * inside bare fields, text behind a closing quote. A library took three times as long, as it
 * makes a string of every field, also of those that nobody reads.
 */
export class CsvScanner {
  readonly fields: Fields
  private readonly delimiter: number
  private readonly limits: ReadLimits
  private rest: Buffer = Buffer.alloc(0)

  constructor(delimiter: number, limits: ReadLimits) {
    this.delimiter = delimiter
    this.limits = limits
    const columns = limits.columns
    this.fields = {
      bytes: this.rest,
      count: 0,
      starts: new Int32Array(columns),
      ends: new Int32Array(columns),
      doubled: new Uint8Array(columns),
    }
  }

  /** Hands every complete record to `onRecord` (blank lines too), until it says false. */
  push(chunk: Buffer, onRecord: (fields: Fields) => boolean): void {
    const bytes = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk])
    const used = this.scan(bytes, false, onRecord)
    this.rest = bytes.subarray(used)
    if (this.rest.length > this.limits.rowBytes) {
      throw new ExportError(
        'damaged',
        null,
        'a record of the file does not end within 32 MiB, as after a quote that is never closed; export the file again.',
      )
    }
  }

  end(onRecord: (fields: Fields) => boolean): void {
    if (this.rest.length > 0) this.scan(this.rest, true, onRecord)
  }

  private scan(bytes: Buffer, isLast: boolean, onRecord: (fields: Fields) => boolean): number {
    this.fields.bytes = bytes
    let at = 0
    while (at < bytes.length) {
      const end = this.record(bytes, at, isLast)
      if (end < 0) return at
      at = end
      if (!onRecord(this.fields)) break
    }
    return at
  }

  /** Returns where the next record starts, or -1 when the bytes end before this one does. */
  private record(bytes: Buffer, from: number, isLast: boolean): number {
    const { starts, ends, doubled } = this.fields
    const { delimiter } = this
    const length = bytes.length
    let column = 0
    let p = from
    for (;;) {
      if (column === starts.length) throw tooManyColumns(column)
      doubled[column] = 0
      if (bytes[p] === QUOTE) {
        p = this.quoted(bytes, p + 1, column, isLast)
        if (p < 0) return -1
      } else {
        const start = p
        for (; p < length; p++) {
          const sign = bytes[p]
          if (sign === delimiter || sign === LF || sign === CR) break
        }
        starts[column] = start
        ends[column] = p
      }
      column++
      if (p >= length) {
        this.fields.count = column
        return isLast ? length : -1
      }
      if (bytes[p] === delimiter) {
        p++
        if (p < length || isLast) continue
        return -1
      }
      this.fields.count = column
      if (bytes[p] === LF) return p + 1
      // CR LF may be torn apart by a chunk; without the LF it is a line end of its own.
      if (p + 1 >= length && !isLast) return -1
      return bytes[p + 1] === LF ? p + 2 : p + 1
    }
  }

  /** A quoted field that starts at `p`; returns where the delimiter or line end behind it stands, or -1. */
  private quoted(bytes: Buffer, start: number, column: number, isLast: boolean): number {
    const { starts, ends, doubled } = this.fields
    const length = bytes.length
    starts[column] = start
    let p = start
    for (;;) {
      while (p < length && bytes[p] !== QUOTE) p++
      if (p + 1 >= length) {
        if (!isLast) return -1
        if (p >= length) throw openQuote()
        ends[column] = p
        return length
      }
      if (bytes[p + 1] !== QUOTE) break
      doubled[column] = 1
      p += 2
    }
    ends[column] = p
    // Text behind the closing quote belongs to no field of the standard; it is dropped.
    for (p++; p < length; p++) {
      const sign = bytes[p]
      if (sign === this.delimiter || sign === LF || sign === CR) break
    }
    return p
  }
}

function openQuote(): ExportError {
  return new ExportError(
    'damaged',
    null,
    'the file opens a quote that it never closes, so its last rows are missing; export or copy the file again.',
  )
}

function tooManyColumns(columns: number): ExportError {
  return new ExportError('too_large', null, `a line has more than ${columns} fields, and no sheet of an export has.`)
}
