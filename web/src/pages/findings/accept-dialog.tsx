import { Button, Group, Modal, Textarea } from '@mantine/core'
import { acceptFinding } from '@portolan/contract/findings'
import { ruleOf } from '@portolan/engine/assessment/rules'
import { plural } from '@portolan/engine/documents/wording/numbers'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call } from '../../api/client.ts'
import { Action } from '../../ui/action.tsx'
import { ErrorView } from '../../ui/error-view.tsx'
import { offerUndo } from '../../ui/toast.tsx'
import { putBack } from './put-back.ts'
import { refreshFindings } from './refresh-findings.ts'

interface AcceptDialogProps {
  readonly project: string
  readonly rule: string
  /** null: every VM, also of later imports. */
  readonly vms: readonly string[] | null
  readonly onClose: () => void
  readonly onDone: () => void
}

/** The API wants a reason of so many letters. */
const LEAST_REASON = 3

/** Accepts a risk with a reason: it stays listed and adds no weight and no floor. */
export function AcceptDialog({ project, rule, vms, onClose, onDone }: AcceptDialogProps) {
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(null)
  const title = ruleOf(rule)?.title ?? rule
  const on = vms === null ? 'every VM' : plural(vms.length, 'VM')
  const isReady = reason.trim().length >= LEAST_REASON
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!isReady) return
    setBusy(true)
    try {
      const { before } = await call(acceptFinding, {
        params: { project, rule },
        body: { vms: vms && [...vms], reason },
      })
      await refreshFindings(client)
      offerUndo(`Accepted “${title}” on ${on}`, () => putBack(client, project, rule, before))
      onDone()
      onClose()
    } catch (error) {
      setRefusal(error)
      setBusy(false)
    }
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={
        <strong>
          Accept “{title}” on {on}
        </strong>
      }
    >
      <form onSubmit={submit}>
        <p className="second">
          {vms === null ? 'Later imports are covered too. ' : ''}
          The finding stays listed, marked as accepted; it adds nothing to the score any more.
        </p>
        <Textarea
          mt="md"
          label="Reason"
          description="Stands in the report beside the finding"
          autosize
          minRows={2}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-autofocus
        />
        {refusal !== null && <ErrorView error={refusal} what="The risk was not accepted" />}
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Action type="submit" loading={isBusy} disabledReason={isReady ? null : 'Say why, so that others know'}>
            Accept on {on}
          </Action>
        </Group>
      </form>
    </Modal>
  )
}
