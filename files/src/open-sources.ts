import { readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isCsvName } from './csv/csv-name.ts'
import { type CsvFile, csvFileOnDisk, csvSources } from './csv/csv-source.ts'
import { detectFormat } from './detect-format.ts'
import { ExportError, fileError } from './export-error.ts'
import type { ReadLimits } from './read-limits.ts'
import type { OpenSource } from './table.ts'
import { openXls } from './xls/open-xls.ts'
import { openZip } from './zip/open-zip.ts'

/**
 * Opens what each path names: a workbook, an archive, a CSV file or a folder of CSV files. CSV files that were named one
 * by one but belong to one export become one source, as if their folder had been named.
 */
export async function openSources(
  paths: readonly string[],
  limits: ReadLimits,
  signal?: AbortSignal,
): Promise<OpenSource[]> {
  const sources: OpenSource[] = []
  const csvFiles: CsvFile[] = []
  const seen = new Map<string, string>()
  try {
    for (const path of paths) {
      signal?.throwIfAborted()
      try {
        const { isFolder, bytes } = await look(path)
        if (isFolder) {
          const files = await csvFilesIn(path, signal)
          for (const file of files) await refuseTwice(file.path, seen)
          sources.push(...csvSources(files, 'csv-folder', limits))
          continue
        }
        await refuseTwice(path, seen)
        const format = await detectFormat(path)
        if (format === 'zip') sources.push(...(await openZip(path, path, limits, signal)))
        else if (format === 'xls') sources.push(await openXls(path, path, bytes, limits))
        else csvFiles.push(csvFileOnDisk(path, bytes, signal))
      } catch (error) {
        throw fileError(path, error)
      }
    }
    sources.push(...csvSources(csvFiles, 'csv', limits))
    return sources
  } catch (error) {
    for (const source of sources) source.close()
    throw error
  }
}

async function look(path: string): Promise<{ isFolder: boolean; bytes: number }> {
  const found = await stat(path)
  if (!found.isDirectory() && !found.isFile()) {
    throw new ExportError('unreadable', null, 'this is neither a file nor a folder; give an export of RVTools.')
  }
  return { isFolder: found.isDirectory(), bytes: found.size }
}

/** Counting one export twice would double nothing but the warnings; it is a slip of the command line, so it is said. */
async function refuseTwice(path: string, seen: Map<string, string>): Promise<void> {
  const real = await realpath(path)
  const before = seen.get(real)
  if (before !== undefined) {
    const same = before === path ? 'it' : `the same file as "${before}"`
    throw new ExportError('duplicate_file', null, `${same} was named twice; name each export once.`)
  }
  seen.set(real, path)
}

async function csvFilesIn(folder: string, signal?: AbortSignal): Promise<CsvFile[]> {
  const names = (await readdir(folder)).filter((name) => !name.startsWith('.')).sort()
  const files: CsvFile[] = []
  for (const name of names.filter(isCsvName)) {
    const path = join(folder, name)
    const found = await stat(path)
    if (!found.isFile() || found.size === 0) continue
    // A workbook that somebody named .csv is told apart by its content, here as everywhere.
    if ((await detectFormat(path)) === 'csv') files.push(csvFileOnDisk(path, found.size, signal))
  }
  if (files.length > 0) return files
  const books = names.filter((name) => /\.(?:xlsx?|zip)$/i.test(name))
  throw new ExportError(
    'not_an_export',
    null,
    books.length > 0
      ? `the folder holds no CSV file but "${books[0]}"${books.length > 1 ? ` and ${books.length - 1} more` : ''}; name the files themselves.`
      : 'the folder holds no CSV file; give a workbook of RVTools, or a folder with the CSV files it wrote.',
  )
}
