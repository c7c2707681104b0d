import { sortedByDigits } from './radix-sort.ts'

/** Ids of all rows in 16 bytes each: a list of a hundred thousand texts would be ten times as large. */
const ID_BYTES = 16
const ID_DIGITS = ID_BYTES / 2
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

export function packIds(ids: readonly string[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(ids.length * ID_BYTES)
  for (const [row, id] of ids.entries()) bytes.set(bytesOf(id), row * ID_BYTES)
  return bytes
}

export function idAt(bytes: Uint8Array, row: number): string {
  let id = ''
  for (let i = 0; i < ID_BYTES; i++) {
    if (i === 4 || i === 6 || i === 8 || i === 10) id += '-'
    id += HEX[bytes[row * ID_BYTES + i]]
  }
  return id
}

export function countIds(bytes: Uint8Array): number {
  return bytes.length / ID_BYTES
}

/** Rows in ascending order of their ids. */
export function sortedIds(bytes: Uint8Array): Uint32Array {
  const count = countIds(bytes)
  const digits = new Uint16Array(count * ID_DIGITS)
  for (let row = 0; row < count; row++) {
    for (let digit = 0; digit < ID_DIGITS; digit++) {
      const at = row * ID_BYTES + (ID_DIGITS - 1 - digit) * 2
      digits[row * ID_DIGITS + digit] = (bytes[at] << 8) | bytes[at + 1]
    }
  }
  return sortedByDigits(digits, ID_DIGITS, count)
}

/** The row of an id, by halving the sorted rows; undefined where no row has it. */
export function rowOfId(bytes: Uint8Array, sorted: Uint32Array, id: string): number | undefined {
  const wanted = bytesOf(id)
  if (wanted.length !== ID_BYTES) return undefined
  let low = 0
  let high = sorted.length - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const start = sorted[middle] * ID_BYTES
    let order = 0
    for (let i = 0; i < ID_BYTES && order === 0; i++) order = bytes[start + i] - wanted[i]
    if (order === 0) return sorted[middle]
    if (order < 0) low = middle + 1
    else high = middle - 1
  }
  return undefined
}

function bytesOf(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex')
}
