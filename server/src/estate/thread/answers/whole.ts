import type { JsonText } from '../../ops.ts'
import { remembered } from '../remembered.ts'
import type { View } from '../view.ts'
import { findingsAnswer } from './findings.ts'
import { clusterRows, datastoreRows, hostRows, networkRows } from './places.ts'
import { statsAnswer } from './stats.ts'
import { tenantRows } from './tenants.ts'

/** Answers without a question of their own. They read what was judged, no status of a VM. */
export const WHOLE_ANSWERS = {
  hosts: (view: View) => ({ rows: hostRows(view) }),
  clusters: (view: View) => ({ rows: clusterRows(view) }),
  datastores: (view: View) => ({ rows: datastoreRows(view) }),
  networks: (view: View) => ({ rows: networkRows(view) }),
  tenants: (view: View) => ({ rows: tenantRows(view) }),
  stats: statsAnswer,
  findings: findingsAnswer,
} as const
export type WholeAnswer = keyof typeof WHOLE_ANSWERS

/** One of them as JSON, made once for what was judged. */
export function wholeAnswer(view: View, name: WholeAnswer): JsonText {
  return remembered(view.judged, `answer ${name}`, () => JSON.stringify(WHOLE_ANSWERS[name](view)))
}
