import { type ColumnHead, plainValue, type Table, type TableRow } from '@portolan/engine/documents/workbook/table'

/** The rows of a table, with a look at whether there is one more. */
export class RowSource {
  taken = 0
  private readonly iterator: Iterator<TableRow>
  private ahead: IteratorResult<TableRow> | null = null

  constructor(table: Table) {
    this.iterator = table.rows()[Symbol.iterator]()
  }

  next(): TableRow | null {
    const result = this.ahead ?? this.iterator.next()
    this.ahead = result.done ? result : null
    if (!result.done) this.taken++
    return result.done ? null : result.value
  }

  isDone(): boolean {
    this.ahead ??= this.iterator.next()
    return this.ahead.done === true
  }
}

/** Sums of the columns that want one, over all sheets of a table. */
export class Totals {
  readonly sums: Float64Array
  readonly isWanted: boolean
  count = 0
  private readonly columns: readonly ColumnHead[]

  constructor(columns: readonly ColumnHead[]) {
    this.columns = columns
    this.sums = new Float64Array(columns.length)
    this.isWanted = columns.some((column) => column.total)
  }

  add(row: TableRow): void {
    this.count++
    for (let i = 0; i < this.columns.length; i++) {
      if (!this.columns[i].total) continue
      const value = plainValue(row.cells[i])
      if (typeof value === 'number' && Number.isFinite(value)) this.sums[i] += value
    }
  }
}
