/**
 * Columns as bytes and back: for storing an estate and for sending facts to a browser.
 *
 * The layout: 4 bytes length of the header, the header (JSON of the value in which each typed array, NaN, Set and Map is a
 * tagged object), padding to 8 bytes, then the arrays one after another, each padded to 8 bytes. Numbers are little-endian,
 * as every machine that runs this is.
 */

const ARRAYS = {
  i8: Int8Array,
  u8: Uint8Array,
  u16: Uint16Array,
  i32: Int32Array,
  u32: Uint32Array,
  f64: Float64Array,
} as const
type ArrayKind = keyof typeof ARRAYS
type TypedArray = InstanceType<(typeof ARRAYS)[ArrayKind]>

const TAG = '\u0000'
const ALIGN = 8
const HEADER_LENGTH_BYTES = 4

/** The bytes of a value made of plain objects, arrays, texts, numbers, booleans, null, Sets, Maps and typed arrays. */
export function pack(value: unknown): Uint8Array {
  const columns: TypedArray[] = []
  let tail = 0
  const header = JSON.stringify(value, function replace(this: Record<string, unknown>, key: string) {
    const it = this[key]
    if (typeof it === 'number' && !Number.isFinite(it)) return { [TAG]: String(it) }
    if (it instanceof Set) return { [TAG]: 'set', of: [...it] }
    if (it instanceof Map) return { [TAG]: 'map', of: [...it] }
    const kind = kindOf(it)
    if (!kind) return it
    const column = it as TypedArray
    const tagged = { [TAG]: kind, at: tail, length: column.length }
    columns.push(column)
    tail += padded(column.byteLength)
    return tagged
  })
  const text = encodeUtf8(header)
  const start = padded(HEADER_LENGTH_BYTES + text.length)
  const bytes = new Uint8Array(start + tail)
  new DataView(bytes.buffer).setUint32(0, text.length, true)
  bytes.set(text, HEADER_LENGTH_BYTES)
  let at = start
  for (const column of columns) {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at)
    at += padded(column.byteLength)
  }
  return bytes
}

/**
 * The value that `pack` was given. Columns are views of `bytes` where its alignment allows it, so do not change those
 * bytes afterwards.
 *
 * @throws RangeError when the bytes are cut short or no packed value
 */
export function unpack<T>(bytes: Uint8Array): T {
  const aligned = bytes.byteOffset % ALIGN === 0 ? bytes : bytes.slice()
  if (aligned.length < HEADER_LENGTH_BYTES) throw new RangeError('Packed columns are cut short')
  const length = new DataView(aligned.buffer, aligned.byteOffset).getUint32(0, true)
  if (HEADER_LENGTH_BYTES + length > aligned.length) throw new RangeError('Packed columns are cut short')
  const header = decodeUtf8(aligned.subarray(HEADER_LENGTH_BYTES, HEADER_LENGTH_BYTES + length))
  const start = padded(HEADER_LENGTH_BYTES + length)
  return JSON.parse(header, (_, it: unknown) => {
    if (it === null || typeof it !== 'object' || !(TAG in it)) return it
    const tagged = it as { [TAG]: string; at: number; length: number; of: unknown[] }
    const tag = tagged[TAG]
    if (tag === 'set') return new Set(tagged.of)
    if (tag === 'map') return new Map(tagged.of as [unknown, unknown][])
    if (!(tag in ARRAYS)) return Number(tag)
    const Column = ARRAYS[tag as ArrayKind]
    const from = start + tagged.at
    if (from + tagged.length * Column.BYTES_PER_ELEMENT > aligned.length)
      throw new RangeError('Packed columns are cut short')
    return new Column(aligned.buffer as ArrayBuffer, aligned.byteOffset + from, tagged.length)
  }) as T
}

function kindOf(value: unknown): ArrayKind | null {
  if (!ArrayBuffer.isView(value)) return null
  for (const kind of Object.keys(ARRAYS) as ArrayKind[]) if (value instanceof ARRAYS[kind]) return kind
  throw new TypeError('Only the array types of the estate can be packed')
}

const padded = (length: number): number => Math.ceil(length / ALIGN) * ALIGN

/** The engine has neither Node nor DOM types, so it brings its own UTF-8; lone surrogates become U+FFFD as everywhere. */
function encodeUtf8(text: string): Uint8Array {
  let out = new Uint8Array(text.length + (text.length >> 2) + 16)
  let at = 0
  for (let i = 0; i < text.length; i++) {
    if (at + 4 > out.length) {
      const larger = new Uint8Array(out.length * 2)
      larger.set(out)
      out = larger
    }
    let code = text.charCodeAt(i)
    if (code < 0x80) {
      out[at++] = code
      continue
    }
    if (code >= 0xd800 && code <= 0xdfff) {
      const next = code < 0xdc00 && i + 1 < text.length ? text.charCodeAt(i + 1) : 0
      if (next >= 0xdc00 && next <= 0xdfff) {
        code = 0x10000 + ((code - 0xd800) << 10) + (next - 0xdc00)
        i++
      } else {
        code = 0xfffd
      }
    }
    if (code < 0x800) {
      out[at++] = 0xc0 | (code >> 6)
    } else {
      if (code < 0x10000) {
        out[at++] = 0xe0 | (code >> 12)
      } else {
        out[at++] = 0xf0 | (code >> 18)
        out[at++] = 0x80 | ((code >> 12) & 0x3f)
      }
      out[at++] = 0x80 | ((code >> 6) & 0x3f)
    }
    out[at++] = 0x80 | (code & 0x3f)
  }
  return out.subarray(0, at)
}

const PIECE = 8192

function decodeUtf8(bytes: Uint8Array): string {
  const pieces: string[] = []
  let units: number[] = []
  for (let i = 0; i < bytes.length; ) {
    const first = bytes[i++]
    if (first < 0x80) {
      units.push(first)
    } else if (first < 0xe0) {
      units.push(((first & 0x1f) << 6) | (bytes[i++] & 0x3f))
    } else if (first < 0xf0) {
      units.push(((first & 0x0f) << 12) | ((bytes[i++] & 0x3f) << 6) | (bytes[i++] & 0x3f))
    } else {
      const code =
        (((first & 0x07) << 18) | ((bytes[i++] & 0x3f) << 12) | ((bytes[i++] & 0x3f) << 6) | (bytes[i++] & 0x3f)) -
        0x10000
      units.push(0xd800 + (code >> 10), 0xdc00 + (code & 0x3ff))
    }
    if (units.length >= PIECE) {
      pieces.push(String.fromCharCode(...units))
      units = []
    }
  }
  pieces.push(String.fromCharCode(...units))
  return pieces.join('')
}
