import { type CSSProperties, type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react'
import { ErrorView } from '../ui/error-view.tsx'
import { Loading } from '../ui/loading.tsx'
import { type Column, nextSort, type Sort } from './column.ts'
import { ROW_HEIGHTS, useDensity } from './preferences.ts'
import type { RowSource } from './row-source.ts'
import type { Selection } from './selection.ts'
import styles from './table.module.css'
import { FootRow, HeadRow, TableRow } from './table-rows.tsx'
import { useGrid } from './use-grid.ts'
import { useVisibleRows } from './use-visible-rows.ts'

export interface DataTableProps<Row> {
  /** What the table holds, for those who cannot see it: "VMs". */
  readonly label: string
  /** Only those in sight: `shownColumns(columns, chosen)`. The first stays at the left edge. */
  readonly columns: readonly Column<Row>[]
  readonly source: RowSource<Row>
  /** Identity of a row; keep it stable. */
  readonly rowKey: (row: Row) => string
  readonly sort?: Sort
  readonly onSort?: (sort: Sort) => void
  /** Enter, a double click, or a click on the first cell. */
  readonly onOpen?: (row: Row) => void
  /** Key of the row that a drawer shows. */
  readonly openKey?: string
  readonly selection?: Selection<Row>
  readonly onSelection?: (selection: Selection<Row>) => void
  /** Colour of the bar at the left edge: amber marks what nobody has confirmed. */
  readonly edge?: (row: Row) => 'amber' | 'red' | null
  /** Totals of what is filtered, by column id. */
  readonly totals?: Readonly<Record<string, ReactNode>>
  /** Stands in the place of rows when there are none. */
  readonly empty?: ReactNode
  /** Takes no more height than its rows, up to this many; without it the table fills its place. */
  readonly mostRows?: number
}

const HEAD_HEIGHT = 32
const SELECT_WIDTH = 36
/** Only the rows in sight exist and cells lie in a CSS grid: what a table element would say is spelled out. */
const GROUP = { role: 'rowgroup' }

/**
 * A table for up to a hundred thousand rows: sticky header, first column and totals, and as many rows in the page as fit
 * the window. Arrows move, Space selects, Shift extends, Enter opens, Ctrl C copies what is selected as TSV.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const columns = useSame(props.columns)
  const { label, source, rowKey, sort = '', onSort, selection, edge, totals, empty, mostRows, openKey } = props
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const [density] = useDensity()
  const rowHeight = ROW_HEIGHTS[density]
  const total = source.total ?? 0
  const visible = useVisibleRows(scroller, total, rowHeight)
  const grid = useGrid(props, { id, scroller, rowHeight, headHeight: HEAD_HEIGHT })

  const { see, identity } = source
  useEffect(() => see(visible.first, visible.last), [see, visible])
  // A new question begins at its top.
  useEffect(() => {
    if (identity && scroller.current) scroller.current.scrollTop = 0
  }, [identity])

  useSideways(scroller)

  const isSelectable = selection !== undefined
  const template = templateOf(columns, isSelectable)
  const width = columns.reduce((sum, column) => sum + column.width, isSelectable ? SELECT_WIDTH : 0)
  const style = { '--columns': template, '--row': `${rowHeight}px`, '--width': `${width}px` } as CSSProperties
  const foot = totals ? rowHeight : 0
  const height = mostRows ? HEAD_HEIGHT + Math.min(mostRows, Math.max(1, total)) * rowHeight + foot + 1 : undefined
  const indexes = Array.from(
    { length: Math.max(0, Math.min(visible.last, total) - visible.first) },
    (_, i) => visible.first + i,
  )

  const aria = {
    role: 'grid',
    tabIndex: 0,
    'aria-label': label,
    'aria-rowcount': total + (totals && total > 0 ? 2 : 1),
    'aria-colcount': columns.length + (isSelectable ? 1 : 0),
    'aria-multiselectable': isSelectable,
    'aria-activedescendant': grid.activeId,
    'aria-busy': source.total === null || source.isRefreshing,
  }
  return (
    <div className={styles.frame} style={{ ...style, height, flex: mostRows ? 'none' : 1 }}>
      <div
        ref={scroller}
        className={styles.scroller}
        data-refreshing={source.isRefreshing || undefined}
        data-opens={props.onOpen !== undefined || undefined}
        {...grid.handlers}
        {...aria}
      >
        <HeadRow
          id={id}
          columns={columns}
          sort={sort}
          onSort={onSort ? (column) => onSort(nextSort(sort, column)) : undefined}
          activeColumn={grid.active.row === -1 ? grid.active.column : null}
          isSelectable={isSelectable}
          isAllSelected={grid.isAllSelected}
          onSelectAll={grid.toggleAll}
        />
        <div className={styles.body} style={{ height: total * rowHeight }} {...GROUP}>
          {indexes.map((index) => {
            const row = source.row(index)
            const key = row === undefined ? '' : rowKey(row)
            return (
              <TableRow
                // Rows that leave at one edge are filled anew and stand at the other.
                key={index % visible.most}
                id={id}
                index={index}
                top={index * rowHeight}
                row={row}
                columns={columns}
                activeColumn={grid.active.row === index ? grid.active.column : null}
                isSelectable={isSelectable}
                isSelected={row !== undefined && grid.isSelected(key)}
                isOpen={openKey !== undefined && key === openKey}
                edge={row === undefined ? null : (edge?.(row) ?? null)}
              />
            )
          })}
        </div>
        {totals && total > 0 && (
          <FootRow columns={columns} totals={totals} rowIndex={total + 2} isSelectable={isSelectable} />
        )}
      </div>
      {source.total === null && (
        <div className={styles.inside}>
          {source.error ? (
            <ErrorView error={source.error} what={`${label} could not be read`} onRetry={source.retry} />
          ) : (
            <Loading label={`Loading ${label}`} />
          )}
        </div>
      )}
      {source.total === 0 && <div className={styles.inside}>{empty}</div>}
    </div>
  )
}

/** Marks a table that is moved sideways, without drawing anything anew. */
function useSideways(scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = scroller.current
    const mark = () => element?.toggleAttribute('data-sideways', element.scrollLeft > 0)
    element?.addEventListener('scroll', mark, { passive: true })
    return () => element?.removeEventListener('scroll', mark)
  }, [scroller])
}

/** The columns of before while they are the same ones: pages may list them anew each time they are drawn. */
function useSame<Row>(columns: readonly Column<Row>[]): readonly Column<Row>[] {
  const [kept, setKept] = useState(columns)
  if (kept === columns) return kept
  if (kept.length === columns.length && kept.every((column, i) => column === columns[i])) return kept
  setKept(columns)
  return columns
}

function templateOf<Row>(columns: readonly Column<Row>[], isSelectable: boolean): string {
  const growing = Math.max(
    0,
    columns.findIndex((column) => column.grows),
  )
  const widths = columns.map(({ width }, i) => (i === growing ? `minmax(${width}px, 1fr)` : `${width}px`))
  return [...(isSelectable ? [`${SELECT_WIDTH}px`] : []), ...widths].join(' ')
}
