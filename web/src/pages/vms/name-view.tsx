import { Button, Group, Modal, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'

interface NameViewProps {
  readonly names: readonly string[]
  readonly onName: (name: string) => void
  readonly onClose: () => void
}

/** Asks what the person's own view is called. */
export default function NameView({ names, onName, onClose }: NameViewProps) {
  const [text, setText] = useState('')
  const name = text.trim()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name === '') return
    onName(name)
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title={<strong>Save this view</strong>}>
      <form onSubmit={submit}>
        <TextInput
          label="Name"
          description="Filters, sort and columns are kept in this browser; the link shares them."
          value={text}
          maxLength={80}
          onChange={(event) => setText(event.currentTarget.value)}
          data-autofocus
        />
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={name === ''}>
            {names.includes(name) ? 'Replace the view' : 'Save the view'}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
