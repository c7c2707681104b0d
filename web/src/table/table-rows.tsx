import { memo, type ReactNode } from 'react'
import { type Column, isDescending, type Sort, sortedBy } from './column.ts'
import styles from './table.module.css'

/** Only the rows in sight exist and cells lie in a CSS grid: what a table element would say is spelled out. */
const GROUP = { role: 'rowgroup' }
const CELL = { role: 'gridcell' }
const HEAD_CELL = { role: 'columnheader' }

const rowAria = (index: number, isSelected?: boolean) => ({
  role: 'row',
  'aria-rowindex': index,
  'aria-selected': isSelected,
})

function headAria<Row>(column: Column<Row>, sort: Sort) {
  const direction = isDescending(sort) ? 'descending' : 'ascending'
  return { ...HEAD_CELL, 'aria-sort': sortedBy(sort) === column.id ? direction : undefined } as const
}

/** Only the active cell has an id: the grid names it as its active descendant. */
export const cellId = (id: string): string => `${id}active`

interface HeadRowProps<Row> {
  readonly id: string
  readonly columns: readonly Column<Row>[]
  readonly sort: Sort
  readonly onSort?: (column: Column<Row>) => void
  readonly activeColumn: number | null
  readonly isSelectable: boolean
  readonly isAllSelected: boolean
  readonly onSelectAll: () => void
}

export function HeadRow<Row>(props: HeadRowProps<Row>) {
  const { id, columns, sort, onSort, activeColumn, isSelectable, isAllSelected, onSelectAll } = props
  return (
    <div className={styles.head} {...GROUP}>
      <div className={styles.row} {...rowAria(1)}>
        {isSelectable && (
          <div className={styles.select} {...HEAD_CELL}>
            <button
              type="button"
              tabIndex={-1}
              aria-label={isAllSelected ? 'Select none' : 'Select all'}
              className={styles.box}
              data-checked={isAllSelected || undefined}
              onClick={onSelectAll}
            />
          </div>
        )}
        {columns.map((column, i) => {
          const isSorted = sortedBy(sort) === column.id
          const words = (
            <>
              <span className={styles.title}>
                {column.title}
                {column.unit && <span className={styles.unit}> {column.unit}</span>}
              </span>
              {isSorted && <span aria-hidden>{isDescending(sort) ? '↓' : '↑'}</span>}
            </>
          )
          return (
            <div
              key={column.id}
              id={activeColumn === i ? cellId(id) : undefined}
              className={`${styles.headCell} ${i === 0 ? styles.first : ''} ${column.align === 'end' ? styles.end : ''}`}
              data-active={activeColumn === i || undefined}
              title={column.help}
              {...headAria(column, sort)}
            >
              {column.sort && onSort ? (
                <button type="button" tabIndex={-1} className={styles.sort} onClick={() => onSort(column)}>
                  {words}
                </button>
              ) : (
                words
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}

interface TableRowProps<Row> {
  readonly id: string
  readonly index: number
  readonly top: number
  /** undefined while it is on its way. */
  readonly row: Row | undefined
  readonly columns: readonly Column<Row>[]
  readonly activeColumn: number | null
  readonly isSelectable: boolean
  readonly isSelected: boolean
  readonly isOpen: boolean
  readonly edge: 'amber' | 'red' | null
}

/**
 * Drawn again only when something of its own changed, and then into the elements that are there: a scroll changes texts
 * and makes no elements. Cells carry a class and a role alone, as there are a thousand of them on a large screen.
 */
export const TableRow = memo(function TableRow<Row>(props: TableRowProps<Row>) {
  const { id, index, top, row, columns, activeColumn, isSelectable, isSelected, isOpen, edge } = props
  return (
    <div
      className={styles.row}
      style={{ top }}
      data-row={index}
      data-selected={isSelected || undefined}
      data-open={isOpen || undefined}
      data-edge={edge ?? undefined}
      {...rowAria(index + 2, isSelectable ? isSelected : undefined)}
    >
      {isSelectable && (
        <div className={styles.select} {...CELL}>
          <span className={styles.box} aria-hidden />
        </div>
      )}
      {row === undefined ? (
        <div className={styles.coming} {...CELL} />
      ) : (
        columns.map((column, i) => (
          <div
            key={column.id}
            id={activeColumn === i ? cellId(id) : undefined}
            className={cellClass(column, i)}
            data-active={activeColumn === i || undefined}
            {...CELL}
          >
            {contentOf(column, row)}
          </div>
        ))
      )}
    </div>
  )
}) as <Row>(props: TableRowProps<Row>) => ReactNode

function cellClass<Row>(column: Column<Row>, i: number): string {
  if (i === 0) return `${styles.cell} ${styles.first}`
  return column.align === 'end' ? `${styles.cell} ${styles.end}` : styles.cell
}

function contentOf<Row>(column: Column<Row>, row: Row): ReactNode {
  if (column.cell) return column.cell(row)
  const value = column.value(row)
  if (value === null || value === undefined || value === '') return <span className={styles.unknown}>–</span>
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : value
}

interface FootRowProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly totals: Readonly<Record<string, ReactNode>>
  readonly rowIndex: number
  readonly isSelectable: boolean
}

export function FootRow<Row>({ columns, totals, rowIndex, isSelectable }: FootRowProps<Row>) {
  return (
    <div className={styles.foot} {...GROUP}>
      <div className={styles.row} {...rowAria(rowIndex)}>
        {isSelectable && <div className={styles.select} {...CELL} />}
        {columns.map((column, i) => (
          <div key={column.id} className={cellClass(column, i)} {...CELL}>
            {totals[column.id]}
          </div>
        ))}
      </div>
    </div>
  )
}
