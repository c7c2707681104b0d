import { Button } from '@mantine/core'
import { type NotificationData, notifications } from '@mantine/notifications'
import { ApiProblem } from '../api/problem.ts'
import { noteFirstWord } from './first-word.ts'

const UNDO_MS = 10_000
const NOTE_MS = 5000
const closeButtonProps = { 'aria-label': 'Dismiss' }

/** Says what was done. */
export function say(message: string): void {
  show({ message, autoClose: NOTE_MS, color: 'sea', closeButtonProps })
}

/** Says what was done and takes it back on a click, for ten seconds. */
export function offerUndo(message: string, undo: () => Promise<unknown>): void {
  const id = crypto.randomUUID()
  const takeBack = async () => {
    notifications.hide(id)
    try {
      await undo()
      say('Undone')
    } catch (error) {
      sayRefused('It could not be undone', error)
    }
  }
  show({
    id,
    autoClose: UNDO_MS,
    color: 'sea',
    closeButtonProps,
    message: (
      <span style={{ display: 'flex', alignItems: 'center', gap: 12 }}>
        <span style={{ flex: 1 }}>{message}</span>
        <Button size="xs" variant="default" onClick={takeBack}>
          Undo
        </Button>
      </span>
    ),
  })
}

/** A refusal that belongs to no place on the page. */
export function sayRefused(what: string, error: unknown): void {
  const problem = error instanceof ApiProblem ? error : null
  const sentence = error instanceof Error ? error.message : String(error)
  const reference = problem ? ` (${[problem.code, problem.requestId].filter(Boolean).join(' · ')})` : ''
  show({ title: what, message: sentence + reference, color: 'red', autoClose: false, closeButtonProps })
}

function show(note: NotificationData): void {
  noteFirstWord()
  notifications.show(note)
}
