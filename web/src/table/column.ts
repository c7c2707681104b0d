import type { ReactNode } from 'react'

/** One column of a table: what it is called, how it is drawn, and what it is worth to a sort or a spreadsheet. */
export interface Column<Row> {
  readonly id: string
  readonly title: string
  /** Stands in the header, so that cells hold bare numbers. */
  readonly unit?: string
  readonly width: number
  /** Takes the width that is left; absent in every column: the first does. */
  readonly grows?: boolean
  /** Numbers stand at the right. */
  readonly align?: 'start' | 'end'
  /** Direction of the first click on the header; absent: not sortable. */
  readonly sort?: 'ascending' | 'descending'
  /** Sorts local rows, fills spreadsheets, and is what the cell shows when there is no `cell`. */
  readonly value: (row: Row) => string | number | boolean | null | undefined
  readonly cell?: (row: Row) => ReactNode
  /** A sentence for the header. */
  readonly help?: string
  /** Shown only once it is chosen. */
  readonly isExtra?: boolean
}

/** `name`, or `-name` for descending: as the API takes it. */
export type Sort = string

export const sortedBy = (sort: Sort): string => (sort.startsWith('-') ? sort.slice(1) : sort)
export const isDescending = (sort: Sort): boolean => sort.startsWith('-')

/** What a click on a header makes of the present sort: its own first direction, then the other. */
export function nextSort<Row>(sort: Sort, column: Column<Row>): Sort {
  if (sortedBy(sort) === column.id) return isDescending(sort) ? column.id : `-${column.id}`
  return column.sort === 'descending' ? `-${column.id}` : column.id
}

/** Columns in sight: those chosen, in the order of the table; the first always. */
export function shownColumns<Row>(columns: readonly Column<Row>[], chosen: readonly string[] | null) {
  return columns.filter((column, i) => i === 0 || (chosen ? chosen.includes(column.id) : !column.isExtra))
}
