import { Button, Group, Modal, TextInput } from '@mantine/core'
import { type Project, updateProject } from '@portolan/contract/projects'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call } from '../../api/client.ts'
import { invalidate } from '../../api/query.ts'
import { ErrorView } from '../../ui/error-view.tsx'
import { say } from '../../ui/toast.tsx'
import styles from './projects.module.css'

export default function RenameProject({ project, onClose }: { project: Project; onClose: () => void }) {
  const client = useQueryClient()
  const [name, setName] = useState(project.name)
  const [customer, setCustomer] = useState(project.customer)
  const save = useMutation({
    mutationFn: () =>
      call(updateProject, {
        params: { project: project.id },
        body: { name: name.trim(), customer: customer.trim() || null },
        ifMatch: project.version,
      }),
    onSuccess: async () => {
      await invalidate(client, 'projects.')
      say(`Renamed to ${name.trim()}`)
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <Modal opened onClose={onClose} title={<strong>Rename {project.name}</strong>}>
      <form onSubmit={submit} className={styles.form}>
        <TextInput
          label="Name"
          value={name}
          maxLength={200}
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label="Customer"
          value={customer}
          maxLength={200}
          onChange={(event) => setCustomer(event.currentTarget.value)}
        />
        <p className="label">
          The key <code>{project.key}</code> stays, so that links go on working.
        </p>
        {save.error && <ErrorView error={save.error} what="The name was not changed" />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Keep it
          </Button>
          <Button type="submit" loading={save.isPending} disabled={name.trim() === ''}>
            Rename
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
