import type { Estate, Origins } from './estate.ts'

/** The cell of a file that a value was read from. */
export interface Cell {
  readonly file: string
  /** As the workbook writes it. */
  readonly sheet: string
  readonly header: string
  /** As a spreadsheet counts. */
  readonly row: number
  /** As a spreadsheet says it: `AK17`. */
  readonly address: string
}

/**
 * Where a value stands: entry `index` of a table with these origins, in the column that fills a property, written as in
 * `Estate.columns` (`vInfo.cbt`). Null where the entry has no row in that sheet or its file has no such column.
 */
export function cellOf(
  estate: Pick<Estate, 'sources' | 'columnPlaces'>,
  origins: Origins,
  index: number,
  column: string,
): Cell | null {
  const row = origins.row[index]
  const source = origins.source[index]
  const place = estate.columnPlaces.get(`${source}/${column}`)
  if (row === 0 || !place) return null
  return {
    file: estate.sources[source].file,
    sheet: place.sheet,
    header: place.header,
    row,
    address: `${columnLetters(place.index)}${row}`,
  }
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetters(index: number): string {
  let letters = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}
