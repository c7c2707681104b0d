import { ExportError } from '../export-error.ts'
import type { ZipArchive } from '../zip/zip-archive.ts'
import type { ZipEntry } from '../zip/zip-entry.ts'
import { xmlTags } from './xml-tags.ts'

/** A worksheet as the workbook lists it; hidden ones too, as data does not stop to exist when a user hides it. */
export interface SheetPart {
  readonly name: string
  readonly entry: ZipEntry
}

/** Where the parts of a workbook are. Found by relationships; content types are not asked, real exports get them wrong. */
export interface WorkbookParts {
  readonly sheets: readonly SheetPart[]
  readonly date1904: boolean
  readonly sharedStrings: ZipEntry | null
  readonly styles: ZipEntry | null
}

/** Entries of a package by name. OPC compares part names without regard to case, and some writers use backslashes. */
export type Parts = ReadonlyMap<string, ZipEntry>

export function partsOf(archive: ZipArchive): Parts {
  const parts = new Map<string, ZipEntry>()
  // Of two entries with one name the first counts, as in every spreadsheet program; never a mix of both.
  for (const entry of archive.entries) {
    const key = entry.name.replace(/^\/+/, '').toLowerCase()
    if (!parts.has(key)) parts.set(key, entry)
  }
  return parts
}

/** The main part of an Office package: what its root relationships name, else where it always is. */
export async function findWorkbook(archive: ZipArchive, parts: Parts): Promise<string | null> {
  const root = parts.get('_rels/.rels')
  if (root) {
    for (const { type, target } of relationships(await archive.read(root), '').values()) {
      if (type === 'officeDocument' && parts.has(target.toLowerCase())) return target
    }
  }
  return parts.has('xl/workbook.xml') ? 'xl/workbook.xml' : null
}

export async function readWorkbookParts(archive: ZipArchive, parts: Parts, path: string): Promise<WorkbookParts> {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const file = path.slice(folder.length)
  const part = (name: string | undefined) => (name === undefined ? null : (parts.get(name.toLowerCase()) ?? null))
  const relationshipPart = part(`${folder}_rels/${file}.rels`)
  const related = relationshipPart
    ? relationships(await archive.read(relationshipPart), folder)
    : new Map<string, Related>()
  const ofType = (type: string) => [...related.values()].find((one) => one.type === type)?.target

  const sheets: SheetPart[] = []
  let date1904 = false
  const workbook = part(path)
  if (workbook === null) throw noSheets()
  for (const tag of xmlTags(await archive.read(workbook))) {
    if (tag.isEnd) continue
    if (tag.name === 'workbookPr') date1904 = isOn(tag.attributes.get('date1904'))
    if (tag.name !== 'sheet') continue
    const id = attributeByLocalName(tag.attributes, 'id')
    const target = related.get(id ?? '') ?? {
      type: 'worksheet',
      target: `${folder}worksheets/sheet${sheets.length + 1}.xml`,
    }
    const entry = target.type === 'worksheet' ? part(target.target) : null
    // A chart or dialog sheet has no cells; a sheet whose part is missing has none either.
    if (entry) sheets.push({ name: tag.attributes.get('name') ?? '', entry })
  }
  if (sheets.length === 0) throw noSheets()
  return {
    sheets,
    date1904,
    sharedStrings: part(ofType('sharedStrings') ?? `${folder}sharedStrings.xml`),
    styles: part(ofType('styles') ?? `${folder}styles.xml`),
  }
}

interface Related {
  /** Last word of the relationship type: the transitional and the strict form differ before it only. */
  readonly type: string
  /** Name of the part, from the root of the package. */
  readonly target: string
}

function relationships(part: Buffer, folder: string): Map<string, Related> {
  const found = new Map<string, Related>()
  for (const { name, isEnd, attributes } of xmlTags(part)) {
    if (name !== 'Relationship' || isEnd || attributes.get('TargetMode') === 'External') continue
    const type = attributes.get('Type') ?? ''
    const target = resolve(folder, attributes.get('Target') ?? '')
    found.set(attributes.get('Id') ?? '', { type: type.slice(type.lastIndexOf('/') + 1), target })
  }
  return found
}

/** A target is relative to the folder of its source part, or absolute. It only ever names an entry of the same package. */
function resolve(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/')
  const steps: string[] = []
  for (const step of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

function attributeByLocalName(attributes: ReadonlyMap<string, string>, name: string): string | undefined {
  for (const [key, value] of attributes) if (key.endsWith(`:${name}`)) return value
  return attributes.get(name)
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on'
}

function noSheets(): ExportError {
  return new ExportError(
    'damaged',
    null,
    'the workbook lists no sheet that is in it; open it in a spreadsheet program and save it again.',
  )
}
