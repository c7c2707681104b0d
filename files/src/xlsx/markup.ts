import { BANG, GT, LT, QUESTION, SLASH, SPACE } from './bytes.ts'
import { documentType, localName } from './xml-tags.ts'

const COMMENT_END = Buffer.from('-->')
const CDATA_START = Buffer.from('<![CDATA[')
const CDATA_END = Buffer.from(']]>')
const PI_END = Buffer.from('?>')

/** Where a piece of markup that starts with `<` at `at` ends, or -1 when the bytes end first. A DTD is refused. */
export function endOfMarkup(bytes: Buffer, at: number): number {
  const next = bytes[at + 1]
  if (next === QUESTION) return endAfter(bytes, PI_END, at)
  if (next === BANG) {
    if (bytes.length - at < CDATA_START.length) return -1
    if (bytes[at + 2] === 45) return endAfter(bytes, COMMENT_END, at)
    if (bytes.compare(CDATA_START, 0, CDATA_START.length, at, at + CDATA_START.length) === 0) {
      return endAfter(bytes, CDATA_END, at)
    }
    throw documentType()
  }
  return endOfTag(bytes, at)
}

/** Where the tag that starts at `at` ends; quoted values may hold `>`. */
export function endOfTag(bytes: Buffer, at: number): number {
  let quote = 0
  for (let end = at + 1; end < bytes.length; end++) {
    const sign = bytes[end]
    if (quote !== 0) {
      if (sign === quote) quote = 0
    } else if (sign === 34 || sign === 39) quote = sign
    else if (sign === GT) return end + 1
  }
  return -1
}

/** Name of the tag at `at` as written, with its prefix; '' for anything that is no start or end tag. */
export function tagName(bytes: Buffer, at: number): string {
  let end = at + 1
  if (bytes[end] === BANG || bytes[end] === QUESTION) return ''
  if (bytes[end] === SLASH) end++
  const start = end
  while (end < bytes.length && bytes[end] > SPACE && bytes[end] !== GT && bytes[end] !== SLASH && bytes[end] !== LT)
    end++
  return bytes.toString('latin1', start, end)
}

/**
 * Finds the start tag of `name`, whatever its prefix. The answer holds the prefix with its colon and where the tag ends;
 * `null` when it is not in the bytes yet.
 */
export function findRoot(bytes: Buffer, name: string): { prefix: string; end: number; isEmpty: boolean } | null {
  let at = bytes.indexOf(LT)
  while (at >= 0) {
    const end = endOfMarkup(bytes, at)
    if (end < 0) return null
    const qualified = tagName(bytes, at)
    if (localName(qualified) === name && bytes[at + 1] !== SLASH) {
      return { prefix: qualified.slice(0, qualified.length - name.length), end, isEmpty: bytes[end - 2] === SLASH }
    }
    at = bytes.indexOf(LT, end)
  }
  return null
}

function endAfter(bytes: Buffer, mark: Buffer, from: number): number {
  const at = bytes.indexOf(mark, from)
  return at < 0 ? -1 : at + mark.length
}
