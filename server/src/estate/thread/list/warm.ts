import { setImmediate as breathe } from 'node:timers/promises'
import { VM_COLUMNS } from '@portolan/contract/vms'
import type { View } from '../view.ts'
import { conditionsOf } from './conditions.ts'
import { facetsAnswer } from './facets.ts'
import { rowsInOrder } from './order.ts'

/** Makes the orders, the texts that are searched and the columns of facets; a question that comes meanwhile goes first. */
export async function warm(view: View): Promise<void> {
  facetsAnswer(view, {})
  await breathe()
  conditionsOf(view, { search: 'x' })
  for (const name of VM_COLUMNS) {
    await breathe()
    rowsInOrder(view, name)
  }
}
