import { deleteProject, getRemoval, type Project } from '@portolan/contract/projects'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../api/client.ts'
import { invalidate, query } from '../../api/query.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { say } from '../../ui/toast.tsx'

export default function DeleteProject({ project, onClose }: { project: Project; onClose: () => void }) {
  const client = useQueryClient()
  const removal = useQuery(query(getRemoval, { params: { project: project.id }, query: { of: 'project' } }))
  const remove = async () => {
    await call(deleteProject, {
      params: { project: project.id },
      query: { confirm: project.key },
      ifMatch: project.version,
    })
    await invalidate(client, 'projects.', 'jobs.')
    say(`${project.name} was deleted`)
  }
  return (
    <Confirm
      title={`Delete ${project.name}?`}
      confirmLabel="Delete project"
      removes={removal.data?.removes}
      keeps={removal.data?.keeps}
      typed={project.key}
      onConfirm={remove}
      onClose={onClose}
    >
      {removal.data?.refused && <p>{removal.data.refused}</p>}
    </Confirm>
  )
}
