import { Button, Group, Modal, Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { count, plural } from '@portolan/engine/documents/wording/numbers'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Action } from '../../ui/action.tsx'
import { ErrorView } from '../../ui/error-view.tsx'
import { Loading, SkeletonRows } from '../../ui/loading.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { type ChangeForm, filledIn, whyIncomplete } from './change-forms.ts'
import { applyChange, type Decided, isUndoable, previewChange, refusedGroups, type Subjects } from './decide.ts'
import styles from './vms.module.css'

interface ChangeDialogProps {
  readonly project: string
  readonly form: ChangeForm
  readonly subjects: Subjects
  readonly onClose: () => void
  readonly onDone: () => void
}

const SETTLE_MS = 250
const NAMES_LISTED = 5

/** Shows what a change would do before it is applied: how many change, how many are so already, which are refused and why. */
export function ChangeDialog({ project, form, subjects, onClose, onDone }: ChangeDialogProps) {
  const client = useQueryClient()
  const [text, setText] = useState('')
  const [priority, setPriority] = useState<number | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(null)
  const incomplete = whyIncomplete(form, text, priority)
  const change = filledIn(form, text, priority)
  const [asked] = useDebouncedValue(change, SETTLE_MS)
  const preview = useQuery({
    queryKey: ['preview', project, subjects, asked],
    queryFn: () => previewChange(project, subjects, asked),
    enabled: form.asks !== 'priority' || priority !== null,
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  const changes = preview.data?.changed ?? 0
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (incomplete !== null || changes === 0) return
    setBusy(true)
    try {
      await applyChange(client, project, subjects, change, form.done)
      onDone()
      onClose()
    } catch (error) {
      setRefusal(error)
      setBusy(false)
    }
  }
  const reason = incomplete ?? (preview.data && changes === 0 ? 'Nothing would change' : null)
  return (
    <Modal opened onClose={onClose} title={<strong>{form.label.replace('…', '')}</strong>} size="lg">
      <form onSubmit={submit} className={styles.dialog}>
        <Field form={form} text={text} onText={setText} priority={priority} onPriority={setPriority} />
        {preview.error ? (
          <ErrorView error={preview.error} what="What it would change is not known" onRetry={() => preview.refetch()} />
        ) : preview.data ? (
          <Preview decided={preview.data} isFinal={!isUndoable(asked, preview.data.undo)} />
        ) : preview.isLoading ? (
          <Loading label="Looking what would change">
            <SkeletonRows rows={2} />
          </Loading>
        ) : null}
        {refusal !== null && <ErrorView error={refusal} what="Nothing was changed" />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Action type="submit" loading={isBusy} disabledReason={reason}>
            {changes > 0 ? `Change ${plural(changes, 'VM')}` : 'Change VMs'}
          </Action>
        </Group>
      </form>
    </Modal>
  )
}

interface FieldProps {
  readonly form: ChangeForm
  readonly text: string
  readonly onText: (text: string) => void
  readonly priority: number | null
  readonly onPriority: (priority: number | null) => void
}

function Field({ form, text, onText, priority, onPriority }: FieldProps) {
  if (form.asks === null) return null
  if (form.asks === 'priority') {
    return (
      <NumberField
        label="Priority"
        description="1 to 999; lower goes first within a tenant, 50 where nobody decided"
        min={1}
        max={999}
        isWhole
        value={priority}
        onChange={onPriority}
        data-autofocus
      />
    )
  }
  return (
    <Textarea
      label={form.asks === 'reason' ? 'Reason' : 'Note'}
      description={form.asks === 'reason' ? 'Stands in the plan beside the VMs' : 'Some changes of status need one'}
      autosize
      minRows={2}
      maxLength={1000}
      value={text}
      onChange={(event) => onText(event.currentTarget.value)}
      data-autofocus
    />
  )
}

function Preview({ decided, isFinal }: { decided: Decided; isFinal: boolean }) {
  return (
    <div aria-live="polite" className={styles.preview}>
      <p>
        <strong>{plural(decided.changed, 'VM')}</strong> would change
        {decided.unchanged > 0 && `, ${count(decided.unchanged)} already so`}
        {decided.refused.length > 0 && `, ${count(decided.refused.length)} refused`}.
      </p>
      {isFinal && decided.changed > 0 && (
        <p className={styles.refused}>No Undo follows: only who may approve a plan takes this back, with a reason.</p>
      )}
      {refusedGroups(decided.refused).map(({ reason, names }) => (
        <p key={reason} className={styles.refused}>
          <strong>{plural(names.length, 'VM')}</strong>: {reason}.{' '}
          <span className="second">
            {names.slice(0, NAMES_LISTED).join(', ')}
            {names.length > NAMES_LISTED && ` and ${count(names.length - NAMES_LISTED)} more`}
          </span>
        </p>
      ))}
    </div>
  )
}
