import { VM_STATUSES, type VmDecisionChange } from '@portolan/contract/vms'
import { VM_STATUS_TITLES } from '@portolan/engine/project/vm-status'

/** What can be decided about VMs: the menus, dialogs and messages of the selection bar are made from these rows. */
export interface ChangeForm {
  readonly id: string
  /** In the menu: "Set status: migrated". */
  readonly label: string
  /** When it is done: "Status set to migrated". */
  readonly done: string
  readonly change: VmDecisionChange
  /** The field that is asked for before. */
  readonly asks: 'note' | 'reason' | 'priority' | null
  readonly group: 'Status' | 'Mode' | 'Plan'
}

const statuses = VM_STATUSES.map((status): ChangeForm => {
  const word = VM_STATUS_TITLES[status]
  return {
    id: `status-${status}`,
    label: `Status: ${word}`,
    done: `Status set to ${word}`,
    change: { status },
    asks: 'note',
    group: 'Status',
  }
})

export const CHANGE_FORMS: readonly ChangeForm[] = [
  ...statuses,
  {
    id: 'warm',
    label: 'Move warm',
    done: 'Mode set to warm',
    change: { modeOverride: 'warm' },
    asks: null,
    group: 'Mode',
  },
  {
    id: 'cold',
    label: 'Move cold',
    done: 'Mode set to cold',
    change: { modeOverride: 'cold' },
    asks: null,
    group: 'Mode',
  },
  {
    id: 'computed',
    label: 'As computed',
    done: 'Mode as computed',
    change: { modeOverride: null },
    asks: null,
    group: 'Mode',
  },
  {
    id: 'exclude',
    label: 'Leave out of the plan…',
    done: 'Left out of the plan',
    change: { excluded: true },
    asks: 'reason',
    group: 'Plan',
  },
  {
    id: 'include',
    label: 'Take into the plan',
    done: 'Taken into the plan',
    change: { excluded: false },
    asks: null,
    group: 'Plan',
  },
  { id: 'priority', label: 'Set priority…', done: 'Priority set', change: {}, asks: 'priority', group: 'Plan' },
]

/** The change with what was typed. */
export function filledIn(form: ChangeForm, text: string, priority: number | null): VmDecisionChange {
  const typed = text.trim()
  switch (form.asks) {
    case 'note':
      return typed ? { ...form.change, statusNote: typed } : form.change
    case 'reason':
      return { ...form.change, excludeReason: typed || null }
    case 'priority':
      return { priority }
    default:
      return form.change
  }
}

/** Why a change cannot be applied yet; null when it can. */
export function whyIncomplete(form: ChangeForm, text: string, priority: number | null): string | null {
  if (form.asks === 'reason' && text.trim().length < 3) return 'Say why, so that others know'
  if (form.asks === 'priority' && priority === null) return 'Enter a number from 1 to 999'
  return null
}
