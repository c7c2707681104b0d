import type { Paint, Tone } from './palette.ts'

export interface BarPart {
  readonly value: number
  readonly tone: Tone
  /** Block for a screen without colour: shares must be told apart by shape alone. */
  readonly block: string
}

/**
 * A bar of `width` blocks shared out by value. Every part that is not zero gets a block; the rest goes by the largest
 * remainder, so the blocks always add up to the width.
 */
export function bar(parts: readonly BarPart[], width: number, paint: Paint, coloured: boolean): string {
  const counts = shareOut(
    parts.map((part) => part.value),
    width,
  )
  return parts.map((part, i) => paint(part.tone, (coloured ? '█' : part.block).repeat(counts[i]))).join('')
}

export function shareOut(values: readonly number[], width: number): number[] {
  const total = values.reduce((sum, value) => sum + value, 0)
  if (total === 0) return values.map(() => 0)
  const exact = values.map((value) => (value / total) * width)
  const counts = exact.map((share, i) => (values[i] > 0 ? Math.max(1, Math.floor(share)) : 0))
  const byRemainder = exact
    .map((share, i) => ({ i, remainder: share - Math.floor(share) }))
    .filter(({ i }) => values[i] > 0)
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i)
  let left = width - counts.reduce((sum, count) => sum + count, 0)
  for (let k = 0; left > 0; k = (k + 1) % byRemainder.length, left--) counts[byRemainder[k].i]++
  while (left < 0) {
    const widest = counts.indexOf(Math.max(...counts))
    if (counts[widest] <= 1) break
    counts[widest]--
    left++
  }
  return counts
}
