import { setImmediate as breathe } from 'node:timers/promises'
import { VM_COLUMNS } from '@portolan/contract/vms'
import { WHOLE_ANSWERS, type WholeAnswer, wholeAnswer } from '../answers/whole.ts'
import { evidenceOf } from '../detail/detail.ts'
import type { View } from '../view.ts'
import { facetsAnswer } from './facets.ts'
import { keptBy } from './kept.ts'
import { rowsInOrder } from './order.ts'
import { haystackOf } from './search.ts'

/**
 * Makes what pages ask for first: whole answers, facets, the text that is searched, orders, and what explains findings. A
 * question that comes meanwhile goes first.
 */
export async function warm(view: View): Promise<void> {
  const whole = Object.keys(WHOLE_ANSWERS) as WholeAnswer[]
  const steps = [
    () => keptBy(view, {}),
    () => rowsInOrder(view, 'name'),
    ...whole.map((name) => () => wholeAnswer(view, name)),
    () => facetsAnswer(view, {}),
    () => haystackOf(view),
    ...VM_COLUMNS.flatMap((name) => [() => rowsInOrder(view, name), () => rowsInOrder(view, `-${name}`)]),
    ...view.assessment.findings.map((finding) => () => evidenceOf(view)(finding.rule, finding.vms[0])),
  ]
  for (const step of steps) {
    step()
    await breathe()
  }
}
