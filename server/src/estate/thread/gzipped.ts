import { createGzip } from 'node:zlib'

/** gzip of pieces one after another, without ever holding them as one; several run side by side. */
export async function gzipped(pieces: readonly Uint8Array[], level: number): Promise<Uint8Array<ArrayBuffer>> {
  const gzip = createGzip({ level, chunkSize: CHUNK })
  const chunks: Buffer[] = []
  gzip.on('data', (chunk: Buffer) => chunks.push(chunk))
  const done = new Promise<void>((resolve, reject) => gzip.on('end', resolve).on('error', reject))
  for (const piece of pieces) gzip.write(piece)
  gzip.end()
  await done
  return new Uint8Array(Buffer.concat(chunks))
}

const CHUNK = 1 << 20
