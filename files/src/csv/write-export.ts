import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { Table } from '@portolan/engine/inventory/rvtools/import-tables'
import { ZipFile } from 'yazl'
import { csvText } from '../report/csv/csv-text.ts'

const BYTE_ORDER_MARK = '\uFEFF'
/** Days of an archive are those of its making unless they are fixed; nobody reads them here. */
const NO_DAY = new Date(Date.UTC(1980, 0, 1))

/** Writes the sheets of an export as RVTools writes CSV, in one ZIP: `RVTools_tabvInfo.csv` and its neighbours. */
export async function writeExport(path: string, tables: readonly Table[]): Promise<void> {
  const archive = new ZipFile()
  for (const table of tables) {
    if (table.rows.length === 0) continue
    archive.addBuffer(Buffer.from(csvOf(table)), `RVTools_tab${table.sheet}.csv`, { mtime: NO_DAY })
  }
  archive.end()
  await pipeline(archive.outputStream, createWriteStream(path))
}

function csvOf({ header, rows }: Table): string {
  const lines = [header, ...rows].map((cells) => cells.map(cellText).join(','))
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`
}

function cellText(cell: Table['rows'][number][number]): string {
  if (typeof cell === 'boolean') return cell ? 'True' : 'False'
  return typeof cell === 'number' ? String(cell) : csvText(cell ?? '')
}
