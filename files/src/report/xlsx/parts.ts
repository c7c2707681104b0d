import type { Workbook } from '@portolan/engine/documents/workbook/table'
import { absoluteRange } from './references.ts'
import { quotedSheetName } from './sheet-names.ts'
import type { SheetExtent } from './sheet-xml.ts'
import { xmlText } from './xml-text.ts'

/** The small parts of a workbook: what ties the sheets together. */

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export interface WrittenSheet {
  readonly name: string
  readonly columns: number
  readonly extent: Pick<SheetExtent, 'dataRows' | 'rows'>
  readonly isList: boolean
}

export const packageRelationships =
  `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">` +
  `<Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/>` +
  `<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
  `<Relationship Id="rId3" Type="${RELATIONSHIPS}/extended-properties" Target="docProps/app.xml"/>` +
  '</Relationships>'

export const appProperties =
  `${DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">` +
  '<Application>Portolan</Application></Properties>'

export function coreProperties({ title, customer, asOf }: Pick<Workbook, 'title' | 'customer' | 'asOf'>): string {
  const moment = `${new Date(asOf).toISOString().slice(0, 19)}Z`
  return (
    `${DECLARATION}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" ` +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${xmlText(title)}</dc:title>` +
    (customer ? `<dc:subject>${xmlText(customer)}</dc:subject>` : '') +
    '<dc:creator>Portolan</dc:creator>' +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${moment}</dcterms:modified>` +
    '</cp:coreProperties>'
  )
}

export function workbookXml(sheets: readonly WrittenSheet[]): string {
  const names = sheets.flatMap(({ name, columns, extent, isList }, index) => {
    const tab = xmlText(quotedSheetName(name))
    // Without it a long text of the last column makes the whole page as small as the text is long.
    const printed = `<definedName name="_xlnm.Print_Area" localSheetId="${index}">${tab}!${absoluteRange(columns, 1, extent.rows)}</definedName>`
    if (!isList) return [printed]
    return [
      printed,
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${tab}!${absoluteRange(columns, 1, extent.dataRows)}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${tab}!$1:$1</definedName>`,
    ]
  })
  return (
    `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">` +
    '<workbookPr defaultThemeVersion="124226"/><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="16000" tabRatio="850"/></bookViews><sheets>' +
    sheets
      .map(({ name }, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
      .join('') +
    `</sheets>${names.length > 0 ? `<definedNames>${names.join('')}</definedNames>` : ''}` +
    // Readers without a cached result would show none: every formula carries one, so nothing waits for a full calculation.
    '<calcPr calcId="191029"/></workbook>'
  )
}

export function workbookRelationships(sheets: readonly WrittenSheet[]): string {
  const last = sheets.length
  return (
    `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">` +
    sheets
      .map(
        (_, index) =>
          `<Relationship Id="rId${index + 1}" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
      )
      .join('') +
    `<Relationship Id="rId${last + 1}" Type="${RELATIONSHIPS}/styles" Target="styles.xml"/>` +
    `<Relationship Id="rId${last + 2}" Type="${RELATIONSHIPS}/sharedStrings" Target="sharedStrings.xml"/>` +
    '</Relationships>'
  )
}

export function contentTypes(sheets: readonly WrittenSheet[]): string {
  const override = (part: string, type: string) => `<Override PartName="/${part}" ContentType="${type}"/>`
  return (
    `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    override('xl/workbook.xml', `${SPREADSHEET}.sheet.main+xml`) +
    sheets.map((_, index) => override(`xl/worksheets/sheet${index + 1}.xml`, `${SPREADSHEET}.worksheet+xml`)).join('') +
    override('xl/styles.xml', `${SPREADSHEET}.styles+xml`) +
    override('xl/sharedStrings.xml', `${SPREADSHEET}.sharedStrings+xml`) +
    override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') +
    override('docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml') +
    '</Types>'
  )
}
