/** Edits that a typing mistake is made of; more and it is another word. */
const MOST_EDITS = 3

/**
 * The candidates closest to what was typed, nearest first: those that contain it (or are contained), then those a few
 * typing mistakes away. Case, blanks, dashes and underscores do not count: `working_hours` finds `workingHours`.
 */
export function nearest(typed: string, candidates: Iterable<string>, limit: number): string[] {
  const wanted = folded(typed)
  if (wanted === '') return []
  const scored: { candidate: string; score: number }[] = []
  for (const candidate of candidates) {
    const score = distance(wanted, folded(candidate))
    if (score <= Math.min(MOST_EDITS, wanted.length / 2)) scored.push({ candidate, score })
  }
  scored.sort((a, b) => a.score - b.score || (a.candidate < b.candidate ? -1 : a.candidate > b.candidate ? 1 : 0))
  return [...new Set(scored.map(({ candidate }) => candidate))].slice(0, limit)
}

function folded(text: string): string {
  return text.toLowerCase().replace(/[\s_-]+/g, '')
}

/** Below 1 for a text inside the other, by how much is left over; else the number of edits. */
function distance(wanted: string, candidate: string): number {
  if (wanted === candidate) return 0
  if (wanted.length >= 3 && candidate.includes(wanted)) return 1 - wanted.length / candidate.length
  if (candidate.length >= 3 && wanted.includes(candidate)) return 1 - candidate.length / wanted.length
  if (Math.abs(wanted.length - candidate.length) > MOST_EDITS) return Number.POSITIVE_INFINITY
  return edits(wanted, candidate)
}

/** Optimal string alignment: insertions, deletions, replacements and swapped neighbours. */
function edits(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1]
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (isSame ? 0 : 1))
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (isSwap) row[j] = Math.min(row[j], beforeLast[j - 2] + 1)
    }
    beforeLast = last
    last = row
  }
  return last[b.length]
}
