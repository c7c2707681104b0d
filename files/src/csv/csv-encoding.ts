import { isUtf8 } from 'node:buffer'
import { isAscii } from '../xlsx/bytes.ts'

/** How the bytes of a text file spell signs. `8-bit`: UTF-8, and Windows 1252 wherever that does not fit. */
export type CsvEncoding = '8-bit' | 'utf-16le' | 'utf-16be'

const SAMPLE = 512
const windows1252 = new TextDecoder('windows-1252')

/** By byte order mark, else by where the zeros of its first ASCII letters stand. */
export function encodingOf(start: Buffer): CsvEncoding {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  let zerosAtEven = 0
  let zerosAtOdd = 0
  const length = Math.min(start.length, SAMPLE)
  for (let at = 0; at < length; at++) if (start[at] === 0) at % 2 === 0 ? zerosAtEven++ : zerosAtOdd++
  if (zerosAtOdd > length / 4 && zerosAtEven === 0) return 'utf-16le'
  if (zerosAtEven > length / 4 && zerosAtOdd === 0) return 'utf-16be'
  return '8-bit'
}

/** The same text in bytes of which ASCII ones mean ASCII, without a byte order mark: what the scanner needs. */
export async function* asciiCompatible(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let decoder: InstanceType<typeof TextDecoder> | null = null
  let isFirst = true
  for await (const chunk of chunks) {
    if (chunk.length === 0) continue
    let bytes = chunk
    if (isFirst) {
      isFirst = false
      const encoding = encodingOf(chunk)
      // The decoder drops the mark by itself.
      if (encoding !== '8-bit') decoder = new TextDecoder(encoding)
      else if (chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) bytes = chunk.subarray(3)
    }
    yield decoder === null ? bytes : Buffer.from(decoder.decode(bytes, { stream: true }))
  }
}

/**
 * One field as text. Decided field by field: a file written in an old code page is read right, and one bad field in a
 * file of UTF-8 does not spoil the others.
 */
export function fieldText(bytes: Buffer, start: number, end: number): string {
  if (isAscii(bytes, start, end)) return bytes.toString('latin1', start, end)
  const field = bytes.subarray(start, end)
  return isUtf8(field) ? field.toString('utf8') : windows1252.decode(field)
}
