/**
 * Which rows are selected: some, held with their rows; or all that the filter keeps except some, which is how a hundred
 * thousand are selected without fetching them.
 */
export type Selection<Row> =
  | { readonly mode: 'some'; readonly rows: ReadonlyMap<string, Row> }
  | { readonly mode: 'all'; readonly except: ReadonlySet<string> }

export const nothingSelected: Selection<never> = { mode: 'some', rows: new Map<string, never>() }
export const allSelected: Selection<never> = { mode: 'all', except: new Set<string>() }

export function isSelected<Row>(selection: Selection<Row>, key: string): boolean {
  return selection.mode === 'all' ? !selection.except.has(key) : selection.rows.has(key)
}

export function selectedCount<Row>(selection: Selection<Row>, total: number): number {
  return selection.mode === 'all' ? Math.max(0, total - selection.except.size) : selection.rows.size
}

export function toggled<Row>(selection: Selection<Row>, key: string, row: Row): Selection<Row> {
  if (selection.mode === 'all') {
    const except = new Set(selection.except)
    if (!except.delete(key)) except.add(key)
    return { mode: 'all', except }
  }
  const rows = new Map(selection.rows)
  if (!rows.delete(key)) rows.set(key, row)
  return { mode: 'some', rows }
}

/** The selection with these rows in it too. */
export function withRows<Row>(selection: Selection<Row>, added: Iterable<readonly [string, Row]>): Selection<Row> {
  if (selection.mode === 'all') {
    const except = new Set(selection.except)
    for (const [key] of added) except.delete(key)
    return { mode: 'all', except }
  }
  return { mode: 'some', rows: new Map([...selection.rows, ...added]) }
}
