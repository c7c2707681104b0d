import { TEMPLATE_COLUMNS, type TemplateColumn } from '@portolan/engine/networks/template/template-columns'
import type { TemplateSheet } from '@portolan/engine/networks/template/template-sheet'
import { columnName } from '../xlsx/references.ts'
import type { SharedStrings } from '../xlsx/shared-strings.ts'
import { xmlText } from '../xlsx/xml-text.ts'
import { lookIndex, type TemplateLook } from './template-styles.ts'

const BANNER_HEIGHT = 46
/** As wide as a window is, so that nobody has to scroll to read it. */
const BANNER_COLUMNS = 8
const HEADER_HEIGHT = 30
/** Rows above the first network: banner and header. */
export const TEMPLATE_HEAD_ROWS = 2
/** Offered beside the words of a column: it clears. */
const CLEAR = '-'

/** The sheet of the template: the banner across the first columns, a header that stays in sight, a row for each network. */
export function templateSheetXml({ banner, header, rows }: TemplateSheet, strings: SharedStrings): string {
  const text = (column: number, row: number, value: string, look: TemplateLook) =>
    `<c r="${columnName(column)}${row}" s="${lookIndex(look)}" t="s"><v>${strings.indexOf(value)}</v></c>`
  const headerCells = header.map((value, column) =>
    text(column, TEMPLATE_HEAD_ROWS, value, TEMPLATE_COLUMNS[column].read === null ? 'greyHeader' : 'blueHeader'),
  )
  const body = rows.map((cells, index) => {
    const row = index + 1 + TEMPLATE_HEAD_ROWS
    const xml = cells.map((value, column) => {
      const look = lookOf(TEMPLATE_COLUMNS[column])
      if (value === '') return `<c r="${columnName(column)}${row}" s="${lookIndex(look)}"/>`
      if (typeof value === 'string') return text(column, row, value, look)
      return `<c r="${columnName(column)}${row}" s="${lookIndex(look)}"><v>${value}</v></c>`
    })
    return `<row r="${row}">${xml.join('')}</row>`
  })
  const corner = `B${TEMPLATE_HEAD_ROWS + 1}`
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
    '<sheetViews><sheetView tabSelected="1" workbookViewId="0">' +
    `<pane xSplit="1" ySplit="${TEMPLATE_HEAD_ROWS}" topLeftCell="${corner}" activePane="bottomRight" state="frozen"/>` +
    `<selection pane="bottomRight" activeCell="${corner}" sqref="${corner}"/></sheetView></sheetViews>` +
    '<sheetFormatPr defaultRowHeight="14"/>' +
    `<cols>${TEMPLATE_COLUMNS.map(({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>` +
    '<sheetData>' +
    `<row r="1" ht="${BANNER_HEIGHT}" customHeight="1">${text(0, 1, banner, 'banner')}</row>` +
    `<row r="${TEMPLATE_HEAD_ROWS}" ht="${HEADER_HEIGHT}" customHeight="1">${headerCells.join('')}</row>` +
    `${body.join('')}</sheetData>` +
    `<mergeCells count="1"><mergeCell ref="A1:${columnName(BANNER_COLUMNS - 1)}1"/></mergeCells>` +
    validations(rows.length) +
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>'
  )
}

function lookOf({ read, whole }: TemplateColumn): TemplateLook {
  if (read === null) return 'grey'
  return whole === null ? 'blueText' : 'blueNumber'
}

/** Lists and ranges a program checks while somebody types. A number outside is warned of only: the sign that clears is one. */
function validations(rows: number): string {
  if (rows === 0) return ''
  const checks = TEMPLATE_COLUMNS.flatMap(({ choices, whole, header }, at) => {
    const place = `${columnName(at)}${TEMPLATE_HEAD_ROWS + 1}:${columnName(at)}${TEMPLATE_HEAD_ROWS + rows}`
    const shared = `allowBlank="1" showErrorMessage="1" errorTitle="${xmlText(header)}" sqref="${place}"`
    if (choices) {
      const words = [...choices, CLEAR]
      return `<dataValidation type="list" ${shared} error="${xmlText(`One of ${words.join(', ')}`)}"><formula1>"${words.join(',')}"</formula1></dataValidation>`
    }
    if (!whole) return []
    const error = `A whole number of ${whole.least} to ${whole.most}, or ${CLEAR} for none`
    return `<dataValidation type="whole" errorStyle="warning" operator="between" ${shared} error="${xmlText(error)}"><formula1>${whole.least}</formula1><formula2>${whole.most}</formula2></dataValidation>`
  })
  return `<dataValidations count="${checks.length}">${checks.join('')}</dataValidations>`
}
