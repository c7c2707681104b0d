import { Button, Group, NativeSelect, Switch, Textarea } from '@mantine/core'
import { VM_STATUSES, type VmDecisionChange, type VmDetail } from '@portolan/contract/vms'
import { VM_STATUS_TITLES, type VmStatus, whyStatusRefused } from '@portolan/engine/project/vm-status'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Action } from '../../../ui/action.tsx'
import { ErrorView } from '../../../ui/error-view.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { applyChange } from '../decide.ts'
import { changeBetween, type Decision } from './decision.ts'
import styles from './drawer.module.css'

/** What a person decides about one VM. Saved as one change, which can be taken back for ten seconds. */
export function DecisionForm({ project, vm }: { project: string; vm: VmDetail }) {
  const client = useQueryClient()
  const before = vm.decision
  const [after, setAfter] = useState<Decision>(before)
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(null)
  const set = (part: Partial<Decision>) => setAfter({ ...after, ...part })
  const change: VmDecisionChange | null = changeBetween(before, after)
  const reason = change === null ? 'Nothing is changed yet' : whyRefused(before, after)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (change === null || reason !== null) return
    setBusy(true)
    setRefusal(null)
    try {
      const { refused } = await applyChange(client, project, { ids: [vm.row.id] }, change, 'Decision saved')
      if (refused.length > 0) setRefusal(new Error(refused[0].reason))
    } catch (error) {
      setRefusal(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <section>
      <h3>Decision</h3>
      <form onSubmit={submit} className={styles.decision}>
        <NativeSelect
          label="Status"
          size="xs"
          data={VM_STATUSES.map((status) => ({ value: status, label: VM_STATUS_TITLES[status] }))}
          value={after.status}
          onChange={(event) => set({ status: event.currentTarget.value as VmStatus })}
        />
        <NativeSelect
          label="Mode"
          size="xs"
          data={[
            { value: 'computed', label: 'as computed' },
            { value: 'warm', label: 'warm' },
            { value: 'cold', label: 'cold' },
          ]}
          value={after.modeOverride ?? 'computed'}
          onChange={(event) => set({ modeOverride: modeOf(event.currentTarget.value) })}
        />
        <NumberField
          label="Priority"
          size="xs"
          min={1}
          max={999}
          isWhole
          value={after.priority}
          onChange={(priority) => priority !== null && set({ priority })}
        />
        <NumberField
          label="Fix time"
          size="xs"
          unit="min"
          min={0}
          max={100_000}
          placeholder="as computed"
          value={after.fixMinutes}
          onChange={(fixMinutes) => set({ fixMinutes })}
        />
        <Textarea
          className={styles.wide}
          label="Note on the status"
          size="xs"
          autosize
          minRows={1}
          maxLength={2000}
          value={after.statusNote}
          onChange={(event) => set({ statusNote: event.currentTarget.value })}
        />
        <Switch
          className={styles.wide}
          size="xs"
          label="Leave out of the plan"
          checked={after.excluded}
          onChange={(event) => set({ excluded: event.currentTarget.checked })}
        />
        {after.excluded && (
          <Textarea
            className={styles.wide}
            label="Reason"
            size="xs"
            autosize
            minRows={1}
            maxLength={1000}
            value={after.excludeReason}
            onChange={(event) => set({ excludeReason: event.currentTarget.value })}
          />
        )}
        {reason === null && isFinal(before, after) && (
          <p className={`${styles.wide} second`}>
            No Undo follows: only who may approve a plan takes this status back, with a reason.
          </p>
        )}
        {refusal !== null && (
          <div className={styles.wide}>
            <ErrorView error={refusal} what="The decision was refused" />
          </div>
        )}
        <Group className={styles.wide} justify="flex-end" gap="xs">
          {change !== null && (
            <Button size="xs" variant="subtle" onClick={() => setAfter(before)}>
              Reset
            </Button>
          )}
          <Action size="xs" type="submit" loading={isBusy} disabledReason={reason}>
            Save the decision
          </Action>
        </Group>
      </form>
    </section>
  )
}

const modeOf = (choice: string): Decision['modeOverride'] => (choice === 'warm' || choice === 'cold' ? choice : null)

/** The table of states speaks before the server does; who may do what only an admin may is the server's to know. */
function whyRefused(before: Decision, after: Decision): string | null {
  const hasReason = after.statusNote.trim() !== '' && after.statusNote !== before.statusNote
  const refused = whyStatusRefused({ from: before.status, to: after.status, hasReason, isAdmin: true })
  if (refused !== null) return refused
  return after.excluded && after.excludeReason.trim().length < 3 ? 'Say why it is left out of the plan' : null
}

/** Whether the status has no way back that an Undo could take. */
function isFinal(before: Decision, after: Decision): boolean {
  return whyStatusRefused({ from: after.status, to: before.status, hasReason: false, isAdmin: false }) !== null
}
