import { isCsvName } from '../csv/csv-name.ts'
import { type CsvFile, csvSources } from '../csv/csv-source.ts'
import { ExportError } from '../export-error.ts'
import type { ReadLimits } from '../read-limits.ts'
import type { OpenSource } from '../table.ts'
import { openWorkbook } from '../xlsx/open-workbook.ts'
import { findWorkbook, partsOf } from '../xlsx/workbook-parts.ts'
import { ZipArchive } from './zip-archive.ts'

const NOT_THE_USERS = /^__MACOSX\/|(?:^|\/)\._|(?:^|\/)\.DS_Store$/

/** Opens what starts as a ZIP file does: a workbook, or an archive of CSV files, with or without folders in it. */
export async function openZip(
  file: string,
  path: string,
  limits: ReadLimits,
  signal?: AbortSignal,
): Promise<OpenSource[]> {
  const archive = await ZipArchive.open(path, limits)
  try {
    const parts = partsOf(archive)
    const workbook = await findWorkbook(archive, parts)
    if (workbook !== null && /\.bin$/i.test(workbook)) throw notRead('a binary workbook (.xlsb)')
    if (workbook !== null && /(?:^|\/)workbook[^/]*\.xml$/i.test(workbook)) {
      return [await openWorkbook(file, archive, parts, workbook, limits, signal)]
    }
    const sources = csvSources(csvFiles(file, archive, signal), 'csv-zip', limits)
    if (sources.length === 0) throw nothingInside(archive, parts.has('content.xml'), workbook !== null)
    // All sources share the archive; closing it twice does no harm.
    return sources.map((source) => ({ ...source, close: () => archive.close() }))
  } catch (error) {
    archive.close()
    throw error
  }
}

function csvFiles(file: string, archive: ZipArchive, signal?: AbortSignal): CsvFile[] {
  return archive.entries
    .filter(({ name }) => isCsvName(name) && !NOT_THE_USERS.test(name))
    .map((entry) => ({
      path: `${file}/${entry.name}`,
      bytes: entry.claimedBytes,
      open: () => archive.chunks(entry, signal),
    }))
}

function nothingInside(archive: ZipArchive, isOpenDocument: boolean, isOtherOffice: boolean): ExportError {
  if (isOpenDocument) return notRead('an OpenDocument file')
  if (isOtherOffice) return notRead('an Office document that is no workbook')
  const names = archive.entries
    .map(({ name }) => name)
    .filter((name) => !NOT_THE_USERS.test(name) && !name.endsWith('/'))
  const books = names.filter((name) => /\.xlsx?$/i.test(name))
  if (books.length > 0) {
    return new ExportError(
      'not_an_export',
      null,
      `the archive holds ${books.length === 1 ? 'the workbook' : 'the workbooks'} ${quoted(books)}; unpack it and give ${books.length === 1 ? 'it' : 'them'}.`,
    )
  }
  const found = names.length === 0 ? 'is empty' : `holds ${quoted(names)}`
  return new ExportError(
    'not_an_export',
    null,
    `the archive should be a workbook or hold CSV files of RVTools, but ${found}; give the file that RVTools wrote.`,
  )
}

function quoted(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((name) => `"${name}"`)
  return names.length > 3 ? `${shown.join(', ')} and ${names.length - 3} more` : shown.join(', ')
}

function notRead(what: string): ExportError {
  return new ExportError(
    'not_an_export',
    null,
    `this is ${what}, which is not read; open it in a spreadsheet program and save the tables as .xlsx.`,
  )
}
