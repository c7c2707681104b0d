import { type FilledSheet, readTemplate } from '@portolan/engine/networks/template/read-template'
import { TEMPLATE_TAB } from '@portolan/engine/networks/template/template-sheet'
import { detectFormat } from '../detect-format.ts'
import { ExportError, fileError } from '../export-error.ts'
import { READ_LIMITS, type ReadLimits } from '../read-limits.ts'
import { openWorkbook } from '../xlsx/open-workbook.ts'
import { findWorkbook, partsOf, readWorkbookParts } from '../xlsx/workbook-parts.ts'
import { ZipArchive } from '../zip/zip-archive.ts'
import { unreadFormulas } from './unread-formulas.ts'

const MIB = 2 ** 20
/** Many times what somebody fills in by hand. */
const MAX_ROWS = 20_000

/** A template is small; whatever is not is a mistake or an attack. */
const TEMPLATE_LIMITS: ReadLimits = {
  ...READ_LIMITS,
  totalBytes: 64 * MIB,
  zipEntries: 1000,
  sharedStrings: 1_000_000,
  sharedStringBytes: 32 * MIB,
  partBytes: 32 * MIB,
}

/**
 * Opens a filled-in template of the network map: the sheet called so, else the first in which a header is found, else the
 * first, for whoever reads it to say what is missing. Throws `ExportError` for a file that is no workbook.
 */
export async function readNetworkTemplate(path: string, file = path): Promise<FilledSheet> {
  try {
    if ((await detectFormat(path)) !== 'zip') throw noWorkbook()
    const archive = await ZipArchive.open(path, TEMPLATE_LIMITS)
    try {
      const parts = partsOf(archive)
      const workbook = await findWorkbook(archive, parts)
      if (workbook === null || !/\.xml$/i.test(workbook)) throw noWorkbook()
      const { sheets } = await readWorkbookParts(archive, parts, workbook)
      const { tables } = await openWorkbook(file, archive, parts, workbook, TEMPLATE_LIMITS)
      const filled: FilledSheet[] = []
      for (const [index, table] of tables.entries()) {
        const rows = await table.head(MAX_ROWS + 1)
        await table.close()
        if (rows.length > MAX_ROWS) throw tooLong(table.sheet)
        const sheet = { tab: table.sheet, rows, formulas: unreadFormulas(await archive.read(sheets[index].entry)) }
        if (table.sheet.trim().toLowerCase() === TEMPLATE_TAB.toLowerCase()) return sheet
        filled.push(sheet)
      }
      const isTemplate = (sheet: FilledSheet) => {
        const read = readTemplate(sheet)
        return read.ok || read.error.code === 'formulas'
      }
      return filled.find(isTemplate) ?? filled[0]
    } finally {
      archive.close()
    }
  } catch (error) {
    throw fileError(file, error)
  }
}

function noWorkbook(): ExportError {
  return new ExportError(
    'not_an_export',
    null,
    'the template of the network map is a workbook (.xlsx), and this is none; export the template, fill it in and save it as .xlsx.',
  )
}

function tooLong(sheet: string): ExportError {
  return new ExportError(
    'too_large',
    null,
    `the sheet "${sheet}" has more than ${MAX_ROWS} rows, and a network map has some thousand at most; give the filled-in template.`,
  )
}
