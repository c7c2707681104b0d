import type { VmFilter } from '@portolan/contract/vms'
import { lately, remembered } from '../remembered.ts'
import type { View } from '../view.ts'
import { listColumn } from './columns.ts'
import { type Condition, conditionsOf } from './conditions.ts'

/** Filters that were last asked for: a scroll bar asks for one after another piece of the same. */
const REMEMBERED = 32

export const SUMMED = ['vcpus', 'memoryGiB', 'diskCapacityGiB', 'usedGiB', 'copyHours', 'downtimeHours'] as const
export type Sums = Record<(typeof SUMMED)[number], number>

/** What a filter keeps. */
export interface Kept {
  /** By row; null where everything is kept. */
  readonly met: Uint8Array | null
  readonly total: number
  readonly sums: Sums
}

export function keptBy(view: View, filter: VmFilter): Kept {
  return lately(view, 'kept', REMEMBERED, filterKey(filter), () => {
    const conditions = conditionsOf(view, filter)
    return conditions.length === 0 ? everything(view) : kept(view, conditions)
  })
}

/** Rows that a filter keeps, in canonical order. */
export function rowsOf(view: View, filter: VmFilter): Uint32Array {
  const { met, total } = keptBy(view, filter)
  const rows = new Uint32Array(total)
  let at = 0
  for (let row = 0; at < total; row++) if (met === null || met[row] === 1) rows[at++] = row
  return rows
}

/** One text for one filter, however its parts are ordered. */
export function filterKey(filter: VmFilter): string {
  return JSON.stringify(Object.entries(filter).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** No decision changes what is summed: made once for a plan. */
function everything(view: View): Kept {
  return remembered(view.judged, 'everything', () => ({
    met: null,
    total: view.facts.count,
    sums: sumsOf(view, null),
  }))
}

function kept(view: View, [first, ...others]: readonly Condition[]): Kept {
  // The first is this filter's own: nobody else holds it.
  const { met } = first
  for (const other of others) for (let row = 0; row < met.length; row++) met[row] &= other.met[row]
  let total = 0
  for (let row = 0; row < met.length; row++) total += met[row]
  return { met, total, sums: sumsOf(view, met) }
}

/** In canonical order, whatever the list is sorted by, so that the same VMs have the same sums. What nobody knows adds nothing. */
function sumsOf(view: View, met: Uint8Array | null): Sums {
  const sums = {} as Sums
  for (const name of SUMMED) {
    const column = listColumn(view, name)
    let sum = 0
    if (column.kind === 'numbers') {
      const { values } = column
      for (let row = 0; row < values.length; row++) {
        if ((met === null || met[row] === 1) && !Number.isNaN(values[row])) sum += values[row]
      }
    }
    sums[name] = sum
  }
  return sums
}
