import { DEFAULT_PRIORITY } from '../schedule/decisions.ts'
import { type VmStatus, whyStatusRefused } from './vm-status.ts'

/** What a person decided about one VM of one scenario. */
export interface DecidedVm {
  readonly status: VmStatus
  readonly statusNote: string
  readonly modeOverride: 'warm' | 'cold' | null
  readonly excluded: boolean
  readonly excludeReason: string
  readonly priority: number
  readonly fixMinutes: number | null
}

/** A VM about which nobody decided anything. */
export const UNDECIDED: DecidedVm = {
  status: 'not_started',
  statusNote: '',
  modeOverride: null,
  excluded: false,
  excludeReason: '',
  priority: DEFAULT_PRIORITY,
  fixMinutes: null,
}

/** What is absent stays, null clears. */
export interface DecisionChange {
  readonly status?: VmStatus
  readonly statusNote?: string | null
  readonly modeOverride?: 'warm' | 'cold' | null
  readonly excluded?: boolean
  readonly excludeReason?: string | null
  readonly priority?: number | null
  readonly fixMinutes?: number | null
}

export type Decided =
  | { readonly kind: 'changed'; readonly after: DecidedVm }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly reason: string }

/** A decision after a change, or why it is refused. */
export function decide(before: DecidedVm, change: DecisionChange, { isAdmin }: { readonly isAdmin: boolean }): Decided {
  const status = change.status ?? before.status
  const hasReason = (change.statusNote ?? '') !== ''
  const refused = whyStatusRefused({ from: before.status, to: status, hasReason, isAdmin })
  if (refused !== null) return { kind: 'refused', reason: refused }
  const excluded = change.excluded ?? before.excluded
  const after: DecidedVm = {
    status,
    statusNote: given(change.statusNote, before.statusNote, ''),
    modeOverride: given(change.modeOverride, before.modeOverride, null),
    excluded,
    // A VM that is in the plan has no reason to be out of it.
    excludeReason: excluded ? given(change.excludeReason, before.excludeReason, '') : '',
    priority: given(change.priority, before.priority, DEFAULT_PRIORITY),
    fixMinutes: given(change.fixMinutes, before.fixMinutes, null),
  }
  return changedFields(before, after).length === 0 ? { kind: 'unchanged' } : { kind: 'changed', after }
}

export function changedFields(before: DecidedVm, after: DecidedVm): (keyof DecidedVm)[] {
  return (Object.keys(UNDECIDED) as (keyof DecidedVm)[]).filter((field) => before[field] !== after[field])
}

/** What a plan is made from; the others say how far its execution is. */
export const PLANNED_FIELDS: readonly (keyof DecidedVm)[] = ['modeOverride', 'excluded', 'priority', 'fixMinutes']

/**
 * The change that takes one back; null where nothing can be: a status that went on may be taken back only where the
 * table lets it, and without a reason.
 */
export function undoOf(before: DecidedVm, after: DecidedVm): DecisionChange | null {
  const fields = changedFields(before, after).filter((field) => {
    if (field !== 'status') return true
    return whyStatusRefused({ from: after.status, to: before.status, hasReason: false, isAdmin: false }) === null
  })
  return fields.length === 0 ? null : Object.fromEntries(fields.map((field) => [field, before[field]]))
}

function given<T>(changed: T | null | undefined, before: T, cleared: T): T {
  return changed === undefined ? before : (changed ?? cleared)
}
