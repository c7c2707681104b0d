import { Menu } from '@mantine/core'
import { archiveProject, changeProjectStatus, type Project } from '@portolan/contract/projects'
import { nextStatus, PROJECT_STATUS_ACTIONS, type ProjectStatusAction } from '@portolan/engine/project/states'
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { call } from '../../api/client.ts'
import { invalidate } from '../../api/query.ts'
import { offerUndo, say, sayRefused } from '../../ui/toast.tsx'
import { ActionsButton } from './actions-button.tsx'

const DeleteProject = lazy(() => import('./delete-project.tsx'))
const RenameProject = lazy(() => import('./rename-project.tsx'))
const ACTIONS = Object.entries(PROJECT_STATUS_ACTIONS) as [ProjectStatusAction, { readonly label: string }][]

/** What can be done with a project as a whole. A step that its status does not allow stays in sight and says why. */
export default function ProjectActions({ project }: { project: Project }) {
  const [dialog, setDialog] = useState<'rename' | 'delete' | null>(null)
  const client = useQueryClient()
  const params = { project: project.id }
  const change = async (what: string, doIt: () => Promise<unknown>) => {
    try {
      await doIt()
      await invalidate(client, 'projects.')
    } catch (error) {
      sayRefused(what, error)
    }
  }
  const archive = (archived: boolean) =>
    call(archiveProject, { params, body: { archived }, ifMatch: '*' }).then(() => invalidate(client, 'projects.'))
  const move = (action: ProjectStatusAction) =>
    change('The status was not changed', async () => {
      await call(changeProjectStatus, { params, body: { action }, ifMatch: project.version })
      say(`${project.name}: ${PROJECT_STATUS_ACTIONS[action].label.toLowerCase()}`)
    })
  const putAway = () =>
    change('The project was not archived', async () => {
      await archive(!project.archived)
      offerUndo(`${project.name} ${project.archived ? 'is back' : 'was archived'}`, () => archive(project.archived))
    })
  return (
    <>
      <Menu defaultOpened position="bottom-end" width={220}>
        <Menu.Target>
          <ActionsButton name={project.name} />
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setDialog('rename')}>Rename</Menu.Item>
          <Menu.Divider />
          <Menu.Label aria-hidden>Status</Menu.Label>
          {ACTIONS.map(([action, { label }]) => {
            const moved = nextStatus(project.status, action)
            const refused = 'refused' in moved ? moved.refused : undefined
            return (
              <Menu.Item key={action} disabled={refused !== undefined} title={refused} onClick={() => move(action)}>
                {label}
              </Menu.Item>
            )
          })}
          <Menu.Divider />
          <Menu.Item onClick={putAway}>{project.archived ? 'Take out of the archive' : 'Archive'}</Menu.Item>
          <Menu.Item c="var(--red-text)" onClick={() => setDialog('delete')}>
            Delete
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Suspense>
        {dialog === 'rename' && <RenameProject project={project} onClose={() => setDialog(null)} />}
        {dialog === 'delete' && <DeleteProject project={project} onClose={() => setDialog(null)} />}
      </Suspense>
    </>
  )
}
