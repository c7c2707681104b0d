import type { VmFilter } from '@portolan/contract/vms'
import { lately } from '../remembered.ts'
import type { View } from '../view.ts'
import { columnOfFilter, conditionsOf, WORD_FILTERS } from './conditions.ts'
import { distinctWords } from './distinct.ts'
import { filterKey } from './kept.ts'
import { networksByRow } from './networks-of-rows.ts'

/** A filter with more values shows the most frequent. */
const MOST_VALUES = 1000
/** Answers that were last asked for. */
const REMEMBERED = 8

interface Value {
  readonly value: string
  readonly vms: number
}

/** For each filter its values with the number of VMs that all the other filters keep, as JSON. */
export function facetsAnswer(view: View, filter: VmFilter): string {
  return lately(view, 'facets', REMEMBERED, filterKey(filter), () => JSON.stringify(facets(view, filter)))
}

function facets(view: View, filter: VmFilter): { total: number; facets: Record<string, Value[]> } {
  const { facts, decisionRows, assessment } = view
  const kept = keptUnderOthers(view, filter)
  const found: Record<string, Value[]> = {}
  for (const facet of WORD_FILTERS) {
    const words = distinctWords(view, columnOfFilter(facet))
    if (words === null) continue
    found[facet] = valuesOf(counted(words.of, kept.under(facet), words.values.length), words.values)
  }
  const networks = networksByRow(view)
  found.network = valuesOf(networkCounts(kept.under('network')), networks.values)
  const rules = assessment.findings.map(({ vms }) => countOf(vms, kept.under('rule')))
  found.rule = valuesOf(
    rules,
    assessment.findings.map(({ rule }) => rule),
  )
  found.excluded = valuesOf(excludedCounts(kept.under('excluded')), ['false', 'true'])
  return { total: sum(kept.all), facets: found }

  function networkCounts(met: Uint8Array): Uint32Array {
    const { start, of, values } = networks
    const counts = new Uint32Array(values.length)
    for (let row = 0; row < facts.count; row++) {
      if (met[row] === 1) for (let i = start[row]; i < start[row + 1]; i++) counts[of[i]]++
    }
    return counts
  }

  function excludedCounts(met: Uint8Array): number[] {
    let excluded = 0
    for (const [row, decision] of decisionRows) if (decision.excluded) excluded += met[row]
    return [sum(met) - excluded, excluded]
  }
}

interface KeptUnderOthers {
  /** Rows that every filter keeps. */
  readonly all: Uint8Array
  /** Rows that all filters but one keep. */
  under(facet: keyof VmFilter): Uint8Array
}

function keptUnderOthers(view: View, filter: VmFilter): KeptUnderOthers {
  const { count } = view.facts
  const conditions = conditionsOf(view, filter)
  // How many filters a row fails, and the sum of their numbers: a row that fails one filter alone fails that one.
  const fails = new Uint8Array(count)
  const failed = new Uint16Array(count)
  for (const [index, { met }] of conditions.entries()) {
    for (let row = 0; row < count; row++) {
      fails[row] += 1 - met[row]
      failed[row] += (1 - met[row]) * index
    }
  }
  const all = new Uint8Array(count)
  for (let row = 0; row < count; row++) all[row] = fails[row] === 0 ? 1 : 0
  return {
    all,
    under(facet) {
      const own = conditions.findIndex((condition) => condition.filter === facet)
      if (own < 0) return all
      const met = all.slice()
      for (let row = 0; row < count; row++) if (fails[row] === 1 && failed[row] === own) met[row] = 1
      return met
    },
  }
}

function counted(of: Uint32Array, met: Uint8Array, kinds: number): Uint32Array {
  const counts = new Uint32Array(kinds)
  for (let row = 0; row < of.length; row++) counts[of[row]] += met[row]
  return counts
}

function countOf(rows: Uint32Array, met: Uint8Array): number {
  let count = 0
  for (const row of rows) count += met[row]
  return count
}

function sum(met: Uint8Array): number {
  let total = 0
  for (const one of met) total += one
  return total
}

/** Values that occur, most frequent first. */
function valuesOf(counts: ArrayLike<number>, values: readonly string[]): Value[] {
  return values
    .map((value, index) => ({ value, vms: counts[index] }))
    .filter(({ vms }) => vms > 0)
    .sort((a, b) => b.vms - a.vms || (a.value < b.value ? -1 : 1))
    .slice(0, MOST_VALUES)
}
