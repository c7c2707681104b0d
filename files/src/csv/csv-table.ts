import type { Row } from '@portolan/engine/inventory/rvtools/sheet'
import type { ReadLimits } from '../read-limits.ts'
import type { HeadRow, Table } from '../table.ts'
import { type CsvDialect, sniffDialect } from './csv-dialect.ts'
import { asciiCompatible } from './csv-encoding.ts'
import { CsvRow } from './csv-row.ts'
import { CsvScanner } from './csv-scanner.ts'

/** What is looked at to tell how a file is written. */
const SAMPLE_BYTES = 2 ** 20

/** One CSV file, wherever its bytes come from. */
export class CsvTable implements Table {
  readonly sheet: string
  readonly bytes: number
  private readonly limits: ReadLimits
  private readonly open: () => AsyncIterable<Buffer>
  private chunks: AsyncGenerator<Buffer> | null = null
  private headRows: Promise<readonly HeadRow[]> | null = null
  private sample: Buffer = Buffer.alloc(0)
  /** The sample is the whole file. */
  private isWhole = false
  private dialect: CsvDialect | null = null

  constructor(sheet: string, bytes: number, open: () => AsyncIterable<Buffer>, limits: ReadLimits) {
    this.sheet = sheet
    this.bytes = bytes
    this.open = open
    this.limits = limits
  }

  head(most: number): Promise<readonly HeadRow[]> {
    this.headRows ??= this.readHead(most)
    return this.headRows
  }

  private async readHead(most: number): Promise<readonly HeadRow[]> {
    const dialect = await this.sniff()
    const rows: HeadRow[] = []
    const scanner = new CsvScanner(dialect.delimiter, this.limits)
    const onRecord = this.recordReader(scanner, dialect, (row, count) => {
      rows.push({ rowNumber: row.rowNumber, cells: Array.from({ length: count }, (_, column) => row.text(column)) })
      return rows.length < most
    })
    scanner.push(this.sample, onRecord)
    if (rows.length < most && this.isWhole) scanner.end(onRecord)
    return rows
  }

  async rows(
    skip: number,
    _columns: readonly number[],
    onRow: (row: Row) => void,
    onBytes: (bytes: number) => void,
  ): Promise<void> {
    const dialect = await this.sniff()
    const scanner = new CsvScanner(dialect.delimiter, this.limits)
    let toSkip = skip
    const onRecord = this.recordReader(scanner, dialect, (row) => {
      if (toSkip > 0) toSkip--
      else onRow(row)
      return true
    })
    scanner.push(this.sample, onRecord)
    onBytes(this.sample.length)
    this.sample = Buffer.alloc(0)
    for await (const chunk of this.chunks ?? []) {
      scanner.push(chunk, onRecord)
      onBytes(chunk.length)
    }
    scanner.end(onRecord)
  }

  async close(): Promise<void> {
    await this.chunks?.return(undefined)
    this.sample = Buffer.alloc(0)
  }

  private async sniff(): Promise<CsvDialect> {
    if (this.dialect !== null) return this.dialect
    this.chunks = asciiCompatible(this.open())
    const parts: Buffer[] = []
    let length = 0
    while (length < SAMPLE_BYTES) {
      const next = await this.chunks.next()
      if (next.done) {
        this.isWhole = true
        break
      }
      parts.push(next.value)
      length += next.value.length
    }
    const sample = Buffer.concat(parts)
    this.dialect = sniffDialect(sample, this.limits)
    this.sample = sample.subarray(this.dialect.hintBytes)
    return this.dialect
  }

  /** Counts records, as a spreadsheet numbers their rows, and passes on those that hold something. */
  private recordReader(scanner: CsvScanner, dialect: CsvDialect, onRow: (row: CsvRow, count: number) => boolean) {
    const row = new CsvRow(scanner.fields, dialect)
    return () => {
      row.rowNumber++
      return row.isBlank || onRow(row, scanner.fields.count)
    }
  }
}
