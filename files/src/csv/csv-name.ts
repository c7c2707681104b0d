import { sheetByName } from '@portolan/engine/inventory/rvtools/recognise-sheet'

/** What the name of a CSV file says: which export it belongs to, and which sheet of it it is. */
export interface CsvName {
  /** What stands before the sheet; files of one folder with the same stem are one export. */
  readonly stem: string
  readonly sheet: string
}

const ENDING = /\.(?:csv|tsv|txt)$/i
const WRITTEN_BY_RVTOOLS = /^(.*?)(?:RVTools_?)?tab(d?v.+)$/i
const ENDS_IN_SHEET = /^(.+?)[ _.-]+(d?v[a-z_]+)$/i

/** `site-a_RVTools_tabvInfo.csv` is the sheet vInfo of the export `site-a_`. */
export function csvName(path: string): CsvName {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).replace(ENDING, '')
  for (const pattern of [WRITTEN_BY_RVTOOLS, ENDS_IN_SHEET]) {
    const parts = pattern.exec(name)
    if (parts && sheetByName(parts[2]) !== null) return { stem: parts[1], sheet: parts[2] }
  }
  // A name of its own makes an export of its own: two tables of VMs in one folder are two sources, not one twice.
  return { stem: sheetByName(name) === null ? name : '', sheet: name }
}

export const isCsvName = (path: string): boolean => /\.(?:csv|tsv)$/i.test(path)
