import { Button, Group, Modal, TextInput } from '@mantine/core'
import { plural } from '@portolan/engine/documents/wording/numbers'
import { type FormEvent, type ReactNode, useState } from 'react'
import { ErrorView } from './error-view.tsx'

interface ConfirmProps {
  /** Names the thing: "Delete project Acme?" */
  readonly title: string
  /** Verb and number: "Delete 1,288 VMs". */
  readonly confirmLabel: string
  /** What goes, with its number. */
  readonly removes?: readonly { readonly what: string; readonly count: number }[]
  readonly keeps?: readonly string[]
  /** The word that must be typed, for what cannot be undone. */
  readonly typed?: string
  readonly tone?: 'red' | 'sea'
  readonly onConfirm: () => Promise<unknown>
  readonly onClose: () => void
  readonly children?: ReactNode
}

/** Asks before what cannot be undone, naming the thing and the numbers. Render it while it is open. */
export function Confirm(props: ConfirmProps) {
  const { title, confirmLabel, removes = [], keeps = [], typed, tone = 'red', onConfirm, onClose, children } = props
  const [text, setText] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const isReady = typed === undefined || text.trim() === typed
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!isReady) return
    setBusy(true)
    try {
      await onConfirm()
      onClose()
    } catch (refused) {
      setError(refused)
      setBusy(false)
    }
  }
  return (
    <Modal opened onClose={onClose} title={<strong>{title}</strong>}>
      <form onSubmit={submit}>
        {children}
        {removes.length > 0 && (
          <>
            <p>This removes</p>
            <ul>
              {removes.map(({ what, count }) => (
                <li key={what}>{plural(count, what, what)}</li>
              ))}
            </ul>
          </>
        )}
        {keeps.length > 0 && <p className="second">Kept: {keeps.join(', ')}.</p>}
        {typed !== undefined && (
          <TextInput
            mt="md"
            label={
              <>
                Type <code>{typed}</code> to go on
              </>
            }
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            autoComplete="off"
            data-autofocus
          />
        )}
        {error !== null && <ErrorView error={error} />}
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>
            Keep it
          </Button>
          <Button type="submit" data-tone={tone} loading={isBusy} disabled={!isReady}>
            {confirmLabel}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
