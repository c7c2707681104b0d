import type { RvtoolsImporter } from '@portolan/engine/inventory/rvtools/sheet'
import { ExportError, fileError } from './export-error.ts'
import { openSources } from './open-sources.ts'
import { findHeader, HEAD_ROWS, type PlannedTable, planReading } from './plan-reading.ts'
import { READ_LIMITS, type ReadLimits } from './read-limits.ts'
import type { HeadRow, OpenSource } from './table.ts'

export interface ReadProgress {
  /** The sheet that is being read. */
  readonly phase: string
  /** Bytes, of `total`. */
  readonly done: number
  readonly total: number
}

export interface ReadOptions {
  readonly onProgress?: (progress: ReadProgress) => void
  readonly limits?: Partial<ReadLimits>
  readonly signal?: AbortSignal
}

/**
 * Reads exports into `importer`: workbooks, legacy workbooks, CSV files, folders and archives of them, told apart by
 * content. Sheets come in `SHEET_ORDER` over all files; rows stream, and no file is written. The caller finishes the
 * importer. Throws `ExportError` with one clear sentence for anything that is no readable export of RVTools, and the
 * reason of `signal` when it aborts.
 */
export async function readExports(
  paths: readonly string[],
  importer: RvtoolsImporter,
  options: ReadOptions = {},
): Promise<void> {
  const limits = { ...READ_LIMITS, ...options.limits }
  const sources = await openSources(paths, limits, options.signal)
  try {
    const planned = await planReading(sources, importer)
    if (!planned.some(({ as }) => as === 'vInfo')) throw noVInfo(sources)
    const progress = progressOf(planned, options)
    let hasVms = false
    for (const [at, one] of planned.entries()) {
      options.signal?.throwIfAborted()
      prepare(planned[at + 1])
      try {
        if ((await readTable(one, importer, progress)) && one.as === 'vInfo') hasVms = true
      } catch (error) {
        throw fileError(one.source.file, error)
      }
    }
    // A sheet may be called vInfo and be something else, or be empty.
    if (!hasVms) throw noVInfo(sources)
  } finally {
    await Promise.allSettled(sources.flatMap(({ tables }) => tables.map((table) => table.close())))
    for (const source of sources) source.close()
  }
}

/**
 * Starts to unpack a table while the one before it is read: unpacking has threads of its own, and they should not wait
 * for the importer. What goes wrong here will go wrong again, and be told, when it is the table's turn.
 */
function prepare(next: PlannedTable | undefined): void {
  next?.table.head(HEAD_ROWS).catch(() => {})
}

/** True when the importer wanted the rows. */
async function readTable(planned: PlannedTable, importer: RvtoolsImporter, progress: Progress): Promise<boolean> {
  const { table, source, index } = planned
  progress.start(table.sheet)
  const rows = await table.head(HEAD_ROWS)
  const at = findHeader(table.sheet, rows, importer)
  const sink = at === null ? null : openSheet(rows[at])
  if (at === null || sink === null) await table.close()
  else {
    await table.rows(at + 1, sink.columns, (row) => sink.row(row), progress.add)
    sink.end()
  }
  progress.finish(table.bytes)
  return sink !== null

  function openSheet({ rowNumber, cells }: HeadRow) {
    const head = { source: index, sheet: table.sheet, headerRow: rowNumber, header: cells, keys: source.keys }
    return importer.openSheet(head)
  }
}

interface Progress {
  start(sheet: string): void
  add(bytes: number): void
  /** The table is done: whatever of its bytes was skipped, or claimed wrongly, is settled. */
  finish(bytes: number): void
}

function progressOf(planned: readonly PlannedTable[], { onProgress, signal }: ReadOptions): Progress {
  const total = planned.reduce((sum, { table }) => sum + table.bytes, 0)
  let settled = 0
  let current = 0
  let phase = ''
  const tell = () => onProgress?.({ phase, done: Math.min(total, settled + current), total })
  return {
    start(sheet) {
      phase = sheet
      tell()
    },
    add(bytes) {
      signal?.throwIfAborted()
      current += bytes
      tell()
    },
    finish(bytes) {
      settled += bytes
      current = 0
      tell()
    },
  }
}

function noVInfo(sources: readonly OpenSource[]): ExportError {
  const found = sources.flatMap(({ tables }) => tables.map(({ sheet }) => `"${sheet}"`))
  const shown = found.length > 8 ? [...found.slice(0, 8), `${found.length - 8} more`] : found
  const files = [...new Set(sources.map(({ file }) => file))]
  return new ExportError(
    'no_vinfo',
    files.length === 1 ? files[0] : null,
    `${files.slice(0, 3).join(', ')}: an export of RVTools has a sheet "vInfo" with one row for each VM, and none was found, only ${shown.join(', ')}; give the whole export.`,
  )
}
