import type { SheetName } from '../estate.ts'
import { type ColumnMatch, matchColumns } from './match-columns.ts'
import type { Rejected, SheetHead } from './sheet.ts'
import { specsOf } from './sheet-specs.ts'

/** More bad rows of one sheet than this are counted and not listed. */
const LISTED_REJECTED = 1000

/** One sheet of one source that is being read, or was. */
export interface OpenedSheet {
  readonly index: number
  readonly source: number
  readonly file: string
  readonly name: string
  readonly as: SheetName
  readonly by: 'name' | 'header'
  readonly headerRow: number
  readonly header: readonly string[]
  readonly columns: ColumnMatch
  /** Rows read into the drafts. */
  rows: number
  readonly rejected: Rejected[]
  rejectedMore: number
  totalsRows: number
  /** Rows in which several cells do not fit their columns, and the first of them. */
  shifted: number
  firstShifted: number
  /** By column of `columns.matched`: cells that do not fit, and the first of them; cells that say something. */
  readonly unfit: Uint32Array
  readonly firstUnfit: Uint32Array
  readonly telling: Uint32Array
  /** A sheet of the right name was found later: these rows do not count. */
  discarded: boolean
}

export function openedSheet(
  index: number,
  head: SheetHead,
  file: string,
  as: SheetName,
  by: 'name' | 'header',
): OpenedSheet {
  const columns = matchColumns(as, head.header, specsOf(as))
  const width = columns.matched.length
  return {
    index,
    source: head.source,
    file,
    name: head.sheet,
    as,
    by,
    headerRow: head.headerRow,
    header: head.header,
    columns,
    rows: 0,
    rejected: [],
    rejectedMore: 0,
    totalsRows: 0,
    shifted: 0,
    firstShifted: 0,
    unfit: new Uint32Array(width),
    firstUnfit: new Uint32Array(width),
    telling: new Uint32Array(width),
    discarded: false,
  }
}

export function reject(opened: OpenedSheet, row: number, reason: string): void {
  if (opened.rejected.length < LISTED_REJECTED) {
    opened.rejected.push({ file: opened.file, sheet: opened.name, row, reason })
  } else opened.rejectedMore++
}

/** Where the column that fills a property stands, or -1. */
export function columnIndex(opened: OpenedSheet, column: string): number {
  return opened.columns.matched.find((it) => it.column === column)?.index ?? -1
}
