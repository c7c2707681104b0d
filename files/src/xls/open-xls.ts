import { readFile } from 'node:fs/promises'
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx'
import { encrypted } from '../detect-format.ts'
import { ExportError } from '../export-error.ts'
import type { ReadLimits } from '../read-limits.ts'
import type { OpenSource } from '../table.ts'
import { XlsTable } from './xls-table.ts'

/**
 * Opens a legacy workbook (BIFF). RVTools wrote them up to 3.x; a library reads them whole, so their size is capped and
 * the library is loaded only when one comes.
 */
export async function openXls(file: string, path: string, bytes: number, limits: ReadLimits): Promise<OpenSource> {
  if (bytes > limits.xlsBytes) {
    const most = Math.round(limits.xlsBytes / 2 ** 20)
    throw new ExportError(
      'too_large',
      null,
      `a legacy .xls workbook is read up to ${most} MiB; open it in a spreadsheet program and save it as .xlsx.`,
    )
  }
  const { read } = await import('@e965/xlsx')
  const workbook = parse(read, await readFile(path))
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true
  const tables = workbook.SheetNames.map((name) => new XlsTable(name, rowsOf(workbook.Sheets[name]), date1904))
  return { file, format: 'xls', tables, keys: 0, close: () => {} }
}

function parse(read: typeof import('@e965/xlsx').read, bytes: Buffer): WorkBook {
  try {
    return read(bytes, {
      type: 'buffer',
      dense: true,
      cellNF: true,
      cellText: false,
      cellFormula: false,
      cellHTML: false,
    })
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    if (/password-protected|^Encryption scheme/.test(detail)) throw encrypted()
    throw new ExportError(
      'damaged',
      null,
      `the legacy workbook cannot be read (${detail}); open it in a spreadsheet program and save it as .xlsx.`,
    )
  }
}

/** The rows of a sheet, by row and column, sparse. The library keeps them in `!data` when asked for dense sheets. */
function rowsOf(sheet: WorkSheet | undefined): readonly (readonly (CellObject | undefined)[] | undefined)[] {
  return sheet?.['!data'] ?? []
}
