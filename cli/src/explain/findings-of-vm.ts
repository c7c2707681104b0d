import type { Severity } from '@portolan/engine/assessment/assessment'
import { explainFindings } from '@portolan/engine/assessment/explain-findings'
import type { AssessedEstate } from '@portolan/engine/documents/assessed-estate'
import type { CellRef } from './inputs.ts'

/** One rule that fired on a VM. */
export interface FindingOfVm {
  readonly rule: string
  readonly severity: Severity
  readonly title: string
  readonly remedy: string
  readonly weight: number
  /** False where another rule of its group weighs more. */
  readonly counts: boolean
  readonly cells: readonly CellRef[]
}

export function findingsOfVm(assessed: AssessedEstate, row: number): FindingOfVm[] {
  return explainFindings(assessed, row)
}
