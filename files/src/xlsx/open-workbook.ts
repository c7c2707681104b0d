import type { ReadLimits } from '../read-limits.ts'
import type { OpenSource } from '../table.ts'
import type { ZipArchive } from '../zip/zip-archive.ts'
import type { CellContext } from './cell-context.ts'
import { readDateStyles } from './number-formats.ts'
import { readSharedStrings } from './shared-strings.ts'
import { SheetTable } from './sheet-table.ts'
import { TextArena } from './text-arena.ts'
import { type Parts, readWorkbookParts } from './workbook-parts.ts'

/** Opens the workbook whose main part is `path`: reads sheet names, styles and shared strings, but no sheet yet. */
export async function openWorkbook(
  file: string,
  archive: ZipArchive,
  parts: Parts,
  path: string,
  limits: ReadLimits,
  signal?: AbortSignal,
): Promise<OpenSource> {
  const { sheets, date1904, sharedStrings, styles } = await readWorkbookParts(archive, parts, path)
  const context: CellContext = {
    date1904,
    dateStyles: styles ? readDateStyles(await archive.read(styles)) : new Uint8Array(0),
    strings: sharedStrings ? await readSharedStrings(archive.chunks(sharedStrings, signal), limits) : new TextArena(),
  }
  return {
    file,
    format: 'xlsx',
    tables: sheets.map(({ name, entry }) => {
      const chunks = () => archive.chunks(entry, signal)
      return new SheetTable(name, entry.claimedBytes, chunks, context, limits)
    }),
    keys: context.strings.length,
    close: () => archive.close(),
  }
}
