import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { RowSource } from './row-source.ts'

export interface RowPage<Row> {
  readonly rows: readonly Row[]
  readonly total: number
}

interface WindowedRows<Row, Page extends RowPage<Row>> {
  /** Route id and everything that is asked for; a change is a new list. */
  readonly queryKey: readonly unknown[]
  readonly fetchRows: (offset: number, limit: number, signal?: AbortSignal) => Promise<Page>
}

/** Rows a request: about six screens. */
const WINDOW = 200
/** Most rows the API gives at once; ranges are read in steps of it. */
const MOST = 1000
/** Windows that a dragged scroll bar flies over are not asked for. */
const SETTLE_MS = 60

/**
 * Rows of a list that the server filters and sorts, read by position in windows as they come into sight. `page` is an
 * answer of the list itself, for totals. While a new question is on its way the rows of the last one stay.
 */
export function useWindowedRows<Row, Page extends RowPage<Row>>({ queryKey, fetchRows }: WindowedRows<Row, Page>) {
  const client = useQueryClient()
  const asked = JSON.stringify(queryKey)
  const [seen, setSeen] = useState({ first: 0, last: 0 })
  const [shown, setShown] = useState({ asked, queryKey })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  const windows = Array.from({ length: seen.last - seen.first + 1 }, (_, i) => seen.first + i)
  const answers = useQueries({
    queries: windows.map((window) => ({
      queryKey: [...queryKey, { window }],
      queryFn: ({ signal }: { signal: AbortSignal }) => fetchRows(window * WINDOW, WINDOW, signal),
    })),
  })
  const isAnswered = answers.some((answer) => answer.data !== undefined)
  if (isAnswered && shown.asked !== asked) setShown({ asked, queryKey })

  const pageAt = useCallback(
    (window: number) => client.getQueryData<Page>([...shown.queryKey, { window }]),
    [client, shown],
  )
  const page = answers.find((answer) => answer.data)?.data ?? pageAt(0)
  const pages = new Map<number, Page | undefined>()
  const row = (index: number) => {
    const window = Math.floor(index / WINDOW)
    if (!pages.has(window)) pages.set(window, pageAt(window))
    return pages.get(window)?.rows[index % WINDOW]
  }
  const see = useCallback((first: number, last: number) => {
    const next = { first: Math.floor(first / WINDOW), last: Math.floor(Math.max(first, last - 1) / WINDOW) }
    clearTimeout(timer.current)
    timer.current = setTimeout(
      () => setSeen((now) => (now.first === next.first && now.last === next.last ? now : next)),
      SETTLE_MS,
    )
  }, [])
  const read = useCallback(
    async (first: number, last: number) => {
      const rows: Row[] = []
      for (let offset = first; offset < last; offset += MOST) {
        const part = await fetchRows(offset, Math.min(MOST, last - offset))
        rows.push(...part.rows)
      }
      return rows
    },
    [fetchRows],
  )
  const failed = answers.find((answer) => answer.error)
  const source: RowSource<Row> = {
    identity: shown.asked,
    total: page?.total ?? null,
    row,
    see,
    read,
    isRefreshing: shown.asked !== asked,
    error: failed?.error ?? null,
    retry: () => failed?.refetch(),
  }
  return { source, page: page ?? null }
}
