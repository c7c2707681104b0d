import { buffer } from 'node:stream/consumers'
import type { TemplateSheet } from '@portolan/engine/networks/template/template-sheet'
import type { Instant } from '@portolan/engine/units'
import { ZipFile } from 'yazl'
import {
  appProperties,
  contentTypes,
  coreProperties,
  packageRelationships,
  type WrittenSheet,
  workbookRelationships,
  workbookXml,
} from '../xlsx/parts.ts'
import { SharedStrings } from '../xlsx/shared-strings.ts'
import { zipTime } from '../xlsx/zip-time.ts'
import { TEMPLATE_HEAD_ROWS, templateSheetXml } from './template-sheet-xml.ts'
import { templateStylesXml } from './template-styles.ts'

export interface NetworkTemplateOptions {
  /** Of the workbook, for programs that show it. */
  readonly title: string
  /** Time stamp of the parts: the same map at the same time has the same bytes. */
  readonly at: Instant
}

/**
 * The template of the network map as a workbook (planner §17.5). It is made whole: a map has some thousand rows at most,
 * and somebody fills them in by hand.
 */
export async function networkTemplate(
  sheet: TemplateSheet,
  { title, at }: NetworkTemplateOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const strings = new SharedStrings()
  const sheetXml = templateSheetXml(sheet, strings)
  const rows = TEMPLATE_HEAD_ROWS + sheet.rows.length
  const sheets: WrittenSheet[] = [
    { name: sheet.tab, columns: sheet.header.length, extent: { rows, dataRows: rows }, isList: false },
  ]
  const zip = new ZipFile()
  const options = { mtime: zipTime(at), forceDosTimestamp: true }
  const add = (name: string, part: string) => zip.addBuffer(Buffer.from(part, 'utf8'), name, options)
  // Programs that tell a file's type by its beginning look for this part first.
  add('_rels/.rels', packageRelationships)
  add('xl/worksheets/sheet1.xml', sheetXml)
  add('xl/sharedStrings.xml', [...strings.xml()].join(''))
  add('xl/styles.xml', templateStylesXml)
  add('xl/workbook.xml', workbookXml(sheets))
  add('xl/_rels/workbook.xml.rels', workbookRelationships(sheets))
  add('docProps/core.xml', coreProperties({ title, customer: '', asOf: at }))
  add('docProps/app.xml', appProperties)
  add('[Content_Types].xml', contentTypes(sheets))
  zip.end()
  return new Uint8Array(await buffer(zip.outputStream))
}
