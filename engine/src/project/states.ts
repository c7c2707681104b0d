/** The life of a project as any project has it (target design §1). `archived` is a flag beside it. */
export const PROJECT_STATUSES = ['planning', 'active', 'on_hold', 'completed', 'cancelled'] as const
export type ProjectStatus = (typeof PROJECT_STATUSES)[number]

/** As people read them. */
export const PROJECT_STATUS_TITLES: Readonly<Record<ProjectStatus, string>> = {
  planning: 'in planning',
  active: 'active',
  on_hold: 'on hold',
  completed: 'completed',
  cancelled: 'cancelled',
}

/** How far the planner has come (planner §1.1 REC). */
export const PROJECT_PHASES = [
  'draft',
  'assessment',
  'planned',
  'approved',
  'preparing',
  'ready',
  'executing',
  'completed',
] as const
export type ProjectPhase = (typeof PROJECT_PHASES)[number]

/** As people read them. */
export const PROJECT_PHASE_TITLES: Readonly<Record<ProjectPhase, string>> = {
  draft: 'without an export',
  assessment: 'assessed',
  planned: 'planned in waves',
  approved: 'approved',
  preparing: 'preparing the target',
  ready: 'ready to move',
  executing: 'migrating',
  completed: 'migrated',
}

interface Transition<S extends string> {
  readonly from: readonly S[]
  readonly to: S
  readonly label: string
}

export const PROJECT_STATUS_ACTIONS = {
  start: { from: ['planning', 'on_hold'], to: 'active', label: 'Start' },
  hold: { from: ['planning', 'active'], to: 'on_hold', label: 'Put on hold' },
  replan: { from: ['on_hold', 'cancelled'], to: 'planning', label: 'Back to planning' },
  complete: { from: ['active'], to: 'completed', label: 'Complete' },
  reopen: { from: ['completed'], to: 'active', label: 'Reopen' },
  cancel: { from: ['planning', 'active', 'on_hold'], to: 'cancelled', label: 'Cancel' },
} as const satisfies Record<string, Transition<ProjectStatus>>
export type ProjectStatusAction = keyof typeof PROJECT_STATUS_ACTIONS

const BEFORE_EXECUTING = ['draft', 'assessment', 'planned', 'approved', 'preparing', 'ready'] as const
const WAS_APPROVED = ['approved', 'preparing', 'ready'] as const

/**
 * What moves a project on, or back. An event that is not allowed in a phase either changes nothing (`quiet`: it may happen
 * at any time and means something in some phases only) or is refused.
 */
export const PROJECT_PHASE_EVENTS = {
  import_accepted: { from: ['draft'], to: 'assessment', label: 'first import accepted', quiet: true },
  waves_committed: { from: ['assessment'], to: 'planned', label: 'first waves committed', quiet: true },
  approve: { from: ['assessment', 'planned'], to: 'approved', label: 'approved', quiet: false },
  provisioning_planned: { from: ['approved'], to: 'preparing', label: 'provisioning planned', quiet: true },
  provisioning_applied: { from: ['preparing'], to: 'ready', label: 'provisioning applied', quiet: true },
  wave_started: { from: ['approved', 'ready'], to: 'executing', label: 'first wave started', quiet: true },
  all_moved: { from: ['executing'], to: 'completed', label: 'every VM migrated or skipped', quiet: true },
  approved_changed: { from: WAS_APPROVED, to: 'planned', label: 'what was approved has changed', quiet: true },
  reset_plan: { from: BEFORE_EXECUTING, to: 'assessment', label: 'plan reset', quiet: false },
  reset_assessment: { from: BEFORE_EXECUTING, to: 'assessment', label: 'assessment reset', quiet: false },
  clear_inventory: { from: BEFORE_EXECUTING, to: 'draft', label: 'inventory cleared', quiet: false },
} as const satisfies Record<string, Transition<ProjectPhase> & { quiet: boolean }>
export type ProjectPhaseEvent = keyof typeof PROJECT_PHASE_EVENTS

export type Moved<S extends string> =
  | { readonly to: S }
  | { readonly refused: string; readonly allowedFrom: readonly S[] }

/** The status after an action, or why it is refused. */
export function nextStatus(status: ProjectStatus, action: ProjectStatusAction): Moved<ProjectStatus> {
  return next<ProjectStatus>(
    PROJECT_STATUS_ACTIONS[action],
    status,
    PROJECT_STATUS_ACTIONS[action].label,
    PROJECT_STATUS_TITLES,
  )
}

/**
 * The phase after an event; a quiet event that means nothing in this phase leaves it as it is. Resetting what does not
 * exist yet leaves a draft a draft.
 */
export function nextPhase(phase: ProjectPhase, event: ProjectPhaseEvent): Moved<ProjectPhase> {
  const transition = PROJECT_PHASE_EVENTS[event]
  if (phase === 'draft' && (event === 'reset_plan' || event === 'reset_assessment')) return { to: phase }
  const moved = next<ProjectPhase>(transition, phase, transition.label, PROJECT_PHASE_TITLES)
  return 'refused' in moved && transition.quiet ? { to: phase } : moved
}

function next<S extends string>(
  { from, to }: Transition<S>,
  state: S,
  what: string,
  titles: Readonly<Record<S, string>>,
): Moved<S> {
  if (from.includes(state)) return { to }
  return {
    refused: `The project is ${titles[state]}: “${what}” is possible while it is ${from.map((it) => titles[it]).join(' or ')}`,
    allowedFrom: from,
  }
}
