import type { ZoneOffsets } from '@portolan/engine/calendar/zone'
import { headerText, type Table } from '@portolan/engine/documents/workbook/table'
import { csvCell, csvText } from './csv-text.ts'

/** Excel reads a CSV as UTF-8 only when it begins with this. */
const BYTE_ORDER_MARK = '\uFEFF'
const CHUNK_CHARACTERS = 1 << 16

/**
 * A table as a CSV file, in pieces: UTF-8 with a byte order mark, comma, CRLF. Lines that are there for readers alone
 * (titles, days, totals) are left out, so that every line is a row of data.
 */
export function* csvLines(table: Table, zone: ZoneOffsets): Generator<string> {
  const { columns } = table
  const shown = [...columns.keys()].filter((index) => !columns[index].isForReaders)
  let chunk = `${BYTE_ORDER_MARK}${shown.map((index) => csvText(headerText(columns[index]))).join(',')}\r\n`
  for (const { role, cells } of table.rows()) {
    if (role !== 'data') continue
    for (const index of shown) {
      if (index !== shown[0]) chunk += ','
      chunk += csvCell(cells[index] ?? null, columns[index], zone)
    }
    chunk += '\r\n'
    if (chunk.length < CHUNK_CHARACTERS) continue
    yield chunk
    chunk = ''
  }
  yield chunk
}
