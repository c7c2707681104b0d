import type { Table } from '@portolan/engine/documents/workbook/table'
import { conditionalFormats } from './conditional-formats.ts'
import { columnName, range } from './references.ts'
import { type CellContext, RowWriter } from './row-writer.ts'
import type { RowSource, Totals } from './sheet-rows.ts'
import { xmlText } from './xml-text.ts'

/** Rows of a sheet of Excel. */
export const MAX_ROWS = 1_048_576
const CHUNK_CHARACTERS = 1 << 17
/** Widths, in characters, that one printed page across reads well. */
const CHARACTERS_A_PAGE = 220

export interface SheetContext extends CellContext {
  /** Printed at the foot of each page. */
  readonly footer: string
  readonly isFirst: boolean
  /** What a sheet can hold; smaller in tests. */
  readonly maxRows: number
}

/** Which rows of a table a sheet holds: known once it is written. */
export interface SheetExtent {
  /** Header included, totals not. */
  readonly dataRows: number
  /** With totals. */
  readonly rows: number
  readonly isTableDone: boolean
}

/**
 * Writes rows of a table, from where an earlier sheet stopped, as one sheet: pieces of XML, and at the end how far it got.
 * What does not fit stays in `rows` for the next sheet.
 */
export function* sheetXml(
  table: Table,
  rows: RowSource,
  totals: Totals,
  context: SheetContext,
): Generator<string, SheetExtent> {
  const writer = new RowWriter(table.columns, context)
  const isList = table.layout === 'list'
  yield head(table, context)

  let chunk = isList ? writer.header() : ''
  const links: string[] = []
  // A row is kept free for the totals.
  const lastRow = context.maxRows - (totals.isWanted ? 1 : 0)
  while (writer.row < lastRow) {
    const row = rows.next()
    if (!row) break
    if (row.role === 'data') totals.add(row)
    chunk += writer.rowOf(row, links)
    if (chunk.length < CHUNK_CHARACTERS) continue
    yield chunk
    chunk = ''
  }
  const dataEnd = writer.row
  const isTableDone = rows.isDone()
  if (isTableDone && totals.isWanted && totals.count > 0) chunk += writer.totals(totals, rows.taken + 1 === dataEnd)
  yield `${chunk}</sheetData>${foot(table, dataEnd, links, context)}`
  return { dataRows: dataEnd, rows: writer.row, isTableDone }
}

function head(table: Table, { isFirst }: SheetContext): string {
  const isList = table.layout === 'list'
  const frozen = table.frozenColumns
  const corner = `${columnName(frozen)}2`
  const pane = frozen > 0 ? 'bottomRight' : 'bottomLeft'
  const split = frozen > 0 ? `xSplit="${frozen}" ` : ''
  const view = isList
    ? `<pane ${split}ySplit="1" topLeftCell="${corner}" activePane="${pane}" state="frozen"/><selection pane="${pane}" activeCell="${corner}" sqref="${corner}"/>`
    : ''
  const columns = table.columns.map(
    (column, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${column.width}"${column.isForMachines ? ' hidden="1"' : ''} customWidth="1"/>`,
  )
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
    `<sheetViews><sheetView${isList ? '' : ' showGridLines="0"'}${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0">${view}</sheetView></sheetViews>` +
    '<sheetFormatPr defaultRowHeight="14"/>' +
    `<cols>${columns.join('')}</cols><sheetData>`
  )
}

function foot(table: Table, rows: number, links: readonly string[], { footer }: SheetContext): string {
  const filter = table.layout === 'list' ? `<autoFilter ref="${range(table.columns.length, 1, rows)}"/>` : ''
  const width = table.columns.reduce((sum, column) => sum + column.width, 0)
  const pagesAcross = Math.max(1, Math.round(width / CHARACTERS_A_PAGE))
  return (
    filter +
    conditionalFormats(table, rows) +
    (links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : '') +
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="9" orientation="landscape" fitToWidth="${pagesAcross}" fitToHeight="0"/>` +
    `<headerFooter><oddFooter>${xmlText(footer)}</oddFooter></headerFooter></worksheet>`
  )
}
