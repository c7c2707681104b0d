import { VM_COLUMNS, type VmFilter } from '@portolan/contract/vms'
import type { Ops } from '../../ops.ts'
import type { View } from '../view.ts'
import { isColumn, listColumn, rowAt } from './columns.ts'
import { type Condition, conditionsOf } from './conditions.ts'
import { InvalidField } from './invalid.ts'
import { rowsInOrder } from './order.ts'

/** Lists that were last asked for: a scroll bar asks for one after another piece of the same. */
const REMEMBERED = 16

const SUMMED = ['vcpus', 'memoryGiB', 'diskCapacityGiB', 'usedGiB', 'copyHours', 'downtimeHours'] as const
type Sums = Record<(typeof SUMMED)[number], number>

interface Listed {
  readonly rows: Uint32Array
  readonly sums: Sums
}

/** A piece of the VM table, as JSON. */
export function listAnswer(view: View, input: Ops['list']['input']): string {
  const { filter, sort, offset, limit, fields } = input
  for (const field of fields ?? []) if (!isColumn(field)) throw new InvalidField(field)
  const names = (fields?.filter(isColumn) ?? VM_COLUMNS) as typeof VM_COLUMNS
  const { rows, sums } = listed(view, filter, sort)
  const shown: unknown[] = []
  for (let at = offset; at < Math.min(rows.length, offset + limit); at++) shown.push(rowAt(view, names, rows[at]))
  return JSON.stringify({ rows: shown, offset, total: rows.length, sums })
}

/** Rows that a filter keeps, in canonical order. */
export function rowsOf(view: View, filter: VmFilter): Uint32Array {
  const met = all(conditionsOf(view, filter), view.facts.count)
  const rows = new Uint32Array(view.facts.count)
  let kept = 0
  for (let row = 0; row < rows.length; row++) if (met[row] === 1) rows[kept++] = row
  return rows.slice(0, kept)
}

function listed(view: View, filter: VmFilter, sort: string): Listed {
  const remembered = (view.memory.get('lists') as Map<string, Listed> | undefined) ?? new Map<string, Listed>()
  view.memory.set('lists', remembered)
  const key = JSON.stringify([sort, Object.entries(filter).sort()])
  const found = remembered.get(key)
  if (found) {
    remembered.delete(key)
    remembered.set(key, found)
    return found
  }
  const made = make(view, filter, sort)
  remembered.set(key, made)
  if (remembered.size > REMEMBERED) remembered.delete(remembered.keys().next().value!)
  return made
}

function make(view: View, filter: VmFilter, sort: string): Listed {
  const order = rowsInOrder(view, sort)
  const conditions = conditionsOf(view, filter)
  if (conditions.length === 0) return { rows: order, sums: sumsOf(view, order) }
  const met = all(conditions, order.length)
  const rows = new Uint32Array(order.length)
  let kept = 0
  for (const row of order) if (met[row] === 1) rows[kept++] = row
  const kepts = rows.slice(0, kept)
  return { rows: kepts, sums: sumsOf(view, kepts) }
}

function all(conditions: readonly Condition[], count: number): Uint8Array {
  const met = new Uint8Array(count).fill(1)
  for (const condition of conditions) for (let row = 0; row < count; row++) met[row] &= condition.met[row]
  return met
}

/** What nobody knows adds nothing. */
function sumsOf(view: View, rows: Uint32Array): Sums {
  const sums = {} as Sums
  for (const name of SUMMED) {
    const column = listColumn(view, name)
    let sum = 0
    if (column.kind === 'numbers') {
      const { values } = column
      for (const row of rows) if (!Number.isNaN(values[row])) sum += values[row]
    }
    sums[name] = sum
  }
  return sums
}
