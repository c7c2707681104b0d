import { createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm, rmdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

let serial = 0

/**
 * Files that appear together or not at all. Each is written to a hidden sibling first; `publish` moves them to their names
 * when all are complete, `discard` leaves the folder as it was. A file is never seen half written: a rename replaces the
 * old one in one step, and the bytes are on the disk before.
 */
export class AtomicFiles {
  private readonly staged: { readonly temporary: string; readonly path: string }[] = []
  private readonly madeFolders: string[] = []

  /** Where to write what will be `path`. Makes the folder; says so when a file stands in its place. */
  async add(path: string): Promise<string> {
    await this.makeFolder(dirname(path))
    const place = await stat(path).catch(() => null)
    if (place?.isDirectory())
      throw new OutputError(`${path} is a folder; a report of that name cannot be written there.`)
    const temporary = join(dirname(path), `.${basename(path)}.${process.pid}-${++serial}.tmp`)
    this.staged.push({ temporary, path })
    return temporary
  }

  /** Writes text as it is made. */
  async write(path: string, pieces: Iterable<string>, signal?: AbortSignal): Promise<void> {
    const temporary = await this.add(path)
    await pipeline(Readable.from(encoded(pieces), { objectMode: false }), createWriteStream(temporary), { signal })
  }

  /** Moves all files to their names, replacing those of an earlier run. */
  async publish(): Promise<void> {
    for (const { temporary } of this.staged) await flush(temporary)
    for (const { temporary, path } of this.staged) await rename(temporary, path)
  }

  /** Removes what was not published, and folders that were made for it. */
  async discard(): Promise<void> {
    for (const { temporary } of this.staged) await rm(temporary, { force: true })
    // A folder that somebody else has put something into meanwhile stays.
    for (const folder of this.madeFolders.reverse()) await rmdir(folder).catch(() => undefined)
  }

  private async makeFolder(folder: string): Promise<void> {
    const place = await stat(folder).catch(() => null)
    if (place?.isDirectory()) return
    if (place) throw new OutputError(`${folder} is a file; reports need a folder.`)
    const parent = dirname(folder)
    if (parent !== folder) await this.makeFolder(parent)
    await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return
      throw new OutputError(`The folder ${folder} cannot be made: ${error.message}.`)
    })
    this.madeFolders.push(folder)
  }
}

/** Reports cannot be written where they were asked for; one sentence for the person who asked. */
export class OutputError extends Error {
  override readonly name = 'OutputError'
}

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

function* encoded(pieces: Iterable<string>): Generator<Buffer> {
  for (const piece of pieces) yield Buffer.from(piece, 'utf8')
}
