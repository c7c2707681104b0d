import { REPORT_SCHEMA } from '@portolan/engine/documents/workbook/report-json'
import {
  type Cell,
  type ColumnHead,
  kindOf,
  plainValue,
  type Table,
  type Workbook,
} from '@portolan/engine/documents/workbook/table'

const CHUNK_CHARACTERS = 1 << 16

/**
 * The report as JSON (`portolan.report/1`), in pieces, one row of a table a line, so that a report of 100,000 VMs is never
 * held and a person can still search it.
 */
export function* jsonPieces(workbook: Workbook): Generator<string> {
  const head = {
    schema: REPORT_SCHEMA,
    project: workbook.title,
    customer: workbook.customer,
    author: workbook.author,
    version: workbook.version,
    asOf: new Date(workbook.asOf).toISOString(),
    timeZone: workbook.zone.zone,
  }
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "tables": {`
  for (const [index, table] of workbook.tables.entries()) {
    yield `${index > 0 ? ',' : ''}\n    ${JSON.stringify(table.name)}: [`
    yield* rowPieces(table)
    yield ']'
  }
  yield '\n  }\n}\n'
}

function* rowPieces(table: Table): Generator<string> {
  const { columns } = table
  const known = [...columns.keys()].filter((index) => !columns[index].isCustom && !columns[index].isForReaders)
  const own = [...columns.keys()].filter((index) => columns[index].isCustom)
  const keys = columns.map((column) => `${JSON.stringify(column.isCustom ? column.header : column.key)}:`)
  let isFirst = true
  let chunk = ''
  for (const { role, cells } of table.rows()) {
    if (role !== 'data') continue
    chunk += isFirst ? '\n      {' : ',\n      {'
    isFirst = false
    for (const i of known) chunk += `${i === known[0] ? '' : ','}${keys[i]}${jsonCell(cells[i] ?? null, columns[i])}`
    if (own.length > 0) chunk += `,"custom":${customCells(cells, keys, own)}`
    chunk += '}'
    if (chunk.length < CHUNK_CHARACTERS) continue
    yield chunk
    chunk = ''
  }
  yield isFirst ? '' : `${chunk}\n    `
}

/** Only attributes that a VM has; a name that two columns share keeps the first. */
function customCells(cells: readonly Cell[], keys: readonly string[], own: readonly number[]): string {
  const told = new Map<string, string>()
  for (const i of own) {
    const value = plainValue(cells[i])
    if (typeof value === 'string' && value !== '' && !told.has(keys[i])) told.set(keys[i], JSON.stringify(value))
  }
  return `{${[...told].map(([key, value]) => key + value).join(',')}}`
}

function jsonCell(cell: Cell, column: ColumnHead): string {
  const value = plainValue(cell)
  if (typeof value !== 'number') return JSON.stringify(value)
  if (!Number.isFinite(value)) return 'null'
  return kindOf(cell, column) === 'instant' ? `"${new Date(value).toISOString()}"` : String(value)
}
