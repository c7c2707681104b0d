import type { Paint, Tone } from './palette.ts'
import { pad, printable, textWidth, truncate } from './width.ts'

export interface TableColumn {
  readonly header: string
  readonly align?: 'left' | 'right'
  /** May be cut when the terminal is narrow; the first such column gives way first. */
  readonly shrinks?: boolean
  /** Never narrower than this when it shrinks. */
  readonly least?: number
}

export interface TableCell {
  readonly text: string
  readonly tone?: Tone
}

export type TableRow = readonly (string | TableCell)[]

const GAP = 2
const LEAST_WIDTH = 8

/**
 * Lines of an aligned table without frames, at most `width` columns wide where the columns that shrink allow it. Cells
 * are one line each: foreign texts are made printable.
 */
export function tableLines(
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
  { width, paint, indent = 2, header = true }: { width: number; paint: Paint; indent?: number; header?: boolean },
): string[] {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? { text: cell } : cell)))
  const texts = cells.map((row) => row.map((cell) => printable(cell.text)))
  const widths = columns.map((column, c) =>
    Math.max(header ? textWidth(column.header) : 0, ...texts.map((row) => textWidth(row[c] ?? ''))),
  )
  shrink(columns, widths, width - indent)

  const line = (row: readonly string[], toneOf: (c: number) => Tone | undefined): string => {
    const parts = columns.map((column, c) => {
      const text = truncate(row[c] ?? '', widths[c])
      const isLast = c === columns.length - 1
      const padded = isLast && column.align !== 'right' ? text : pad(text, widths[c], column.align)
      const tone = toneOf(c)
      return tone ? paint(tone, padded) : padded
    })
    return (' '.repeat(indent) + parts.join(' '.repeat(GAP))).trimEnd()
  }

  const lines = texts.map((row, r) => line(row, (c) => cells[r][c]?.tone))
  if (!header) return lines
  const headers = columns.map((column) => column.header)
  return [line(headers, () => 'faint'), ...lines]
}

function shrink(columns: readonly TableColumn[], widths: number[], available: number): void {
  let excess = widths.reduce((sum, width) => sum + width, 0) + GAP * (columns.length - 1) - available
  for (let c = 0; c < columns.length && excess > 0; c++) {
    if (!columns[c].shrinks) continue
    const least = Math.min(widths[c], columns[c].least ?? LEAST_WIDTH)
    const cut = Math.min(excess, widths[c] - least)
    widths[c] -= cut
    excess -= cut
  }
}
