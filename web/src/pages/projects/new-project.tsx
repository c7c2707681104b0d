import { Button, FileButton, Group, Modal, TextInput } from '@mantine/core'
import { createProject } from '@portolan/contract/projects'
import { plural } from '@portolan/engine/documents/wording/numbers'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { call } from '../../api/client.ts'
import { invalidate } from '../../api/query.ts'
import { to } from '../../paths.ts'
import { ErrorView } from '../../ui/error-view.tsx'
import { EXPORT_TYPES, nameFromFiles } from '../../upload/dropped-files.ts'
import { startUpload } from '../../upload/uploads.ts'
import styles from './projects.module.css'

/** A project, and at once the import of what was dropped. */
export default function NewProject({ files: dropped, onClose }: { files: readonly File[]; onClose: () => void }) {
  const navigate = useNavigate()
  const client = useQueryClient()
  const [files, setFiles] = useState(dropped)
  const [name, setName] = useState(dropped.length > 0 ? nameFromFiles(dropped) : '')
  const [customer, setCustomer] = useState('')
  const choose = (chosen: readonly File[]) => {
    setFiles(chosen)
    if (name === '') setName(nameFromFiles(chosen))
  }
  const create = useMutation({
    mutationFn: () => call(createProject, { body: { name: name.trim(), customer: customer.trim() } }),
    onSuccess: async (project) => {
      // A refusal stays on the import page, where the files can be chosen again.
      if (files.length > 0) {
        startUpload(project.key, files).then(
          () => invalidate(client, 'imports.', 'jobs.'),
          () => {},
        )
      }
      await invalidate(client, 'projects.')
      await navigate(to.import(project.key))
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    create.mutate()
  }
  return (
    <Modal opened onClose={onClose} title={<strong>New project</strong>}>
      <form onSubmit={submit} className={styles.form}>
        <TextInput
          label="Name"
          description="What the move is called: an estate, a site, a contract"
          value={name}
          maxLength={200}
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label="Customer"
          description="Stands on the cover of documents; may stay empty"
          value={customer}
          maxLength={200}
          onChange={(event) => setCustomer(event.currentTarget.value)}
        />
        {files.length > 0 && (
          <ul className={styles.files} aria-label="Exports">
            {files.map((file) => (
              <li key={file.name}>{file.name}</li>
            ))}
          </ul>
        )}
        <FileButton multiple accept={EXPORT_TYPES} onChange={choose}>
          {(props) => (
            <Button {...props} variant="default" style={{ alignSelf: 'flex-start' }}>
              {files.length > 0 ? 'Choose other exports' : 'Choose exports'}
            </Button>
          )}
        </FileButton>
        {create.error && <ErrorView error={create.error} what="The project was not created" />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={create.isPending} disabled={name.trim() === ''}>
            {files.length > 0 ? `Create and import ${plural(files.length, 'file')}` : 'Create project'}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
