import type { Instant } from '../../units.ts'
import { rvtoolsImporter } from './importer.ts'
import { CellKind, type ImportResult, type Row, SHEET_ORDER } from './sheet.ts'

type Cell = string | number | boolean | null

/** A sheet as plain values: dates are texts `2025-11-03 08:15:00` or `2025/11/03 08:15:00`, read as UTC. */
export interface Table {
  readonly sheet: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
  /** Tables of one file are one source; `export.xlsx` where not said. */
  readonly file?: string
}

/** Imports sheets that are already in memory, in any order. The way of tests and of small foreign sources. */
export function importTables(tables: readonly Table[]): ImportResult {
  const importer = rvtoolsImporter()
  const sourceOf = new Map<string, number>()
  const fileOf = (table: Table) => table.file ?? 'export.xlsx'
  for (const file of new Set(tables.map(fileOf))) sourceOf.set(file, importer.addSource({ file, format: 'xlsx' }))

  const rank = (table: Table) => {
    const sheet = importer.recognise(table.sheet, table.header)
    return sheet ? SHEET_ORDER.indexOf(sheet) : SHEET_ORDER.length
  }
  const ordered = tables.map((table, at) => ({ table, at, rank: rank(table) }))
  for (const { table } of ordered.sort((a, b) => a.rank - b.rank || a.at - b.at)) {
    const header = table.header.map((it) => it.trim())
    const source = sourceOf.get(fileOf(table))!
    const sink = importer.openSheet({ source, sheet: table.sheet, headerRow: 1, header, keys: 0 })
    table.rows.forEach((cells, index) => {
      sink?.row(new PlainCells(cells, index + 2))
    })
    sink?.end()
  }
  return importer.finish()
}

class PlainCells implements Row {
  readonly rowNumber: number
  private readonly cells: readonly Cell[]

  constructor(cells: readonly Cell[], rowNumber: number) {
    this.cells = cells
    this.rowNumber = rowNumber
  }

  kind(column: number): CellKind {
    const cell = this.cells[column] ?? ''
    if (cell === '') return CellKind.empty
    if (typeof cell === 'number') return CellKind.number
    return typeof cell === 'boolean' ? CellKind.boolean : CellKind.text
  }

  text(column: number): string {
    const cell = this.cells[column] ?? ''
    if (typeof cell === 'boolean') return cell ? 'True' : 'False'
    return String(cell).trim()
  }

  number(column: number): number {
    const text = this.text(column)
    return text === '' ? Number.NaN : Number(text)
  }

  instant(column: number): Instant {
    const date = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?/.exec(this.text(column))
    if (!date) return Number.NaN as Instant
    const [year, month, day, hour = 0, minute = 0, second = 0] = date.slice(1).map((part) => Number(part ?? 0))
    return Date.UTC(year, month - 1, day, hour, minute, second) as Instant
  }

  key(): number {
    return -1
  }
}
