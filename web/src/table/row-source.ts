import { useCallback, useMemo } from 'react'
import { type Column, isDescending, type Sort, sortedBy } from './column.ts'

/** Rows by position, wherever they are: an array in the browser, or windows of a list that the server holds. */
export interface RowSource<Row> {
  /** Changes when filter or sort do: the table goes back to its top. */
  readonly identity: string
  /** null until the first answer. */
  readonly total: number | null
  readonly row: (index: number) => Row | undefined
  /** Tells which rows are in sight, last one excluded. */
  readonly see: (first: number, last: number) => void
  /** Rows of a range, fetched where they are not here yet: for copying and for selecting ranges. */
  readonly read: (first: number, last: number) => Promise<readonly Row[]>
  /** The rows shown are those of the question before; the answer is on its way. */
  readonly isRefreshing: boolean
  readonly error: unknown
  readonly retry: () => void
}

const nothing = () => {}

/** Rows that are all here, sorted in the browser; null while they are on their way. */
export function useLocalRows<Row>(
  rows: readonly Row[] | null,
  columns: readonly Column<Row>[],
  sort: Sort,
  identity = '',
): RowSource<Row> {
  const sorted = useMemo(() => (rows ? sortRows(rows, columns, sort) : null), [rows, columns, sort])
  const row = useCallback((index: number) => sorted?.[index], [sorted])
  const read = useCallback(async (first: number, last: number) => sorted?.slice(first, last) ?? [], [sorted])
  return {
    identity: `${identity} ${sort}`,
    total: sorted?.length ?? null,
    row,
    see: nothing,
    read,
    isRefreshing: false,
    error: null,
    retry: nothing,
  }
}

/** Stable; what is unknown stands last in both directions; text is compared without regard to case. */
export function sortRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sort: Sort): readonly Row[] {
  const column = columns.find(({ id }) => id === sortedBy(sort))
  if (!column) return rows
  const sign = isDescending(sort) ? -1 : 1
  const keyed = rows.map((row) => ({ row, key: sortKey(column.value(row)) }))
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return a.key === b.key ? 0 : a.key === null ? 1 : -1
    if (a.key === b.key) return 0
    return a.key < b.key ? -sign : sign
  })
  return keyed.map(({ row }) => row)
}

function sortKey(value: string | number | boolean | null | undefined): string | number | null {
  if (value === undefined || value === null || value === '') return null
  return typeof value === 'string' ? value.toLowerCase() : Number(value)
}
