import { type CellObject, read } from '@e965/xlsx'

/** A legacy workbook as plain data, so that it can come from another thread. */
export interface ParsedXls {
  readonly sheets: readonly {
    readonly name: string
    readonly rows: readonly (readonly (CellObject | undefined)[] | undefined)[]
  }[]
  readonly date1904: boolean
}

/** Reads a whole legacy workbook. Throws whatever the library throws; what it hands out is not trusted to end soon. */
export function parseXls(bytes: Uint8Array): ParsedXls {
  const workbook = read(bytes, {
    type: 'buffer',
    dense: true,
    cellNF: true,
    cellText: false,
    cellFormula: false,
    cellHTML: false,
  })
  return {
    // The library keeps the cells of a dense sheet in `!data`, sparse in both directions.
    sheets: workbook.SheetNames.map((name) => ({ name, rows: workbook.Sheets[name]?.['!data'] ?? [] })),
    date1904: workbook.Workbook?.WBProps?.date1904 === true,
  }
}
