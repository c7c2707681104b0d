import { Button, Group, Modal } from '@mantine/core'

interface LeaveDialogProps {
  readonly what: string
  readonly onStay: () => void
  readonly onLeave: () => void
  readonly onSave: (() => Promise<boolean>) | null
}

/** Asks what becomes of what was only tried. */
export default function LeaveDialog({ what, onStay, onLeave, onSave }: LeaveDialogProps) {
  return (
    <Modal opened onClose={onStay} title={<strong>Leave without saving {what}?</strong>}>
      <p>The plan shows what is saved. Other pages do not know of what you only tried.</p>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onStay}>
          Stay
        </Button>
        <Button variant="default" onClick={onLeave}>
          Leave
        </Button>
        {onSave && (
          <Button
            onClick={async () => {
              if (await onSave()) onLeave()
              else onStay()
            }}
          >
            Save and leave
          </Button>
        )}
      </Group>
    </Modal>
  )
}
