/** Ids of all rows in 16 bytes each: a list of a hundred thousand texts would be ten times as large. */
const ID_BYTES = 16
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

export function packIds(ids: readonly string[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(ids.length * ID_BYTES)
  for (const [row, id] of ids.entries()) {
    bytes.set(Buffer.from(id.replaceAll('-', ''), 'hex'), row * ID_BYTES)
  }
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
