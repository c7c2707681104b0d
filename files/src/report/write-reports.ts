import { join } from 'node:path'
import type { AssessedEstate } from '@portolan/engine/documents/assessed-estate'
import type { Workbook } from '@portolan/engine/documents/workbook/table'
import { reportWorkbook } from '@portolan/engine/documents/workbook/workbook'
import type { Instant } from '@portolan/engine/units'
import { AtomicFiles } from './atomic-files.ts'
import { csvLines } from './csv/csv-lines.ts'
import { jsonPieces } from './json/json-pieces.ts'
import { writeXlsx } from './xlsx/write-xlsx.ts'

export const REPORT_FORMATS = ['pdf', 'xlsx', 'csv', 'json'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]

export interface WriteReportsOptions {
  /** The date on the cover. */
  readonly generatedAt: Instant
  readonly signal?: AbortSignal
  /** Called before each format. */
  onFormat?(format: ReportFormat, done: number, total: number): void
}

/**
 * Writes the reports of an estate into a folder, which is made where it is missing: `acme-report.pdf`, `.xlsx` and
 * `.json`, and a CSV for each table in `acme-csv`. Files of an earlier run are replaced. All appear together once the last
 * is complete; when one fails or `signal` fires, the folder stays as it was. Returns the paths.
 *
 * @throws OutputError where a report cannot stand.
 */
export async function writeReports(
  dir: string,
  formats: readonly ReportFormat[],
  assessed: AssessedEstate,
  options: WriteReportsOptions,
): Promise<string[]> {
  const name = fileNameOf(assessed.settings.name)
  const wanted = REPORT_FORMATS.filter((format) => formats.includes(format))
  const files = new AtomicFiles()
  try {
    const workbook = reportWorkbook(assessed)
    for (const [done, format] of wanted.entries()) {
      options.signal?.throwIfAborted()
      options.onFormat?.(format, done, wanted.length)
      await WRITERS[format]({ dir, name, files, workbook, assessed, options })
    }
    options.signal?.throwIfAborted()
    return await files.publish()
  } finally {
    // Nothing is left to discard once it is published.
    await files.discard()
  }
}

interface Job {
  readonly dir: string
  readonly name: string
  readonly files: AtomicFiles
  readonly workbook: Workbook
  readonly assessed: AssessedEstate
  readonly options: WriteReportsOptions
}

const WRITERS: Readonly<Record<ReportFormat, (job: Job) => Promise<void>>> = {
  async pdf({ dir, name, files, assessed, options }) {
    // The typesetter is a large native library: loaded only for whoever wants a PDF.
    const { writePdf } = await import('./pdf/migration-report-pdf.ts')
    await writePdf(await files.add(join(dir, `${name}-report.pdf`)), assessed, options)
  },
  async xlsx({ dir, name, files, workbook, options }) {
    await writeXlsx(await files.add(join(dir, `${name}-report.xlsx`)), workbook, options)
  },
  async csv({ dir, name, files, workbook, options }) {
    for (const table of workbook.tables) {
      await files.write(join(dir, `${name}-csv`, `${table.name}.csv`), csvLines(table, workbook.zone), options.signal)
    }
  },
  async json({ dir, name, files, workbook, options }) {
    await files.write(join(dir, `${name}-report.json`), jsonPieces(workbook), options.signal)
  },
}

const MAX_NAME = 80

/** The name of a project as a file name that every system takes: `Acme & Söhne` becomes `acme-söhne`. */
export function fileNameOf(project: string): string {
  const name = project
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return [...name].slice(0, MAX_NAME).join('').replace(/-+$/, '') || 'migration'
}
