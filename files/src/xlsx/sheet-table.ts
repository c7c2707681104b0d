import type { Row } from '@portolan/engine/inventory/rvtools/sheet'
import { ExportError } from '../export-error.ts'
import type { ReadLimits } from '../read-limits.ts'
import type { HeadRow, Table } from '../table.ts'
import { CarriedChunks } from './carried-chunks.ts'
import type { CellContext } from './cell-context.ts'
import { SheetScanner } from './sheet-scanner.ts'

/** A worksheet. Its head is scanned in bytes that are kept until the rows are read, so nothing is inflated twice. */
export class SheetTable implements Table {
  readonly sheet: string
  readonly bytes: number
  private readonly open: () => AsyncGenerator<Buffer>
  private readonly context: CellContext
  private readonly limits: ReadLimits
  private chunks: AsyncGenerator<Buffer> | null = null
  private headRows: Promise<readonly HeadRow[]> | null = null
  private headBytes: Buffer = Buffer.alloc(0)

  constructor(
    sheet: string,
    bytes: number,
    open: () => AsyncGenerator<Buffer>,
    context: CellContext,
    limits: ReadLimits,
  ) {
    this.sheet = sheet
    this.bytes = bytes
    this.open = open
    this.context = context
    this.limits = limits
  }

  head(most: number): Promise<readonly HeadRow[]> {
    this.headRows ??= this.readHead(most)
    return this.headRows
  }

  private async readHead(most: number): Promise<readonly HeadRow[]> {
    this.chunks ??= this.open()
    for (;;) {
      const rows: HeadRow[] = []
      const scanner = new SheetScanner(this.context, this.limits)
      scanner.scan(this.headBytes, (row) => {
        rows.push({ rowNumber: row.rowNumber, cells: scanner.texts() })
        return rows.length < most
      })
      // A million blank rows may stand before the next filled one: what one row may take is enough to look through.
      if (rows.length >= most || scanner.isDone || this.headBytes.length > this.limits.rowBytes) return rows
      if (!(await this.growHead(this.chunks))) return rows
    }
  }

  /** At least doubles what `head` looks at, so that looking again and again stays in proportion. */
  private async growHead(chunks: AsyncGenerator<Buffer>): Promise<boolean> {
    const parts = [this.headBytes]
    let length = this.headBytes.length
    while (length <= this.headBytes.length * 2) {
      const next = await chunks.next()
      if (next.done) break
      parts.push(next.value)
      length += next.value.length
    }
    if (length === this.headBytes.length) return false
    this.headBytes = parts[0].length === 0 && parts.length === 2 ? parts[1] : Buffer.concat(parts, length)
    return true
  }

  async rows(
    skip: number,
    columns: readonly number[],
    onRow: (row: Row) => void,
    onBytes: (bytes: number) => void,
  ): Promise<void> {
    const scanner = new SheetScanner(this.context, this.limits)
    // Every row up to the header has something in it, and is counted before anything is skipped.
    let toSkip = skip
    const eachRow = (row: Row) => {
      if (toSkip === 0) onRow(row)
      else if (--toSkip === 0) scanner.want(columns)
      return true
    }
    if (toSkip === 0) scanner.want(columns)
    const carried = new CarriedChunks(
      (bytes) => scanner.scan(bytes, eachRow),
      () => scanner.startOfRow,
      this.limits.rowBytes,
      () => this.rowTooLong(),
    )
    carried.push(this.headBytes)
    onBytes(this.headBytes.length)
    this.headBytes = Buffer.alloc(0)
    for await (const chunk of this.chunks ?? this.open()) {
      carried.push(chunk)
      onBytes(chunk.length)
    }
    if (carried.end() > 0 && !scanner.isDone) throw this.cutOff()
  }

  async close(): Promise<void> {
    await this.chunks?.return(undefined)
    this.headBytes = Buffer.alloc(0)
  }

  private rowTooLong(): ExportError {
    const most = Math.round(this.limits.rowBytes / 2 ** 20)
    return new ExportError(
      'too_large',
      null,
      `a row of the sheet "${this.sheet}" is longer than ${most} MiB, and rows of an export have a few KiB; export it again.`,
    )
  }

  private cutOff(): ExportError {
    return new ExportError(
      'damaged',
      null,
      `the sheet "${this.sheet}" ends inside a row; copy or export the file again.`,
    )
  }
}
