import type { Row, SourceHead } from '@portolan/engine/inventory/rvtools/sheet'

/** One file (or one set of CSV files) opened by a reader: tables in the order of the file, not yet read. */
export interface OpenSource {
  readonly file: string
  readonly format: SourceHead['format']
  readonly tables: readonly Table[]
  /** How many different keys its rows can give; 0 when they give none. */
  readonly keys: number
  close(): void
}

/** A sheet of a workbook, or a CSV file. Read once: `head`, then `rows` or `close`. */
export interface Table {
  /** As written in the workbook, or the name of the file without `RVTools_tab` and ending. */
  readonly sheet: string
  /** For progress: roughly how many bytes reading it takes. */
  readonly bytes: number
  /** The first rows that hold something, at most `most`, as text. Asked again, it gives the same answer. */
  head(most: number): Promise<readonly HeadRow[]>
  /** All rows after the first `skip` of those that `head` counted, only `columns` decoded; `onBytes` tells progress. */
  rows(
    skip: number,
    columns: readonly number[],
    onRow: (row: Row) => void,
    onBytes: (bytes: number) => void,
  ): Promise<void>
  /** Ends the reading of a table whose rows nobody wants, or not to the end; harmless after the last row. */
  close(): Promise<void>
}

export interface HeadRow {
  readonly rowNumber: number
  /** By column, trimmed. */
  readonly cells: readonly string[]
}
