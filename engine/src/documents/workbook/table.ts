import type { ZoneOffsets } from '../../calendar/zone.ts'
import type { Instant, IsoDate } from '../../units.ts'

/**
 * Tables of a report before they are bytes. One definition feeds the workbook, the CSV files, the JSON and its schema, so
 * that a figure has one name, one unit and one meaning in all of them. Rows are generators: a table of 200,000 rows is
 * never held.
 */

/**
 * What a column holds. `percent` counts to 100, `share` to 1; `date` is an `IsoDate`, `instant` milliseconds of UTC,
 * `ordinal` is a
 * number that counts nothing (a VLAN, a row) and is written without parted thousands, `factor` keeps all its digits, `flag` is yes or no. `any` is for lists of figures, whose cells say their own kind.
 */
export const COLUMN_KINDS = [
  'text',
  'integer',
  'ordinal',
  'number',
  'factor',
  'percent',
  'share',
  'hours',
  'minutes',
  'gib',
  'date',
  'instant',
  'flag',
  'any',
] as const
export type ColumnKind = (typeof COLUMN_KINDS)[number]
/** The kinds that add up. */
export type NumberKind = Extract<
  ColumnKind,
  'integer' | 'number' | 'factor' | 'percent' | 'share' | 'hours' | 'minutes' | 'gib'
>

/** What a colour says (look.md, Colour); documents choose the shade. */
export const TONES = ['green', 'amber', 'red', 'blue', 'grey'] as const
export type Tone = (typeof TONES)[number]

/** When a cell carries a tone: the first rule of its column that holds. */
export type ToneRule =
  | { readonly tone: Tone; readonly when: 'equals'; readonly value: string }
  | { readonly tone: Tone; readonly when: 'atLeast'; readonly value: number }
  | { readonly tone: Tone; readonly when: 'before'; readonly value: IsoDate }

/** A plain value; null and NaN where nothing is known. */
export type Value = string | number | boolean | null
/** A value with more to say than its column: a kind of its own in a column of `any`, or the tab it leads to. */
export interface RichValue {
  readonly value: Value
  readonly kind?: Exclude<ColumnKind, 'any'>
  /** Name of the table that a click opens. */
  readonly tab?: string
  readonly tone?: Tone
}
export type Cell = Value | RichValue

export interface ColumnHead {
  /** Name in JSON, with its unit: `memoryGiB`. Unique in its table. */
  readonly key: string
  readonly header: string
  /** Shown behind the header: `GiB`. */
  readonly unit?: string
  readonly kind: ColumnKind
  /** In characters. */
  readonly width: number
  /** Said in the foot of the table. */
  readonly total?: 'sum'
  readonly tones?: readonly ToneRule[]
  /** Long texts that are read rather than scanned. */
  readonly wraps?: boolean
  /** The words of a code for readers: a workbook shows them, CSV and JSON keep the code. */
  readonly words?: Readonly<Record<string, string>>
  /** Hidden in a workbook, whose lines say it already; in CSV and JSON like any other. */
  readonly isForMachines?: boolean
  /** Only in a workbook, where texts that repeat cost nothing: another table says it once for CSV and JSON. */
  readonly isForReaders?: boolean
  /** An attribute of the customer's own: its header is its name, and no schema knows it. */
  readonly isCustom?: boolean
  /** What a reader may not guess from the header. */
  readonly meaning?: string
}

/** How a row looks where people read it. Only `data` rows go to CSV and JSON. */
export type RowRole = 'data' | 'title' | 'section' | 'band' | 'note'

export interface TableRow {
  readonly role: RowRole
  readonly cells: readonly Cell[]
}

export interface Table {
  /** `vms`: key in JSON, name of the CSV file. */
  readonly name: string
  /** `All VMs`: name of the tab. */
  readonly title: string
  /** What one row is, in a sentence. */
  readonly about: string
  readonly columns: readonly ColumnHead[]
  /** How many columns stay in sight when a reader scrolls to the right. */
  readonly frozenColumns: number
  /** A `list` has a header that stays and a filter; a `page` is read from top to bottom. */
  readonly layout: 'list' | 'page'
  rows(): Iterable<TableRow>
}

/** The tables of one report in the order of their tabs, and what all of them share. */
export interface Workbook {
  readonly title: string
  readonly customer: string
  readonly author: string
  readonly version: string
  /** The moment that ages and ends of support are judged by; also the time stamp of the files. */
  readonly asOf: Instant
  /** Clock that shows instants. */
  readonly zone: ZoneOffsets
  readonly tables: readonly Table[]
}

export function plainValue(cell: Cell): Value {
  return typeof cell === 'object' && cell !== null ? cell.value : cell
}

export function kindOf(cell: Cell, column: ColumnHead): Exclude<ColumnKind, 'any'> {
  const own = typeof cell === 'object' && cell !== null ? cell.kind : undefined
  if (own) return own
  if (column.kind !== 'any') return column.kind
  return typeof plainValue(cell) === 'number' ? 'number' : 'text'
}

export function isNumberKind(kind: ColumnKind): kind is NumberKind {
  return kind !== 'text' && kind !== 'date' && kind !== 'instant' && kind !== 'flag' && kind !== 'any'
}

/** `Memory (GiB)`. A format shows what percentages are, CSV does not: `withPercent` says it there. */
export function headerText(column: ColumnHead, withPercent = true): string {
  const unit = column.unit ?? (withPercent && (column.kind === 'percent' || column.kind === 'share') ? '%' : undefined)
  return unit ? `${column.header} (${unit})` : column.header
}
