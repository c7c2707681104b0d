import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { ZipFile } from 'yazl'

/** What a test wants to be odd about a workbook; everything else is as a plain program writes it. */
export interface WorkbookParts {
  /** Sheet name → the XML of its part, or rows as text. */
  readonly sheets: Readonly<Record<string, string>>
  readonly sharedStrings?: string
  readonly styles?: string
  readonly workbookProperties?: string
  /** Prefix of target paths: `/xl/` for absolute ones. */
  readonly targets?: string
  /** Attributes of the `sheet` elements, such as `state="hidden"`. */
  readonly sheetAttributes?: string
  readonly withoutContentTypes?: boolean
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** The XML of a worksheet with these rows, which come as XML too. */
export function sheetXml(rows: string, prefix = ''): string {
  const namespace = prefix === '' ? `xmlns="${MAIN}"` : `xmlns:${prefix.slice(0, -1)}="${MAIN}"`
  return `<?xml version="1.0" encoding="UTF-8"?><${prefix}worksheet ${namespace}><${prefix}sheetData>${rows}</${prefix}sheetData></${prefix}worksheet>`
}

export const sstXml = (...items: string[]): string =>
  `<sst xmlns="${MAIN}">${items.map((item) => `<si>${item}</si>`).join('')}</sst>`

export function workbookEntries(parts: WorkbookParts): Record<string, string> {
  const { targets = '', sheetAttributes = '' } = parts
  const names = Object.keys(parts.sheets)
  const relationship = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
  const entries: Record<string, string> = {
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}">${relationship('r1', 'officeDocument', `${targets === '' ? '' : '/'}xl/workbook.xml`)}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${parts.workbookProperties ?? ''}<sheets>${names
      .map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="s${at + 1}" ${sheetAttributes}/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}">${names
      .map((_, at) => relationship(`s${at + 1}`, 'worksheet', `${targets}worksheets/sheet${at + 1}.xml`))
      .join('')}${parts.sharedStrings ? relationship('t', 'sharedStrings', `${targets}sharedStrings.xml`) : ''}${
      parts.styles ? relationship('y', 'styles', `${targets}styles.xml`) : ''
    }</Relationships>`,
  }
  if (!parts.withoutContentTypes) entries['[Content_Types].xml'] = '<Types/>'
  names.forEach((name, at) => {
    entries[`xl/worksheets/sheet${at + 1}.xml`] = parts.sheets[name]
  })
  if (parts.sharedStrings) entries['xl/sharedStrings.xml'] = parts.sharedStrings
  if (parts.styles) entries['xl/styles.xml'] = parts.styles
  return entries
}

/** Writes a ZIP of these entries. */
export async function writeZip(path: string, entries: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(entries)) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  const file = createWriteStream(path)
  zip.outputStream.pipe(file)
  await once(file, 'close')
  return path
}

export const writeWorkbook = (path: string, parts: WorkbookParts): Promise<string> =>
  writeZip(path, workbookEntries(parts))
