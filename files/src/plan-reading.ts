import type { SheetName } from '@portolan/engine/inventory/estate'
import { sheetByName } from '@portolan/engine/inventory/rvtools/recognise-sheet'
import { type RvtoolsImporter, SHEET_ORDER } from '@portolan/engine/inventory/rvtools/sheet'
import { fileError } from './export-error.ts'
import { refuseOtherFormat } from './other-formats.ts'
import type { HeadRow, OpenSource, Table } from './table.ts'

/** A table that will be read, and what it is taken for. */
export interface PlannedTable {
  readonly source: OpenSource
  /** Index that the importer gave the source. */
  readonly index: number
  readonly table: Table
  readonly as: SheetName | null
}

/** How many filled rows are searched for the header: titles, logos and dates of print may stand above it. */
export const HEAD_ROWS = 20

/**
 * Finds out what every table is and puts them in the order the importer needs: by sheet first, then by source, so that
 * the VMs of all files are known before anything joins to them. Tables with a known name are not opened for this.
 */
export async function planReading(sources: readonly OpenSource[], importer: RvtoolsImporter): Promise<PlannedTable[]> {
  const planned: PlannedTable[] = []
  for (const source of sources) {
    const index = importer.addSource({ file: source.file, format: source.format })
    const hasVInfo = source.tables.some(({ sheet }) => sheetByName(sheet) === 'vInfo')
    for (const table of source.tables) {
      try {
        const as = sheetByName(table.sheet) ?? (await byHeader(table, importer, !hasVInfo))
        planned.push({ source, index, table, as })
      } catch (error) {
        throw fileError(source.file, error)
      }
    }
  }
  const order = (one: PlannedTable) => (one.as === null ? SHEET_ORDER.length : SHEET_ORDER.indexOf(one.as))
  // The sort is stable: within a sheet, sources stay in the order they were named in.
  return planned.sort((a, b) => order(a) - order(b))
}

async function byHeader(table: Table, importer: RvtoolsImporter, mayBeOther: boolean): Promise<SheetName | null> {
  for (const { cells } of await table.head(HEAD_ROWS)) {
    if (mayBeOther) refuseOtherFormat(cells)
    const as = importer.recognise(table.sheet, cells)
    if (as !== null) return as
  }
  return null
}

/**
 * The header among the first rows of a table: the first that makes the importer recognise the sheet, else the first that
 * holds anything, which lets the importer say what it found instead. Null when there is no row at all.
 */
export function findHeader(sheet: string, rows: readonly HeadRow[], importer: RvtoolsImporter): number | null {
  if (rows.length === 0) return null
  return Math.max(
    0,
    rows.findIndex(({ cells }) => importer.recognise(sheet, cells) !== null),
  )
}
