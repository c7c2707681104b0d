const LETTERS = 26

/** `A`, `Z`, `AA`: a column that counts from 0. */
export function columnName(index: number): string {
  let name = ''
  for (let rest = index; rest >= 0; rest = Math.floor(rest / LETTERS) - 1) {
    name = String.fromCharCode(65 + (rest % LETTERS)) + name
  }
  return name
}

/** `A1:X100`: the first columns of some rows. */
export function range(columns: number, firstRow: number, lastRow: number): string {
  return `A${firstRow}:${columnName(columns - 1)}${Math.max(firstRow, lastRow)}`
}

/** `$A$1:$X$100`. */
export function absoluteRange(columns: number, firstRow: number, lastRow: number): string {
  return `$A$${firstRow}:$${columnName(columns - 1)}$${Math.max(firstRow, lastRow)}`
}
