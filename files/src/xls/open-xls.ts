import { readFile } from 'node:fs/promises'
import { encrypted } from '../detect-format.ts'
import { ExportError } from '../export-error.ts'
import type { ReadLimits } from '../read-limits.ts'
import type { OpenSource } from '../table.ts'
import type { ParsedXls } from './parse-xls.ts'
import { parseXlsBeside } from './parse-xls-beside.ts'
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
  const { sheets, date1904 } = await parse(await readFile(path))
  const tables = sheets.map(({ name, rows }) => new XlsTable(name, rows, date1904))
  return { file, format: 'xls', tables, keys: 0, close: () => {} }
}

async function parse(bytes: Buffer): Promise<ParsedXls> {
  try {
    return await parseXlsBeside(bytes)
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    if (/password-protected|^Encryption scheme/.test(detail)) throw encrypted()
    const [line] = detail.split('\n', 1)
    throw new ExportError(
      'damaged',
      null,
      `the legacy workbook cannot be read (${line}); open it in a spreadsheet program and save it as .xlsx.`,
    )
  }
}
