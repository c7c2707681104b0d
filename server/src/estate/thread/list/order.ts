import type { View } from '../view.ts'
import { type ColumnName, isColumn, type ListColumn, listColumn, memoryOf } from './columns.ts'
import { InvalidSort } from './invalid.ts'

/** Above the number of rows of any estate, below what a number holds exactly together with a rank. */
const ROWS = 2 ** 21

/** Rows in ascending order, and the rank of each place: equal ranks are ties. */
interface Ascending {
  readonly rows: Uint32Array
  readonly ranks: Uint32Array
}

/**
 * All rows in the order of a column, ascending or descending; what is not known comes last either way, ties stand in
 * canonical order. Made once per column: every page of a list, under any filter, is cut out of it.
 */
export function rowsInOrder(view: View, sort: string): Uint32Array {
  const isDown = sort.startsWith('-')
  const name = isDown ? sort.slice(1) : sort
  if (!isColumn(name)) throw new InvalidSort(sort)
  const up = remembered(memoryOf(view, name), `order ${name}`, () => ascending(view, name))
  return isDown ? remembered(memoryOf(view, name), `order -${name}`, () => descending(up)) : up.rows
}

function remembered<T>(memory: Map<string, unknown>, key: string, make: () => T): T {
  const known = memory.get(key) as T | undefined
  if (known !== undefined) return known
  const made = make()
  memory.set(key, made)
  return made
}

function ascending(view: View, name: ColumnName): Ascending {
  const { count } = view.facts
  const ranks = ranksOf(listColumn(view, name), count)
  // Numbers sort natively, objects and comparators do not: the rank and the row become one number.
  const keys = new Float64Array(count)
  for (let row = 0; row < count; row++) keys[row] = ranks[row] * ROWS + row
  keys.sort()
  return {
    rows: Uint32Array.from(keys, (key) => key % ROWS),
    ranks: Uint32Array.from(keys, (key) => Math.floor(key / ROWS)),
  }
}

/** Runs of ties change places; the rows within a run keep theirs, and so does the run of what is not known. */
function descending({ rows, ranks }: Ascending): Uint32Array {
  const down = new Uint32Array(rows.length)
  let known = rows.length
  while (known > 0 && ranks[known - 1] === UNKNOWN) known--
  let at = 0
  for (let end = known; end > 0; ) {
    let start = end - 1
    while (start > 0 && ranks[start - 1] === ranks[start]) start--
    for (let i = start; i < end; i++) down[at++] = rows[i]
    end = start
  }
  down.set(rows.subarray(known), known)
  return down
}

/** Comes after every rank. */
const UNKNOWN = 2 ** 31

function ranksOf(column: ListColumn, count: number): ArrayLike<number> {
  switch (column.kind) {
    case 'ids':
      return new Uint8Array(count)
    case 'flags':
      return column.values
    case 'words':
      return column.isOrdered ? column.codes : ranksOfWords(column.codes, column.words, count)
    case 'numbers':
    case 'instants':
      return ranksOfNumbers(column.values, count)
  }
}

function ranksOfNumbers(values: ArrayLike<number>, count: number): Float64Array {
  const sorted = Float64Array.from(values).sort()
  // NaN sorts behind everything; distinct values keep the first place they hold.
  let known = count
  while (known > 0 && Number.isNaN(sorted[known - 1])) known--
  const ranks = new Float64Array(count)
  for (let row = 0; row < count; row++) {
    const value = values[row]
    ranks[row] = Number.isNaN(value) ? UNKNOWN : firstPlace(sorted, known, value)
  }
  return ranks
}

function firstPlace(sorted: Float64Array, known: number, value: number): number {
  let low = 0
  let high = known
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle] < value) low = middle + 1
    else high = middle
  }
  return low
}

/** Words without regard to case, then by code units; no word at all comes last. */
function ranksOfWords(codes: ArrayLike<number>, words: readonly string[], count: number): Float64Array {
  const seen = new Set<number>()
  for (let row = 0; row < count; row++) seen.add(codes[row])
  const folded = new Map<number, string>()
  for (const code of seen) folded.set(code, words[code].toLowerCase())
  const inOrder = [...seen].sort((a, b) => compare(folded.get(a)!, folded.get(b)!) || compare(words[a], words[b]))
  const rankOfCode = new Map<number, number>()
  let rank = 0
  for (const [place, code] of inOrder.entries()) {
    // Several codes may stand for one word: tenants of one name in several org VDCs.
    if (place > 0 && words[code] !== words[inOrder[place - 1]]) rank = place
    rankOfCode.set(code, words[code] === '' ? UNKNOWN : rank)
  }
  const ranks = new Float64Array(count)
  for (let row = 0; row < count; row++) ranks[row] = rankOfCode.get(codes[row])!
  return ranks
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
