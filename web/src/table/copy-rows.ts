import { sayRefused } from '../ui/toast.tsx'
import type { Column } from './column.ts'
import type { RowSource } from './row-source.ts'
import { type Selection, selectedCount } from './selection.ts'
import { tsvOf } from './tsv.ts'

interface CopyRows<Row> {
  readonly columns: readonly Column<Row>[]
  readonly source: RowSource<Row>
  readonly rowKey: (row: Row) => string
  readonly selection: Selection<Row>
  /** Copied when nothing is selected. */
  readonly activeRow?: number
}

/** Puts the selected rows, or the active one, on the clipboard as TSV; returns how many. */
export async function copyRows<Row>({ columns, source, rowKey, selection, activeRow = -1 }: CopyRows<Row>) {
  try {
    const rows = await chosenRows(source, rowKey, selection, activeRow)
    if (rows.length > 0) await navigator.clipboard.writeText(tsvOf(columns, rows))
    return rows.length
  } catch (error) {
    sayRefused('Nothing was copied', error)
    return 0
  }
}

async function chosenRows<Row>(
  source: RowSource<Row>,
  rowKey: (row: Row) => string,
  selection: Selection<Row>,
  activeRow: number,
): Promise<readonly Row[]> {
  const total = source.total ?? 0
  if (selectedCount(selection, total) === 0) {
    const row = source.row(activeRow)
    return row === undefined ? [] : [row]
  }
  if (selection.mode === 'some') return [...selection.rows.values()]
  const all = await source.read(0, total)
  return all.filter((row) => !selection.except.has(rowKey(row)))
}
