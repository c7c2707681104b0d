import { stat } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import type { AssessedEstate } from '@portolan/engine/documents/assessed-estate'
import { plural } from '@portolan/engine/documents/wording/numbers'
import { instant } from '@portolan/engine/units'
import { REPORT_FORMATS, type ReportOptions } from '../command-line.ts'
import { MisuseError, RefusedError } from '../failure.ts'
import { labelled } from '../terminal/blocks.ts'
import { fileSize } from '../terminal/file-size.ts'
import { tableLines } from '../terminal/table.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { printable } from '../terminal/width.ts'
import { withProgress } from '../terminal/with-progress.ts'
import { screenOf } from './offline.ts'

/** Asking for formats but for no folder is a slip that nobody should find out about after the work. */
export function checkReportOptions({ out, format }: ReportOptions): void {
  if (format !== undefined && out === undefined)
    throw new MisuseError('--format needs --out DIR, the folder to write into')
}

/** Writes the reports that `--out` asks for and says which they are; nothing without it. */
export async function writeReportFiles(
  assessed: AssessedEstate,
  { out, format }: ReportOptions,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<string[]> {
  if (out === undefined) return []
  const { writeReports } = await import('@portolan/files/report/write-reports')
  const { OutputError } = await import('@portolan/files/report/atomic-files')
  try {
    const files = await withProgress(terminal, (onProgress) =>
      writeReports(out, format ?? REPORT_FORMATS, assessed, {
        generatedAt: instant(Date.now()),
        signal,
        onFormat: (kind, done, total) => onProgress({ phase: `Writing ${kind.toUpperCase()}`, done, total }),
      }),
    )
    return await listing(out, files, terminal)
  } catch (error) {
    if (error instanceof OutputError) throw new RefusedError(error.message)
    throw error
  }
}

/** Each report with its size; the many tables of CSV in one line. */
async function listing(folder: string, files: readonly string[], terminal: Terminal): Promise<string[]> {
  const screen = screenOf(terminal)
  const sizes = new Map<string, { files: number; bytes: number }>()
  for (const file of files) {
    const name = relative(folder, file)
    const shown = dirname(name) === '.' ? name : `${dirname(name)}${sep}`
    const entry = sizes.get(shown) ?? { files: 0, bytes: 0 }
    entry.files++
    entry.bytes += (await stat(file)).size
    sizes.set(shown, entry)
  }
  const rows = [...sizes].map(([name, { files: many, bytes }]) => [
    printable(join(folder, name)),
    many > 1 ? plural(many, 'file') : '',
    fileSize(bytes),
  ])
  const lines = tableLines([{ header: '' }, { header: '' }, { header: '', align: 'right' }], rows, {
    ...screen,
    indent: 0,
    header: false,
  })
  return ['', ...labelled('Written', lines, screen)]
}
