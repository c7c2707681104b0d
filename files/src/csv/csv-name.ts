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
/** What a browser, a file manager or the upload adds to the second file of a name. */
const COPY = / \(\d+\)$/

/** `site-a_RVTools_tabvInfo.csv` is the sheet vInfo of the export `site-a_`, and with ` (2)` that of a second one. */
export function csvName(path: string): CsvName {
  const whole = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).replace(ENDING, '')
  const copy = COPY.exec(whole)?.[0] ?? ''
  const name = whole.slice(0, whole.length - copy.length)
  for (const pattern of [WRITTEN_BY_RVTOOLS, ENDS_IN_SHEET]) {
    const parts = pattern.exec(name)
    if (parts && sheetByName(parts[2]) !== null) return { stem: parts[1] + copy, sheet: parts[2] }
  }
  // A name of its own makes an export of its own: two tables of VMs in one folder are two sources, not one twice.
  return sheetByName(name) === null ? { stem: whole, sheet: whole } : { stem: copy, sheet: name }
}

export const isCsvName = (path: string): boolean => /\.(?:csv|tsv)$/i.test(path)
