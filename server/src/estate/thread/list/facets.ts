import type { VmFilter } from '@portolan/contract/vms'
import type { View } from '../view.ts'
import { listColumn } from './columns.ts'
import { columnOfFilter, conditionsOf, WORD_FILTERS } from './conditions.ts'
import { networkCodes } from './networks-of-rows.ts'

/** A filter with more values shows the most frequent. */
const MOST_VALUES = 1000

interface Value {
  readonly value: string
  readonly vms: number
}

/** For each filter its values with the number of VMs that all the other filters keep, as JSON. */
export function facetsAnswer(view: View, filter: VmFilter): string {
  const { facts, decisionRows, assessment, estate } = view
  const conditions = conditionsOf(view, filter)
  // How many filters a row fails, and which was the last: under "all but this one" a row counts that fails this one only.
  const fails = new Uint8Array(facts.count)
  const failed = new Int8Array(facts.count).fill(-1)
  for (const [index, { met }] of conditions.entries()) {
    for (let row = 0; row < facts.count; row++) {
      if (met[row] === 1) continue
      fails[row]++
      failed[row] = index
    }
  }
  const isKept = (facet: keyof VmFilter) => {
    const own = conditions.findIndex((condition) => condition.filter === facet)
    return (row: number) => fails[row] === 0 || (fails[row] === 1 && failed[row] === own)
  }

  const facets: Record<string, Value[]> = {}
  for (const facet of WORD_FILTERS) {
    const column = listColumn(view, columnOfFilter(facet))
    if (column.kind !== 'words') continue
    const keeps = isKept(facet)
    const counts = new Map<number, number>()
    for (let row = 0; row < facts.count; row++) {
      if (keeps(row)) counts.set(column.codes[row], (counts.get(column.codes[row]) ?? 0) + 1)
    }
    facets[facet] = values(counts, (code) => column.words[code])
  }
  facets.network = values(networkCounts(), (code) => estate.texts[code])
  facets.rule = ruleCounts()
  facets.excluded = excludedCounts()
  let total = 0
  for (const count of fails) if (count === 0) total++
  return JSON.stringify({ total, facets })

  function networkCounts(): Map<number, number> {
    const keeps = isKept('network')
    const counts = new Map<number, number>()
    for (let row = 0; row < facts.count; row++) {
      if (!keeps(row)) continue
      for (const code of networkCodes(estate, facts.vm[row])) counts.set(code, (counts.get(code) ?? 0) + 1)
    }
    return counts
  }

  function ruleCounts(): Value[] {
    const keeps = isKept('rule')
    return inOrder(
      assessment.findings.map(({ rule, vms }) => {
        let count = 0
        for (const vm of vms) if (keeps(vm)) count++
        return { value: rule, vms: count }
      }),
    )
  }

  function excludedCounts(): Value[] {
    const keeps = isKept('excluded')
    let kept = 0
    let excluded = 0
    for (let row = 0; row < facts.count; row++) if (keeps(row)) kept++
    for (const [row, decision] of decisionRows) if (decision.excluded && keeps(row)) excluded++
    return inOrder([
      { value: 'false', vms: kept - excluded },
      { value: 'true', vms: excluded },
    ])
  }
}

/** Codes that stand for one word are one value. */
function values(counts: ReadonlyMap<number, number>, wordOf: (code: number) => string): Value[] {
  const byWord = new Map<string, number>()
  for (const [code, vms] of counts) byWord.set(wordOf(code), (byWord.get(wordOf(code)) ?? 0) + vms)
  return inOrder([...byWord].map(([value, vms]) => ({ value, vms })))
}

function inOrder(all: readonly Value[]): Value[] {
  return all
    .filter(({ vms }) => vms > 0)
    .sort((a, b) => b.vms - a.vms || (a.value < b.value ? -1 : 1))
    .slice(0, MOST_VALUES)
}
