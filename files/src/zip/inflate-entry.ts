import { pipeline, Transform } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { ExportError } from '../export-error.ts'
import type { ReadLimits } from '../read-limits.ts'
import type { ZipEntry } from './zip-entry.ts'

const STORED = 0
const DEFLATED = 8
/** Each chunk costs a change of threads, so they are large; larger ones gained nothing more. */
const CHUNK_BYTES = 2 ** 20
/** Chunks that wait while one is scanned: inflating runs on another thread and should never pause for the scanner. */
const CHUNKS_AHEAD = 4

/**
 * Inflates one entry. Throws `ExportError` for a bomb as soon as it unfolds, for bytes that do not inflate, and at the
 * end when size or CRC are not what the archive promised.
 */
export async function* inflateEntry(
  of: ZipEntry,
  deflated: NodeJS.ReadableStream,
  limits: ReadLimits,
): AsyncGenerator<Buffer> {
  const { entry, name } = of
  const most = Math.max(limits.ratioFloorBytes, entry.compressedSize * limits.ratio)
  let length = 0
  let crc = 0
  const plain = inflater(of)
  // The error of either stream ends the loop below; nobody else needs to hear of it.
  pipeline(deflated, plain, () => {})
  try {
    for await (const chunk of plain as AsyncIterable<Buffer>) {
      length += chunk.length
      if (length > most) throw bomb(name, limits.ratio)
      crc = crc32(chunk, crc)
      yield chunk
    }
  } catch (error) {
    if (error instanceof ExportError) throw error
    throw damaged(name, error instanceof Error ? error.message : String(error))
  } finally {
    plain.destroy()
  }
  if (length !== entry.uncompressedSize)
    throw damaged(name, `${entry.uncompressedSize} bytes promised, ${length} found`)
  if (crc !== entry.crc32) throw damaged(name, 'its checksum is wrong')
}

function inflater({ entry, name }: ZipEntry): Transform {
  // Object mode hands chunks on as they came; in byte mode waiting ones would be copied into one.
  const ahead = { readableObjectMode: true, readableHighWaterMark: CHUNKS_AHEAD }
  if (entry.compressionMethod === DEFLATED) return createInflateRaw({ chunkSize: CHUNK_BYTES, ...ahead })
  if (entry.compressionMethod === STORED) {
    return new Transform({ ...ahead, transform: (chunk, _encoding, done) => done(null, chunk) })
  }
  throw new ExportError(
    'damaged',
    null,
    `the entry "${name}" is compressed by method ${entry.compressionMethod}, and spreadsheets use 8 (deflate); save the file again.`,
  )
}

function bomb(name: string, ratio: number): ExportError {
  return new ExportError(
    'zip_bomb',
    null,
    `the part "${name}" unpacks to more than ${ratio} times its size, as a zip bomb does and no export; it was not read.`,
  )
}

function damaged(name: string, detail: string): ExportError {
  return new ExportError(
    'damaged',
    null,
    `the part "${name}" is damaged or cut off (${detail}); copy or export the file again.`,
  )
}
