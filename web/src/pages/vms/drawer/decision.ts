import type { VmDecisionChange, VmDetail } from '@portolan/contract/vms'

export type Decision = Omit<VmDetail['decision'], 'version'>

/** What differs, as the API takes it: absent leaves, null clears. null when nothing does. */
export function changeBetween(before: Decision, after: Decision): VmDecisionChange | null {
  const note = after.statusNote.trim()
  const reason = after.excluded ? after.excludeReason.trim() : ''
  const change: VmDecisionChange = {
    ...(after.status !== before.status && { status: after.status }),
    ...(note !== before.statusNote && { statusNote: note || null }),
    ...(after.modeOverride !== before.modeOverride && { modeOverride: after.modeOverride }),
    ...(after.excluded !== before.excluded && { excluded: after.excluded }),
    ...(after.excluded && reason !== before.excludeReason && { excludeReason: reason || null }),
    ...(after.priority !== before.priority && { priority: after.priority }),
    ...(after.fixMinutes !== before.fixMinutes && { fixMinutes: after.fixMinutes }),
  }
  return Object.keys(change).length === 0 ? null : change
}
