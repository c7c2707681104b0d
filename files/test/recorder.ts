import { rvtoolsImporter } from '@portolan/engine/inventory/rvtools/importer'
import {
  CellKind,
  type Row,
  type RvtoolsImporter,
  type SheetHead,
  type SourceHead,
} from '@portolan/engine/inventory/rvtools/sheet'

/** What a reader said about one cell. */
export interface SeenCell {
  readonly kind: CellKind
  readonly text: string
  readonly number: number
  readonly instant: number
  readonly key: number
}

export interface SeenSheet {
  readonly head: SheetHead
  readonly source: SourceHead
  readonly rows: { readonly rowNumber: number; readonly cells: readonly SeenCell[] }[]
  ended: boolean
}

/** An importer that takes every sheet and every column, and writes down what the reader says. */
export function recorder(options: { columns?: (header: readonly string[]) => readonly number[] } = {}) {
  const { recognise } = rvtoolsImporter()
  const sources: SourceHead[] = []
  const sheets: SeenSheet[] = []
  const importer: RvtoolsImporter = {
    addSource(head) {
      return sources.push(head) - 1
    },
    recognise,
    openSheet(head) {
      const sheet: SeenSheet = { head, source: sources[head.source], rows: [], ended: false }
      sheets.push(sheet)
      const columns = options.columns?.(head.header) ?? head.header.map((_, column) => column)
      return {
        columns,
        row: (row) => {
          sheet.rows.push({ rowNumber: row.rowNumber, cells: columns.map((column) => seenCell(row, column)) })
        },
        end: () => {
          sheet.ended = true
        },
      }
    },
    finish() {
      throw new Error('The reader leaves finishing to its caller')
    },
  }
  return { importer, sources, sheets, sheet: (name: string) => sheets.find(({ head }) => head.sheet === name) }
}

function seenCell(row: Row, column: number): SeenCell {
  return {
    kind: row.kind(column),
    text: row.text(column),
    number: row.number(column),
    instant: row.instant(column),
    key: row.key(column),
  }
}

const NAMES = Object.fromEntries(Object.entries(CellKind).map(([name, kind]) => [kind, name]))

/** Cells as short texts that read well in a test: `text:web01`, `number:4`, `empty`. */
export function shown(sheet: SeenSheet | undefined): string[][] {
  return (sheet?.rows ?? []).map(({ cells }) =>
    cells.map(({ kind, text }) => (kind === CellKind.empty ? 'empty' : `${NAMES[kind]}:${text}`)),
  )
}
