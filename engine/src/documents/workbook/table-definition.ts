import type { Book } from './book.ts'
import type { Cell, ColumnHead, Table, TableRow } from './table.ts'

/** A column and where its cells come from. `Row` is what the table goes over: an index of a VM, a host, a finding. */
export interface Column<Row> extends ColumnHead {
  readonly value: (row: Row, book: Book) => Cell
}

/** A line above the rows that belong together, for readers; CSV and JSON leave it out. */
export interface Bands<Row> {
  readonly of: (row: Row, book: Book) => number
  readonly cells: (band: number, book: Book) => readonly Cell[]
}

/** A table as a definition: its columns are known without an estate, which is what a schema is made of. */
export interface TableDefinition<Row> {
  readonly name: string
  readonly title: string
  readonly about: string
  readonly columns: readonly Column<Row>[]
  readonly frozenColumns?: number
  readonly layout?: Table['layout']
  readonly bands?: Bands<Row>
  readonly rows: (book: Book) => Iterable<Row>
  /** Columns that an estate adds: a customer's own attributes. */
  readonly ownColumns?: (book: Book) => readonly Column<Row>[]
}

/** The definition over one estate. */
export function tableOf<Row>(definition: TableDefinition<Row>, book: Book): Table {
  const columns = [...definition.columns, ...(definition.ownColumns?.(book) ?? [])]
  return {
    name: definition.name,
    title: definition.title,
    about: definition.about,
    columns,
    frozenColumns: definition.frozenColumns ?? 1,
    layout: definition.layout ?? 'list',
    *rows(): Generator<TableRow> {
      let last = Number.NaN
      for (const row of definition.rows(book)) {
        const band = definition.bands?.of(row, book)
        if (definition.bands && band !== undefined && band !== last) {
          last = band
          yield { role: 'band', cells: definition.bands.cells(band, book) }
        }
        yield { role: 'data', cells: columns.map((column) => column.value(row, book)) }
      }
    },
  }
}
