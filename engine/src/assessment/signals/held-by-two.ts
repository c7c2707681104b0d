import type { PartsOfVms } from '../../inventory/estate.ts'

const NOBODY = -1
/** Codes stay far below this, so that a group and a code make an exact integer. */
const CODES = 2 ** 32

/**
 * Parts whose text a part of another VM carries too: 1 per such part. Code 0 is no text. Parts of different groups (of
 * two vCenters, say) have nothing to do with each other. Linear, whatever the file holds: nearly every text is in one
 * group only and costs one array access.
 */
export function heldByTwoVms(
  parts: PartsOfVms,
  texts: readonly string[],
  codeOf: (part: number) => number,
  groupOf: (part: number) => number,
): Uint8Array {
  const firstOfCode = new Int32Array(texts.length).fill(NOBODY)
  const firstOfOthers = new Map<number, number>()
  const firstLike = (part: number): number => {
    const code = codeOf(part)
    const first = firstOfCode[code]
    if (first === NOBODY) firstOfCode[code] = part
    else if (groupOf(first) !== groupOf(part)) {
      const key = groupOf(part) * CODES + code
      if (!firstOfOthers.has(key)) firstOfOthers.set(key, part)
      return firstOfOthers.get(key)!
    }
    return firstOfCode[code]
  }

  const isHeld = new Uint8Array(parts.count)
  for (let part = 0; part < parts.count; part++) {
    if (codeOf(part) === 0) continue
    const first = firstLike(part)
    if (parts.vm[first] !== parts.vm[part]) isHeld[part] = isHeld[first] = 1
  }
  // A second part of the first VM shares the fate of its first one.
  for (let part = 0; part < parts.count; part++) if (codeOf(part) !== 0) isHeld[part] |= isHeld[firstLike(part)]
  return isHeld
}
