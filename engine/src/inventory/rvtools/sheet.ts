import type { Instant } from '../../units.ts'
import type { Estate, SheetName } from '../estate.ts'

/**
 * What the engine asks of a reader of foreign files, and what it gives back: the seam between `files` and
 * `inventory/rvtools`. A reader pushes one row after another and owns the memory of a row: a `Row` is a view that is
 * valid only during the call.
 */
export interface Row {
  /** As a spreadsheet counts: the header is usually 1. */
  readonly rowNumber: number
  /** What the cell holds. A column the row does not reach is `empty`. */
  kind(column: number): CellKind
  /** The cell as text, trimmed; numbers as the shortest decimal, booleans as `True` and `False`, empty as ''. */
  text(column: number): string
  /** A number, or a text that is one (decimal comma or point as the reader found the file to use); else NaN. */
  number(column: number): number
  /** A date cell, or a text that is a date; else NaN. */
  instant(column: number): Instant
  /**
   * A small number that is the same for the same text within one file (an index of shared strings), or -1. Lets the
   * importer translate a text once instead of once a cell.
   */
  key(column: number): number
}

export const CellKind = { empty: 0, text: 1, number: 2, boolean: 3, date: 4, error: 5 } as const
export type CellKind = (typeof CellKind)[keyof typeof CellKind]

/** One sheet as the reader announces it, before its first row. */
export interface SheetHead {
  /** Index that `addSource` gave. */
  readonly source: number
  /** As written in the workbook, or the file name of a CSV without `RVTools_tab` and ending. */
  readonly sheet: string
  /** Row number of `header`. */
  readonly headerRow: number
  /** Header cells by column, trimmed; '' for an empty one. */
  readonly header: readonly string[]
  /** How many different `key`s there can be in this source; 0 when keys are not offered. */
  readonly keys: number
}

/** What the importer wants of a sheet. */
export interface SheetSink {
  /** The columns worth decoding, ascending. The reader may skip all others. */
  readonly columns: readonly number[]
  row(row: Row): void
  end(): void
}

export interface SourceHead {
  readonly file: string
  readonly format: Estate['sources'][number]['format']
}

export interface RvtoolsImporter {
  addSource(head: SourceHead): number
  /** Which known sheet this is, by its name or, failing that, by its header; null for a foreign one. */
  recognise(sheet: string, header: readonly string[]): SheetName | null
  /**
   * Opens a sheet. Null when the importer has no use for it (a foreign sheet, one that came twice): a warning says so.
   * Callers open sheets of all sources in the order of `SHEET_ORDER`: rows of parts join VMs that are already there.
   */
  openSheet(head: SheetHead): SheetSink | null
  finish(): ImportResult
}

/** vMetaData and vSource first (ages, versions), then vInfo, then whatever joins to it. */
export const SHEET_ORDER: readonly SheetName[] = [
  'vMetaData',
  'vSource',
  'vInfo',
  'vCPU',
  'vMemory',
  'vTools',
  'vDisk',
  'vPartition',
  'vNetwork',
  'vSnapshot',
  'vCD',
  'vUSB',
  'vFloppy',
  'vHost',
  'vCluster',
  'vDatastore',
  'vPort',
  'dvPort',
  'vSwitch',
  'dvSwitch',
  'vSC_VMK',
  'vNIC',
  'vHBA',
  'vRP',
  'vMultiPath',
  'vLicense',
  'vFileInfo',
  'vHealth',
]

export interface ImportResult {
  readonly estate: Estate
  readonly rejected: readonly Rejected[]
  readonly warnings: readonly Warning[]
  readonly columns: readonly SheetColumns[]
}

/** A row that was kept out. */
export interface Rejected {
  readonly file: string
  readonly sheet: string
  readonly row: number
  readonly reason: string
}

/** Something that is suspicious but was read. Codes are stable and listed in `warnings.ts`. */
export interface Warning {
  readonly code: string
  readonly message: string
  readonly file: string | null
  readonly sheet: string | null
}

/** The column report of one sheet. */
export interface SheetColumns {
  readonly file: string
  /** As written. */
  readonly sheet: string
  readonly as: SheetName | null
  readonly rows: number
  readonly recognised: readonly { readonly header: string; readonly column: string }[]
  readonly custom: readonly string[]
  readonly ignored: readonly string[]
  readonly missing: readonly string[]
}
