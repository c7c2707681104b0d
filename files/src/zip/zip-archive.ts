import { once } from 'node:events'
import * as yauzl from 'yauzl'
import { ExportError } from '../export-error.ts'
import type { ReadLimits } from '../read-limits.ts'
import { fileNameOf } from './entry-name.ts'
import { FileReader } from './file-reader.ts'
import { inflateEntry } from './inflate-entry.ts'
import type { ZipEntry } from './zip-entry.ts'

/** A ZIP file kept open: its entries in the order of the central directory, each readable at any time. */
export class ZipArchive {
  readonly entries: readonly ZipEntry[]
  private readonly zip: yauzl.ZipFile
  private readonly limits: ReadLimits
  private inflatedBytes = 0

  private constructor(zip: yauzl.ZipFile, entries: readonly ZipEntry[], limits: ReadLimits) {
    this.zip = zip
    this.entries = entries
    this.limits = limits
  }

  /** Reads the central directory. Throws `ExportError` for a file that is no ZIP, or a damaged one. */
  static async open(path: string, limits: ReadLimits): Promise<ZipArchive> {
    const zip = await openZip(path)
    try {
      if (zip.entryCount > limits.zipEntries) {
        throw new ExportError(
          'too_large',
          null,
          `the archive lists ${zip.entryCount} entries, and at most ${limits.zipEntries} are read; an export has about 40.`,
        )
      }
      return new ZipArchive(zip, await listEntries(zip), limits)
    } catch (error) {
      zip.close()
      throw error
    }
  }

  /** The inflated bytes of an entry, chunk by chunk, checked against its CRC and every limit. */
  async *chunks(of: ZipEntry, signal?: AbortSignal): AsyncGenerator<Buffer> {
    if (of.entry.isEncrypted()) throw encrypted(of.name)
    const deflated = await this.rawStream(of.entry)
    for await (const chunk of inflateEntry(of, deflated, this.limits)) {
      signal?.throwIfAborted()
      this.inflatedBytes += chunk.length
      if (this.inflatedBytes > this.limits.totalBytes) throw tooMuch(this.limits.totalBytes)
      yield chunk
    }
  }

  /** A small entry as one buffer. */
  async read(of: ZipEntry): Promise<Buffer> {
    const parts: Buffer[] = []
    let length = 0
    for await (const chunk of this.chunks(of)) {
      length += chunk.length
      if (length > this.limits.partBytes) throw tooMuch(this.limits.partBytes)
      parts.push(chunk)
    }
    return Buffer.concat(parts, length)
  }

  close(): void {
    this.zip.close()
  }

  private rawStream(entry: yauzl.Entry): Promise<NodeJS.ReadableStream> {
    // yauzl accepts `decompress` for deflated entries only: a stored one is raw anyway.
    const options = { decompress: entry.compressionMethod === 8 ? false : null, decrypt: null, start: null, end: null }
    return new Promise((resolve, reject) => {
      this.zip.openReadStream(entry, options, (error, stream) => (error ? reject(damaged(error)) : resolve(stream)))
    })
  }
}

async function openZip(path: string): Promise<yauzl.ZipFile> {
  const { reader, bytes } = await FileReader.open(path)
  // Names stay bytes: yauzl would refuse the whole file for one entry called `../x`, which here is only an odd key.
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false }
  return new Promise((resolve, reject) => {
    yauzl.fromRandomAccessReader(reader, bytes, options, (error, zip) => {
      if (!error) return resolve(zip)
      reader.close(() => reject(damaged(error)))
    })
  })
}

async function listEntries(zip: yauzl.ZipFile): Promise<ZipEntry[]> {
  const entries: ZipEntry[] = []
  zip.on('entry', (entry: yauzl.Entry) => {
    entries.push({ name: fileNameOf(entry), claimedBytes: entry.uncompressedSize, entry })
    zip.readEntry()
  })
  zip.readEntry()
  try {
    await once(zip, 'end')
  } catch (error) {
    throw damaged(error)
  }
  return entries
}

function damaged(error: unknown): ExportError {
  const detail = error instanceof Error ? error.message : String(error)
  return new ExportError(
    'damaged',
    null,
    `the ZIP structure is damaged or cut off (${detail}); copy or export the file again.`,
  )
}

function encrypted(name: string): ExportError {
  return new ExportError(
    'encrypted',
    null,
    `the entry "${name}" of the archive is encrypted; unpack it with its password and give the unpacked file.`,
  )
}

function tooMuch(bytes: number): ExportError {
  return new ExportError(
    'too_large',
    null,
    `the file unpacks to more than ${Math.round(bytes / 2 ** 20)} MiB, which is more than is read; export fewer VMs into one file.`,
  )
}
