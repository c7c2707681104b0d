import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'

/** Days of an archive are those of its making unless they are fixed; nobody reads them here. */
const NO_DAY = new Date(Date.UTC(1980, 0, 1))

/** Puts the files of one folder into an archive beside it and removes the folder; the path of the archive. */
export async function zipFiles(paths: readonly string[]): Promise<string> {
  const folder = dirname(paths[0])
  const archive = new ZipFile()
  for (const path of paths) archive.addFile(path, `${basename(folder)}/${basename(path)}`, { mtime: NO_DAY })
  archive.end()
  await pipeline(archive.outputStream, createWriteStream(`${folder}.zip`))
  await rm(folder, { recursive: true })
  return `${folder}.zip`
}
