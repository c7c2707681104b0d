import { Button, Group, Modal } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'

interface LeaveGuardProps {
  readonly isDirty: boolean
  /** `3 changes`. */
  readonly what: string
  /** Resolves to false when it was refused. */
  readonly onSave: (() => Promise<boolean>) | null
}

/** Unsaved changes do not vanish with a click on the rail. */
export function LeaveGuard({ isDirty, what, onSave }: LeaveGuardProps) {
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => isDirty && current.pathname !== next.pathname,
    enableBeforeUnload: () => isDirty,
    withResolver: true,
  })
  if (blocker.status !== 'blocked') return null
  return (
    <Modal opened onClose={blocker.reset} title={<strong>Leave without saving {what}?</strong>}>
      <p>The plan shows what is saved. Other pages do not know of what you only tried.</p>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={blocker.reset}>
          Stay
        </Button>
        <Button variant="default" onClick={blocker.proceed}>
          Leave
        </Button>
        {onSave && (
          <Button
            onClick={async () => {
              if (await onSave()) blocker.proceed()
              else blocker.reset()
            }}
          >
            Save and leave
          </Button>
        )}
      </Group>
    </Modal>
  )
}
