import { sortedByNumber } from '../radix-sort.ts'
import { remembered } from '../remembered.ts'
import type { View } from '../view.ts'
import { type ColumnName, isColumn, listColumn, ownerOf } from './columns.ts'
import { type Distinct, distinctWords } from './distinct.ts'
import { InvalidSort } from './invalid.ts'

/** Rows in ascending order, those of equal values in runs; behind the last run stands what is not known. */
interface Ascending {
  readonly rows: Uint32Array
  /** Where each run begins, and where the last ends. */
  readonly starts: Uint32Array
}

/**
 * All rows in the order of a column, ascending or descending; what is not known comes last either way, ties stand in
 * canonical order. Made once per column and as long as the column stays the same: every page of a list, under any filter,
 * is cut out of it.
 */
export function rowsInOrder(view: View, sort: string): Uint32Array {
  const isDown = sort.startsWith('-')
  const name = isDown ? sort.slice(1) : sort
  if (!isColumn(name)) throw new InvalidSort(sort)
  const owner = ownerOf(view, name)
  const up = remembered(owner, `order ${name}`, () => ascending(view, name))
  return isDown ? remembered(owner, `order -${name}`, () => descending(up)) : up.rows
}

function ascending(view: View, name: ColumnName): Ascending {
  const { count } = view.facts
  const column = listColumn(view, name)
  switch (column.kind) {
    case 'ids': {
      const rows = view.snapshot.rowsById()
      return { rows, starts: Uint32Array.from({ length: count + 1 }, (_, row) => row) }
    }
    case 'flags':
      return byRank(column.values, 2, count)
    case 'words': {
      if (column.isOrdered) return byRank(column.codes, column.words.length, count)
      const { of, ranks, known } = rankedWords(distinctWords(view, name)!)
      const rankOfRow = new Uint32Array(count)
      for (let row = 0; row < count; row++) rankOfRow[row] = ranks[of[row]]
      return byRank(rankOfRow, known, count)
    }
    case 'numbers':
    case 'instants':
      return byNumber(column.values)
  }
}

/** Counting sort: stable, and in linear time. Rows of rank `known` and above are not known. */
function byRank(ranks: ArrayLike<number>, known: number, count: number): Ascending {
  const next = new Uint32Array(known + 1)
  for (let row = 0; row < count; row++) next[Math.min(ranks[row], known)]++
  let at = 0
  for (let rank = 0; rank <= known; rank++) {
    const rows = next[rank]
    next[rank] = at
    at += rows
  }
  const starts = next.slice()
  const rows = new Uint32Array(count)
  for (let row = 0; row < count; row++) rows[next[Math.min(ranks[row], known)]++] = row
  return { rows, starts }
}

function byNumber(values: ArrayLike<number>): Ascending {
  const { rows, known } = sortedByNumber(values)
  const starts = new Uint32Array(known + 1)
  let runs = 0
  for (let i = 0; i < known; i++) if (i === 0 || values[rows[i]] !== values[rows[i - 1]]) starts[runs++] = i
  starts[runs] = known
  return { rows, starts: starts.slice(0, runs + 1) }
}

/** Runs change places; the rows within a run keep theirs, and so does what is not known. */
function descending({ rows, starts }: Ascending): Uint32Array {
  const down = new Uint32Array(rows.length)
  const known = starts[starts.length - 1]
  let at = 0
  for (let run = starts.length - 2; run >= 0; run--) {
    for (let i = starts[run]; i < starts[run + 1]; i++) down[at++] = rows[i]
  }
  down.set(rows.subarray(known), known)
  return down
}

/** Words without regard to case, then by code units; no word at all is not known. */
function rankedWords({ of, values }: Distinct): { of: Uint32Array; ranks: Uint32Array; known: number } {
  const folded = values.map((word) => word.toLowerCase())
  const inOrder = values.flatMap((word, index) => (word === '' ? [] : [index]))
  inOrder.sort((a, b) => compare(folded[a], folded[b]) || compare(values[a], values[b]))
  const ranks = new Uint32Array(values.length).fill(inOrder.length)
  for (const [rank, index] of inOrder.entries()) ranks[index] = rank
  return { of, ranks, known: inOrder.length }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
