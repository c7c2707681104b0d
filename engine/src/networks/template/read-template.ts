import { failed, ok, type Result } from '../../result.ts'
import { TEMPLATE_COLUMNS, type TemplateColumn } from './template-columns.ts'

/** A sheet as text, rows that hold something only; what is no text is written as a spreadsheet shows it. */
export interface FilledSheet {
  readonly tab: string
  readonly rows: readonly FilledRow[]
  /** Cells whose value is no value: a formula without a result, or one that refers to another file. */
  readonly formulas: readonly FormulaCell[]
}

export interface FilledRow {
  /** As a spreadsheet counts. */
  readonly rowNumber: number
  /** By column, trimmed. */
  readonly cells: readonly string[]
}

export interface FormulaCell {
  readonly rowNumber: number
  /** Counts from 0. */
  readonly column: number
  readonly why: 'other_file' | 'no_result'
}

/** A sheet whose columns are known. */
export interface ReadTemplate {
  readonly headerRow: number
  /** By key of the column. */
  readonly rows: readonly { readonly rowNumber: number; readonly cells: ReadonlyMap<string, string> }[]
  readonly columns: readonly string[]
}

export type TemplateRefusal =
  | { readonly code: 'no_header'; readonly message: string }
  | { readonly code: 'formulas'; readonly message: string; readonly columns: readonly string[] }

/** The header stands within the first rows that hold something. */
const HEADER_WITHIN = 5

/**
 * Finds the header by its words and reads what is below. Refused is a sheet without a header, and one whose cells to be read
 * hold formulas that give no value here: read as blank they would change nothing, and nobody would know.
 */
export function readTemplate({ tab, rows, formulas }: FilledSheet): Result<ReadTemplate, TemplateRefusal> {
  const headerIndex = rows.slice(0, HEADER_WITHIN).findIndex(isHeader)
  if (headerIndex < 0) return failed(noHeader(tab, rows))
  const header = rows[headerIndex]
  const places = placesOf(header.cells)
  const unread = formulasIn(formulas, header, places)
  if (unread) return failed(unread)
  const below = rows.slice(headerIndex + 1).map(({ rowNumber, cells }) => ({
    rowNumber,
    cells: new Map([...places].map(([key, column]) => [key, (cells[column] ?? '').trim()])),
  }))
  return ok({ headerRow: header.rowNumber, rows: below, columns: [...places.keys()] })
}

/** A cell with "source", and another that some column to fill in is found by. */
function isHeader({ cells }: FilledRow): boolean {
  const places = placesOf(cells)
  return places.has('source') && TEMPLATE_COLUMNS.some(({ key, read }) => read !== null && places.has(key))
}

/** Longer texts are instructions, whatever words they hold. */
const LONGEST_HEADER = 60

/** Which column of the sheet each of ours is; of two that fit one the first. */
function placesOf(cells: readonly string[]): Map<string, number> {
  const places = new Map<string, number>()
  for (const [index, cell] of cells.entries()) {
    const text = cell.trim().toLowerCase()
    if (text === '' || text.length > LONGEST_HEADER) continue
    const column = SEARCHED.find(({ found }) => found.test(text))
    if (column && !places.has(column.key)) places.set(column.key, index)
  }
  return places
}

/** `Target VLAN` is a VLAN: the target, which other headers speak of too, is sought last. */
const SEARCHED: readonly TemplateColumn[] = [
  ...TEMPLATE_COLUMNS.filter(({ key }) => key !== 'target'),
  ...TEMPLATE_COLUMNS.filter(({ key }) => key === 'target'),
]

function noHeader(tab: string, rows: readonly FilledRow[]): TemplateRefusal {
  const found = rows[0]?.cells.filter((cell) => cell !== '').slice(0, 5) ?? []
  const shown = found.map((cell) => `"${cell.slice(0, 40)}"`).join(', ')
  return {
    code: 'no_header',
    message:
      `Expected a header with "Source Network" and at least one column to fill in within the first ${HEADER_WITHIN} rows ` +
      `of the sheet "${tab}"; found ${shown === '' ? 'nothing' : shown}. Export the template again and fill that in.`,
  }
}

function formulasIn(
  formulas: readonly FormulaCell[],
  header: FilledRow,
  places: ReadonlyMap<string, number>,
): TemplateRefusal | null {
  const isRead = new Set(
    TEMPLATE_COLUMNS.filter(({ key, read }) => read !== null || key === 'source' || key === 'vcenter').map(({ key }) =>
      places.get(key),
    ),
  )
  const bad = formulas.filter(({ rowNumber, column }) => rowNumber > header.rowNumber && isRead.has(column))
  if (bad.length === 0) return null
  const columns = [...new Set(bad.map(({ column }) => header.cells[column]))]
  const what = bad.some(({ why }) => why === 'other_file')
    ? 'formulas that refer to another file'
    : 'formulas without a result'
  return {
    code: 'formulas',
    columns,
    message:
      `Expected values, found ${what} in ${columns.map((it) => `"${it}"`).join(', ')} (${bad.length} cells, the first in row ` +
      `${bad[0].rowNumber}). Select the columns, copy, paste as values, save, and give the file again.`,
  }
}
