/** How far the move of one VM is (planner §2 REC); the six words of every page, export and hand-over. */
export const VM_STATUSES = ['not_started', 'assigned', 'in_progress', 'migrated', 'failed', 'skipped'] as const
export type VmStatus = (typeof VM_STATUSES)[number]

/** As people read them. */
export const VM_STATUS_TITLES: Readonly<Record<VmStatus, string>> = {
  not_started: 'not started',
  assigned: 'assigned',
  in_progress: 'in progress',
  migrated: 'migrated',
  failed: 'failed',
  skipped: 'skipped',
}

/** `reason`: a note must say why. `admin`: only who may approve plans, and with a reason. */
export type StatusDemand = 'nothing' | 'reason' | 'admin'

interface StatusChange {
  readonly from: VmStatus
  readonly to: VmStatus
  readonly demands: StatusDemand
}

const change = (from: VmStatus, to: VmStatus, demands: StatusDemand = 'nothing'): StatusChange => ({
  from,
  to,
  demands,
})

/** Every change of status there is. A VM that was moved outside of the plan may be marked so, with a reason. */
export const VM_STATUS_CHANGES: readonly StatusChange[] = [
  change('not_started', 'assigned'),
  change('not_started', 'skipped'),
  change('not_started', 'migrated', 'reason'),
  change('assigned', 'in_progress'),
  change('assigned', 'not_started'),
  change('assigned', 'skipped'),
  change('in_progress', 'migrated'),
  change('in_progress', 'failed'),
  change('failed', 'assigned'),
  change('failed', 'not_started'),
  change('failed', 'skipped'),
  change('skipped', 'not_started'),
  change('migrated', 'not_started', 'admin'),
]

export interface StatusRequest {
  readonly from: VmStatus
  readonly to: VmStatus
  readonly hasReason: boolean
  readonly isAdmin: boolean
}

/** Why a change of status is refused, in a sentence that says what would be possible; null when it is allowed. */
export function whyStatusRefused({ from, to, hasReason, isAdmin }: StatusRequest): string | null {
  if (from === to) return null
  const is = VM_STATUS_TITLES[from]
  const wanted = VM_STATUS_CHANGES.find((it) => it.from === from && it.to === to)
  if (!wanted) {
    const allowed = VM_STATUS_CHANGES.filter((it) => it.from === from).map((it) => VM_STATUS_TITLES[it.to])
    return `A VM that is ${is} can become ${allowed.join(' or ')}, not ${VM_STATUS_TITLES[to]}`
  }
  if (wanted.demands === 'admin' && !isAdmin)
    return `Only who may approve a plan can take a VM that is ${is} back to ${VM_STATUS_TITLES[to]}`
  if (wanted.demands !== 'nothing' && !hasReason) return `From ${is} to ${VM_STATUS_TITLES[to]} a note must say why`
  return null
}
