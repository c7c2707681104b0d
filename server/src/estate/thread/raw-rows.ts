import { deflateRawSync, inflateRawSync } from 'node:zlib'
import {
  CellKind,
  type Row,
  type RvtoolsImporter,
  type SheetHead,
  type SheetSink,
} from '@portolan/engine/inventory/rvtools/sheet'

/** Attributes that a user fills with what nobody should read: dropped at the door, as the importer does. */
const SECRET = /passw|kennwort|secret|credential|(licen[cs]e|product|serial|api|private)[\s_-]*key|token/i
const FIRST_BYTES = 1 << 20
const FIRST_ROWS = 1024

/** What all rows of one sheet of vInfo share: with it as dictionary a row takes a fifth of the bytes. */
export interface RawSheet {
  readonly file: string
  readonly headers: readonly string[]
  /** Values of its first row. */
  readonly first: readonly string[]
}

/**
 * Keeps the rows of vInfo as they were written while an importer reads them, each deflated by itself: the page of a VM
 * shows them, nothing else reads them.
 */
export class RawRows {
  readonly sheets: RawSheet[] = []
  private bytes = new Uint8Array(FIRST_BYTES)
  private end = 0
  private starts = new Float64Array(FIRST_ROWS)
  private count = 0
  private readonly index = new Map<string, number>()
  private readonly files: string[] = []

  /** The same importer, overheard; `nameOf` says what a file is called for people. */
  overhear(importer: RvtoolsImporter, nameOf: (path: string) => string): RvtoolsImporter {
    return {
      addSource: (head) => {
        const file = nameOf(head.file)
        const source = importer.addSource({ ...head, file })
        this.files[source] = file
        return source
      },
      recognise: (sheet, header) => importer.recognise(sheet, header),
      openSheet: (head) => {
        const sink = importer.openSheet(head)
        return sink && importer.recognise(head.sheet, head.header) === 'vInfo' ? this.keep(head, sink) : sink
      },
      finish: () => importer.finish(),
    }
  }

  /** The deflated row of a file, led by the number of its sheet; nothing where it was not read. */
  row(file: string, row: number): Uint8Array {
    const at = this.index.get(`${file}\n${row}`)
    return at === undefined ? new Uint8Array(0) : this.bytes.subarray(this.starts[at], this.starts[at + 1])
  }

  private keep(head: SheetHead, sink: SheetSink): SheetSink {
    const file = this.files[head.source]
    const wanted = head.header.flatMap((name, column) => (name === '' || SECRET.test(name) ? [] : [column]))
    const columns = [...new Set([...sink.columns, ...wanted])].sort((a, b) => a - b)
    const number = this.sheets.length
    let dictionary: Buffer | null = null
    return {
      columns,
      row: (row) => {
        const values = wanted.map((column) => cellText(row, column))
        if (dictionary === null) {
          const sheet = { file, headers: wanted.map((column) => head.header[column]), first: values }
          this.sheets.push(sheet)
          dictionary = dictionaryOf(sheet)
        }
        this.add(`${file}\n${row.rowNumber}`, number, deflate(values, dictionary))
        sink.row(row)
      },
      end: () => sink.end(),
    }
  }

  private add(key: string, sheet: number, deflated: Uint8Array): void {
    const needed = this.end + 1 + deflated.length
    if (needed > this.bytes.length) this.bytes = grown(this.bytes, new Uint8Array(needed * 2))
    if (this.count + 2 > this.starts.length) this.starts = grown(this.starts, new Float64Array(this.starts.length * 2))
    this.index.set(key, this.count)
    this.bytes[this.end] = sheet
    this.bytes.set(deflated, this.end + 1)
    this.end = needed
    this.count++
    this.starts[this.count] = this.end
  }
}

/** The cells of a kept row with their headers; empty ones are left out. */
export function rawCells(raw: Uint8Array | null, sheets: readonly RawSheet[]): { header: string; value: string }[] {
  if (raw === null || raw.length === 0) return []
  const sheet = sheets[raw[0]]
  const text = inflateRawSync(raw.subarray(1), { dictionary: dictionaryOf(sheet) }).toString('utf8')
  const values = JSON.parse(text) as string[]
  return sheet.headers.flatMap((header, index) => (values[index] ? [{ header, value: values[index] }] : []))
}

/** Small windows: what is repeated stands in the dictionary, and a window is made anew for each row. */
const DEFLATE = { level: 6, windowBits: 12, memLevel: 4 } as const
const MOST_DICTIONARY = 4096 - 256

function dictionaryOf({ first }: RawSheet): Buffer {
  return Buffer.from(JSON.stringify(first), 'utf8').subarray(0, MOST_DICTIONARY)
}

function deflate(values: readonly string[], dictionary: Buffer): Uint8Array {
  return deflateRawSync(JSON.stringify(values), { ...DEFLATE, dictionary })
}

function cellText(row: Row, column: number): string {
  if (row.kind(column) !== CellKind.date) return row.text(column)
  const at = row.instant(column)
  return Number.isFinite(at) ? new Date(at).toISOString().slice(0, 19).replace('T', ' ') : row.text(column)
}

function grown<T extends Uint8Array | Float64Array>(from: T, to: T): T {
  to.set(from)
  return to
}
