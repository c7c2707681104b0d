import { VM_COLUMNS } from '@portolan/contract/vms'
import type { Ops } from '../../ops.ts'
import { lately } from '../remembered.ts'
import type { View } from '../view.ts'
import { isColumn, rowsAt } from './columns.ts'
import { InvalidField } from './invalid.ts'
import { filterKey, type Kept, keptBy } from './kept.ts'
import { rowsInOrder } from './order.ts'

/** Lists that were last asked for. */
const REMEMBERED = 16

/** A piece of the VM table, as JSON. */
export function listAnswer(view: View, input: Ops['list']['input']): string {
  const { filter, sort, offset, limit, fields } = input
  for (const field of fields ?? []) if (!isColumn(field)) throw new InvalidField(field)
  const names = (fields?.filter(isColumn) ?? VM_COLUMNS) as typeof VM_COLUMNS
  const order = rowsInOrder(view, sort)
  const kept = keptBy(view, filter)
  const rows =
    kept.met === null
      ? order
      : lately(view, 'lists', REMEMBERED, `${sort} ${filterKey(filter)}`, () => cutOut(order, kept))
  const shown = rowsAt(view, names, rows.subarray(offset, offset + limit))
  return JSON.stringify({ rows: shown, offset, total: rows.length, sums: kept.sums })
}

/** Kept rows in the order of all rows. */
function cutOut(order: Uint32Array, { met, total }: Kept): Uint32Array {
  const rows = new Uint32Array(total)
  let at = 0
  for (let i = 0; at < total; i++) if (met![order[i]] === 1) rows[at++] = order[i]
  return rows
}
