import { createReadStream } from 'node:fs'
import { dirname } from 'node:path'
import type { ReadLimits } from '../read-limits.ts'
import type { OpenSource } from '../table.ts'
import { csvName } from './csv-name.ts'
import { CsvTable } from './csv-table.ts'

/** A CSV file before it is known which export it belongs to. */
export interface CsvFile {
  /** As its user would name it, with its folder. */
  readonly path: string
  readonly bytes: number
  readonly open: () => AsyncIterable<Buffer>
}

const CHUNK_BYTES = 256 * 1024

export function csvFileOnDisk(path: string, bytes: number, signal?: AbortSignal): CsvFile {
  // The stream is made when the file's turn comes: a folder of 27 files holds no 27 open ones.
  return { path, bytes, open: () => createReadStream(path, { highWaterMark: CHUNK_BYTES, signal }) }
}

/**
 * Puts CSV files together to exports. RVTools writes one file for each sheet, so files of one folder whose names differ
 * in the sheet alone are one source; a file with a name of its own is one by itself.
 */
export function csvSources(files: readonly CsvFile[], format: OpenSource['format'], limits: ReadLimits): OpenSource[] {
  const groups = new Map<string, { files: CsvFile[]; tables: CsvTable[]; name: string }>()
  for (const file of files) {
    const { stem, sheet } = csvName(file.path)
    const folder = dirname(file.path)
    const key = `${folder}\n${stem}`
    let group = groups.get(key)
    if (!group) {
      group = { files: [], tables: [], name: stem === '' ? folder : `${folder}/${shownStem(stem)}` }
      groups.set(key, group)
    }
    group.files.push(file)
    group.tables.push(new CsvTable(sheet, file.bytes, file.open, limits))
  }
  return [...groups.values()].map((group) => ({
    file: group.files.length === 1 ? group.files[0].path : group.name,
    format: format === 'csv' && group.files.length > 1 ? 'csv-folder' : format,
    tables: group.tables,
    keys: 0,
    close: () => {},
  }))
}

/** `site-a_` is called `site-a`. */
function shownStem(stem: string): string {
  return stem.replace(/[ _.-]+$/, '') || stem
}
