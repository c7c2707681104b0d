import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Workbook } from '@portolan/engine/documents/workbook/table'
import { ZipFile } from 'yazl'
import {
  appProperties,
  contentTypes,
  coreProperties,
  packageRelationships,
  type WrittenSheet,
  workbookRelationships,
  workbookXml,
} from './parts.ts'
import { SharedStrings } from './shared-strings.ts'
import { SheetNames } from './sheet-names.ts'
import { RowSource, Totals } from './sheet-rows.ts'
import { MAX_ROWS, type SheetContext, sheetXml } from './sheet-xml.ts'
import { Styles } from './styles.ts'
import { zipTime } from './zip-time.ts'

/** Half the time of level 6, and a tenth more bytes. */
const COMPRESSION_LEVEL = 3

export interface WriteXlsxOptions {
  readonly signal?: AbortSignal
  /** What a sheet holds; smaller in tests. */
  readonly maxRows?: number
}

/**
 * Writes tables as a workbook, one tab each; a table longer than a sheet goes on in the next. Rows are taken as they are
 * written, so only distinct texts stay in memory. The same tables give the same bytes on every machine.
 */
export async function writeXlsx(path: string, workbook: Workbook, options: WriteXlsxOptions = {}): Promise<void> {
  const zip = new ZipFile()
  // The part that fails rejects by itself.
  zip.on('error', () => undefined)
  const giveUp = new AbortController()
  const signal = options.signal ? AbortSignal.any([giveUp.signal, options.signal]) : giveUp.signal
  const stored = pipeline(zip.outputStream, createWriteStream(path), { signal })
  const filled = addParts(zip, workbook, options.maxRows ?? MAX_ROWS).catch((error: unknown) => {
    giveUp.abort()
    throw error
  })
  await Promise.all([filled, stored])
}

async function addParts(zip: ZipFile, workbook: Workbook, maxRows: number): Promise<void> {
  const mtime = zipTime(workbook.asOf)
  const add = <T>(name: string, pieces: Iterator<string, T>) => addPart(zip, name, mtime, pieces)
  // Programs that tell a file's type by its beginning look for this part first.
  await add('_rels/.rels', whole(packageRelationships))

  const strings = new SharedStrings()
  const styles = new Styles()
  const names = new SheetNames()
  const tabs = new Map(workbook.tables.map((table) => [table.name, names.take(table.title)]))
  const tabOf = (table: string) => tabs.get(table) ?? null
  const sheets: WrittenSheet[] = []
  for (const table of workbook.tables) {
    const rows = new RowSource(table)
    const totals = new Totals(table.columns)
    for (let part = 1, isTableDone = false; !isTableDone; part++) {
      const name = part === 1 ? tabs.get(table.name)! : names.take(`${table.title} ${part}`)
      const context: SheetContext = {
        ...{ strings, styles, zone: workbook.zone, tabOf, maxRows },
        footer: footerOf(workbook.title, name),
        isFirst: sheets.length === 0,
      }
      const extent = await add(`xl/worksheets/sheet${sheets.length + 1}.xml`, sheetXml(table, rows, totals, context))
      sheets.push({ name, columns: table.columns.length, extent, isList: table.layout === 'list' })
      isTableDone = extent.isTableDone
    }
  }

  await add('xl/sharedStrings.xml', strings.xml())
  await add('xl/styles.xml', whole(styles.xml()))
  await add('xl/workbook.xml', whole(workbookXml(sheets)))
  await add('xl/_rels/workbook.xml.rels', whole(workbookRelationships(sheets)))
  await add('docProps/core.xml', whole(coreProperties(workbook)))
  await add('docProps/app.xml', whole(appProperties))
  await add('[Content_Types].xml', whole(contentTypes(sheets)))
  zip.end()
}

/** Adds a part as it is made; resolves with what the pieces return once the last one is taken. */
function addPart<T>(zip: ZipFile, name: string, mtime: Date, pieces: Iterator<string, T>): Promise<T> {
  const options = { mtime, forceDosTimestamp: true, compressionLevel: COMPRESSION_LEVEL }
  return new Promise((resolve, reject) => {
    zip.addReadStreamLazy(name, options, (give) => {
      const stream = Readable.from(encoded(pieces, resolve), { objectMode: false })
      stream.once('error', reject)
      give(null, stream)
    })
  })
}

function* encoded<T>(pieces: Iterator<string, T>, done: (result: T) => void): Generator<Buffer> {
  for (;;) {
    const piece = pieces.next()
    if (piece.done) return done(piece.value)
    yield Buffer.from(piece.value, 'utf8')
  }
}

function whole(part: string): Iterator<string, undefined> {
  return [part].values()
}

/** In a footer `&` begins a code, and `&&` is one. */
function footerOf(title: string, tab: string): string {
  return `&L${title.replaceAll('&', '&&')} · ${tab.replaceAll('&', '&&')}&R&P / &N`
}
