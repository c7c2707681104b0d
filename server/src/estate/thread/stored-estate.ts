import { gunzipSync } from 'node:zlib'
import { pack, unpack } from '@portolan/engine/inventory/pack'
import type { ImportResult } from '@portolan/engine/inventory/rvtools/sheet'
import { gzipped } from './gzipped.ts'

/**
 * An estate as bytes: gzip of the texts, parted by NUL and told by their length, and of the packed columns. Texts stand
 * apart because there are a million of them: as a list of JSON they would take most of the time of loading.
 */
const SEPARATOR = '\u0000'
const LEVEL = 1
const LENGTH_BYTES = 8

export function storeEstate({ estate, ...rest }: ImportResult): Promise<Uint8Array<ArrayBuffer>> {
  // No cell of a workbook can hold a NUL; one in a CSV is no text of anybody.
  const plain = (text: string) => (text.includes(SEPARATOR) ? text.replaceAll(SEPARATOR, '') : text)
  const texts = Buffer.from(estate.texts.map(plain).join(SEPARATOR), 'utf8')
  const head = Buffer.alloc(LENGTH_BYTES)
  head.writeUInt32LE(texts.length, 0)
  const padding = Buffer.alloc((LENGTH_BYTES - (texts.length % LENGTH_BYTES)) % LENGTH_BYTES)
  return gzipped([head, texts, padding, pack({ ...rest, estate: { ...estate, texts: [] } })], LEVEL)
}

export function restoreEstate(bytes: Uint8Array): ImportResult {
  const plain = gunzipSync(bytes)
  const length = plain.readUInt32LE(0)
  const texts = plain.toString('utf8', LENGTH_BYTES, LENGTH_BYTES + length).split(SEPARATOR)
  const at = LENGTH_BYTES + Math.ceil(length / LENGTH_BYTES) * LENGTH_BYTES
  const restored = unpack<ImportResult>(plain.subarray(at))
  return { ...restored, estate: { ...restored.estate, texts } }
}
