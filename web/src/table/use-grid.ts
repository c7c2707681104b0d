import { type KeyboardEvent, type MouseEvent, type RefObject, useCallback, useRef, useState } from 'react'
import { say, sayRefused } from '../ui/toast.tsx'
import { nextSort } from './column.ts'
import { copyRows } from './copy-rows.ts'
import type { DataTableProps } from './data-table.tsx'
import { allSelected, isSelected, nothingSelected, selectedCount, toggled, withRows } from './selection.ts'
import { cellId } from './table-rows.tsx'

interface GridFrame {
  readonly id: string
  readonly scroller: RefObject<HTMLElement | null>
  readonly rowHeight: number
  readonly headHeight: number
}

/** Row −1 is the header. */
interface Place {
  readonly row: number
  readonly column: number
}

/** Where the keyboard stands in a table, what is selected, and what keys and clicks make of it. */
export function useGrid<Row>(props: DataTableProps<Row>, frame: GridFrame) {
  const { columns, source, rowKey, sort = '', onSort, onOpen, selection = nothingSelected, onSelection } = props
  const { id, scroller, rowHeight, headHeight } = frame
  const [active, setActive] = useState<Place>({ row: 0, column: 0 })
  const anchor = useRef(0)
  const total = source.total ?? 0

  const moveTo = (row: number, column: number) => {
    const place = {
      row: Math.max(-1, Math.min(total - 1, row)),
      column: Math.max(0, Math.min(columns.length - 1, column)),
    }
    setActive(place)
    if (scroller.current) reveal(scroller.current, place, columns, rowHeight, headHeight, props.totals !== undefined)
    return place
  }

  const selectRange = async (from: number, to: number) => {
    if (!onSelection) return
    const [first, last] = from < to ? [from, to + 1] : [to, from + 1]
    try {
      const rows = await rowsOf(source, first, last)
      onSelection(
        withRows(
          selection,
          rows.map((row) => [rowKey(row), row] as const),
        ),
      )
    } catch (error) {
      sayRefused('The range could not be selected', error)
    }
  }

  const toggleAt = (index: number, extend: boolean) => {
    const row = source.row(index)
    if (!onSelection || row === undefined) return
    if (extend) return void selectRange(anchor.current, index)
    anchor.current = index
    onSelection(toggled(selection, rowKey(row), row))
  }

  const toggleAll = () =>
    onSelection?.(selectedCount(selection, total) === total && total > 0 ? nothingSelected : allSelected)

  const openAt = (index: number) => {
    const row = source.row(index)
    if (row !== undefined) onOpen?.(row)
  }

  const copy = async () => {
    const copied = await copyRows({ columns, source, rowKey, selection, activeRow: active.row })
    if (copied > 0) say(copied === 1 ? 'Copied 1 row' : `Copied ${copied} rows`)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const { row, column } = active
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 3)
    const isCommand = event.ctrlKey || event.metaKey
    const moves: Record<string, readonly [number, number]> = {
      ArrowDown: [row + 1, column],
      ArrowUp: [row - 1, column],
      ArrowRight: [row, column + 1],
      ArrowLeft: [row, column - 1],
      PageDown: [row + page, column],
      PageUp: [Math.max(0, row - page), column],
      Home: isCommand ? [0, 0] : [row, 0],
      End: isCommand ? [total - 1, column] : [row, columns.length - 1],
    }
    const move = moves[event.key]
    if (move && !event.altKey) {
      const place = moveTo(move[0], move[1])
      if (event.shiftKey && place.row >= 0 && place.row !== row) void selectRange(anchor.current, place.row)
      else if (!event.shiftKey) anchor.current = Math.max(0, place.row)
    } else if (event.key === ' ') {
      if (row === -1) toggleAll()
      else toggleAt(row, event.shiftKey)
    } else if (event.key === 'Enter') {
      const head = columns[column]
      if (row === -1 && head?.sort) onSort?.(nextSort(sort, head))
      else if (row >= 0) openAt(row)
    } else if (isCommand && event.key === 'a' && onSelection) {
      onSelection(allSelected)
    } else if (isCommand && event.key === 'c' && !window.getSelection()?.toString()) {
      void copy()
    } else if (event.key === 'Escape' && selectedCount(selection, total) > 0) {
      onSelection?.(nothingSelected)
    } else {
      return
    }
    event.preventDefault()
  }

  const onClick = (event: MouseEvent) => {
    const target = event.target as HTMLElement
    const index = rowAt(target)
    if (index === null) return
    if (columnAt(target, onSelection !== undefined) < 0) {
      setActive((now) => ({ ...now, row: index }))
      return toggleAt(index, event.shiftKey)
    }
    const column = columnAt(target, onSelection !== undefined)
    setActive({ row: index, column })
    if (event.shiftKey && onSelection) return void selectRange(anchor.current, index)
    if ((event.ctrlKey || event.metaKey) && onSelection) return toggleAt(index, false)
    anchor.current = index
    if (column === 0) openAt(index)
  }

  const onDoubleClick = (event: MouseEvent) => {
    const index = rowAt(event.target as HTMLElement)
    if (index !== null) openAt(index)
  }

  return {
    active,
    activeId: total > 0 || active.row === -1 ? cellId(id) : undefined,
    isSelected: useCallback((key: string) => isSelected(selection, key), [selection]),
    isAllSelected: total > 0 && selectedCount(selection, total) === total,
    toggleAll,
    handlers: { onKeyDown, onClick, onDoubleClick },
  }
}

function rowAt(target: HTMLElement): number | null {
  // Links and buttons in a cell do their own work.
  if (target.closest('a, button')) return null
  const row = target.closest<HTMLElement>('[data-row]')
  return row ? Number(row.dataset.row) : null
}

/** Column of a cell by where it stands in its row; −1 is the box that selects. */
function columnAt(target: HTMLElement, isSelectable: boolean): number {
  const cell = target.closest('[role=gridcell]')
  const place = cell?.parentElement ? [...cell.parentElement.children].indexOf(cell) : 0
  return isSelectable ? place - 1 : place
}

async function rowsOf<Row>(source: DataTableProps<Row>['source'], first: number, last: number) {
  const here = Array.from({ length: last - first }, (_, i) => source.row(first + i))
  return here.every((row) => row !== undefined) ? here : source.read(first, last)
}

/** Scrolls as little as shows the place beside header, first column and totals. */
function reveal<Row>(
  element: HTMLElement,
  { row, column }: Place,
  columns: DataTableProps<Row>['columns'],
  rowHeight: number,
  headHeight: number,
  hasFoot: boolean,
): void {
  if (row >= 0) {
    const top = row * rowHeight
    const room = element.clientHeight - headHeight - (hasFoot ? rowHeight : 0)
    if (top < element.scrollTop) element.scrollTop = top
    else if (top + rowHeight > element.scrollTop + room) element.scrollTop = top + rowHeight - room
  }
  if (column === 0) return
  const left = columns.slice(1, column).reduce((sum, { width }) => sum + width, 0)
  const room = element.clientWidth - columns[0].width
  if (left < element.scrollLeft) element.scrollLeft = left
  else if (left + columns[column].width > element.scrollLeft + room) {
    element.scrollLeft = left + columns[column].width - room
  }
}
