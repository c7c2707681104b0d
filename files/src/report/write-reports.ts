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
    const stop = new AbortController()
    const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal
    const job: Job = { dir, name, files, workbook: reportWorkbook(assessed), assessed, ...options, signal }
    const write = async (format: ReportFormat) => {
      signal.throwIfAborted()
      options.onFormat?.(format, wanted.indexOf(format), wanted.length)
      return await WRITERS[format](job)
    }
    // All at once: the PDF is typeset in a thread of its own, and a workbook is compressed on the thread pool.
    const written = await allOrFirstFailure(wanted.map(write), stop)
    signal.throwIfAborted()
    await files.publish()
    return written.flat()
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
  readonly generatedAt: Instant
  readonly signal: AbortSignal
}

/** Each returns the paths of what it wrote. */
const WRITERS: Readonly<Record<ReportFormat, (job: Job) => Promise<string[]>>> = {
  async pdf({ dir, name, files, assessed, generatedAt, signal }) {
    const path = join(dir, `${name}-report.pdf`)
    // The typesetter is a large native library: loaded only for whoever wants a PDF.
    const { writePdf } = await import('./pdf/migration-report-pdf.ts')
    await writePdf(await files.add(path), assessed, { generatedAt, signal })
    return [path]
  },
  async xlsx({ dir, name, files, workbook, signal }) {
    const path = join(dir, `${name}-report.xlsx`)
    await writeXlsx(await files.add(path), workbook, { signal })
    return [path]
  },
  async csv({ dir, name, files, workbook, signal }) {
    const paths = workbook.tables.map((table) => join(dir, `${name}-csv`, `${table.name}.csv`))
    for (const [i, table] of workbook.tables.entries()) {
      await files.write(paths[i], csvLines(table, workbook.zone), signal)
    }
    return paths
  },
  async json({ dir, name, files, workbook, signal }) {
    const path = join(dir, `${name}-report.json`)
    await files.write(path, jsonPieces(workbook), signal)
    return [path]
  },
}

/** Waits for all, so that nobody writes any more when files are discarded; the first failure stops the others. */
async function allOrFirstFailure<T>(work: readonly Promise<T>[], stop: AbortController): Promise<T[]> {
  const failures: unknown[] = []
  for (const one of work) {
    one.catch((error: unknown) => {
      failures.push(error)
      stop.abort()
    })
  }
  const ended = await Promise.allSettled(work)
  if (failures.length > 0) throw failures[0]
  return ended.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
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
