import { count, decimal, UNKNOWN } from '@portolan/engine/documents/wording/numbers'
import { sizeOf } from '@portolan/engine/documents/wording/sizes'
import type { Screen } from '../terminal/blocks.ts'
import { type TableCell, type TableColumn, tableLines } from '../terminal/table.ts'

/** A column of a list: its head and what it shows of a row. */
export interface ListColumn<Row> extends TableColumn {
  cell(row: Row): string | TableCell
}

/** Rows as a table; `empty` says what there could be when there is nothing. */
export function listing<Row>(
  rows: readonly Row[],
  columns: readonly ListColumn<Row>[],
  empty: string,
  screen: Screen,
): string[] {
  if (rows.length === 0) return [`  ${empty}`]
  const cells = rows.map((row) => columns.map((column) => column.cell(row)))
  return tableLines(columns, cells, screen)
}

/** How to get the rest of a list. */
export function moreLines(nextCursor: string | null, { paint }: Screen): string[] {
  return nextCursor === null ? [] : [paint('faint', `  more: --cursor ${nextCursor}`)]
}

export const textColumn = <Row>(header: string, cell: (row: Row) => string, least?: number): ListColumn<Row> => ({
  header,
  cell,
  ...(least === undefined ? {} : { shrinks: true, least }),
})

export const countColumn = <Row>(header: string, value: (row: Row) => number | null): ListColumn<Row> => ({
  header,
  align: 'right',
  cell: (row) => known(value(row), count),
})

/** The unit stands in the head. */
export const percentColumn = <Row>(header: string, value: (row: Row) => number | null): ListColumn<Row> => ({
  header,
  align: 'right',
  cell: (row) => known(value(row), (it) => decimal(it, 0)),
})

export const sizeColumn = <Row>(header: string, value: (row: Row) => number | null): ListColumn<Row> => ({
  header,
  align: 'right',
  cell: (row) => known(value(row), sizeOf),
})

export function known(value: number | null, words: (value: number) => string): string {
  return value === null ? UNKNOWN : words(value)
}

/** `2026-06-09 14:30` of UTC: what a list has room for. */
export function moment(iso: string | null): string {
  return iso === null ? UNKNOWN : iso.slice(0, 16).replace('T', ' ')
}

export const yesNo = (value: boolean | null): string => (value === null ? UNKNOWN : value ? 'yes' : 'no')
