import { SegmentedControl, Switch } from '@mantine/core'
import { listProjects, type Project } from '@portolan/contract/projects'
import { count, plural } from '@portolan/engine/documents/wording/numbers'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { lazy, Suspense, useMemo, useState } from 'react'
import { query } from '../../api/query.ts'
import { type PageCommand, useOffer } from '../../shell/page-commands.ts'
import { Action } from '../../ui/action.tsx'
import { Empty } from '../../ui/empty.tsx'
import { ErrorView } from '../../ui/error-view.tsx'
import { FilterInput } from '../../ui/filter-input.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Page } from '../../ui/page.tsx'
import { DropTarget } from '../../upload/drop-target.tsx'
import { ProjectCards } from './project-cards.tsx'
import styles from './projects.module.css'

const NewProject = lazy(() => import('./new-project.tsx'))
const ProjectsTable = lazy(() => import('./projects-table.tsx'))
const route = getRouteApi('/shell/projects')
const LIMIT = 1000
const VIEWS = [
  { value: 'cards', label: 'Cards' },
  { value: 'table', label: 'Table' },
]

/** Files that a new project begins with; null: the dialog is closed. */
type Making = readonly File[] | null

export function ProjectsPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { find = '', view = 'cards', archived } = search
  const projects = useQuery(query(listProjects, { query: { limit: LIMIT, ...(archived ? { archived } : {}) } }))
  const [making, setMaking] = useState<Making>(null)
  const shown = useMemo(
    () => projects.data?.rows.filter((project) => fits(project, find)) ?? null,
    [projects.data, find],
  )
  useOffer(useMemo((): readonly PageCommand[] => [{ id: 'new', label: 'New project', run: () => setMaking([]) }], []))

  const change = (next: Partial<typeof search>) => navigate({ search: { ...search, ...next }, replace: true })
  return (
    <DropTarget label="Drop exports to make a project of them" onFiles={setMaking}>
      <Page
        title="Projects"
        layout={view === 'table' ? 'fill' : 'scroll'}
        state={projects.data ? stateOf(projects.data.rows) : undefined}
        actions={
          <Action leftSection={<IconPlus size={16} />} onClick={() => setMaking([])}>
            New project
          </Action>
        }
        bar={
          <div className={styles.bar}>
            <FilterInput
              label="Filter projects"
              value={find}
              onChange={(text) => change({ find: text || undefined })}
            />
            <Switch
              label="Archived"
              checked={archived === 'true'}
              onChange={(event) => change({ archived: event.currentTarget.checked ? 'true' : undefined })}
            />
            <span className={styles.space} />
            <SegmentedControl
              aria-label="View"
              size="xs"
              data={VIEWS}
              value={view}
              onChange={(next) => change({ view: next === 'table' ? 'table' : undefined })}
            />
          </div>
        }
      >
        {projects.error ? (
          <ErrorView error={projects.error} what="The projects could not be read" onRetry={() => projects.refetch()} />
        ) : shown === null ? (
          <Loading label="Loading projects" />
        ) : shown.length === 0 ? (
          <NoProject find={find} isArchive={archived === 'true'} onNew={() => setMaking([])} />
        ) : view === 'table' ? (
          <Suspense fallback={<Loading label="Loading projects" />}>
            <ProjectsTable projects={shown} />
          </Suspense>
        ) : (
          <ProjectCards projects={shown} />
        )}
      </Page>
      <Suspense>{making && <NewProject files={making} onClose={() => setMaking(null)} />}</Suspense>
    </DropTarget>
  )
}

function NoProject({ find, isArchive, onNew }: { find: string; isArchive: boolean; onNew: () => void }) {
  if (find) return <Empty title={`No project has “${find}” in its name, key or customer`} />
  if (isArchive) return <Empty title="Nothing is archived">A project that is put away keeps everything it has.</Empty>
  return (
    <Empty title="Begin with an RVTools export" action={<Action onClick={onNew}>New project</Action>}>
      Drop one or several exports of an estate on this page: workbooks, CSV files, a ZIP or a folder of them. They are
      read, judged and planned in one go, and the plan is on the screen a moment later.
    </Empty>
  )
}

function fits(project: Project, find: string): boolean {
  return `${project.name}\n${project.key}\n${project.customer}`.toLowerCase().includes(find.trim().toLowerCase())
}

function stateOf(projects: readonly Project[]): string {
  const vms = projects.reduce((sum, project) => sum + (project.totals?.vms ?? 0), 0)
  const red = projects.reduce((sum, project) => sum + (project.totals?.risk.red ?? 0), 0)
  if (vms === 0) return plural(projects.length, 'project')
  return `${plural(projects.length, 'project')}, ${plural(vms, 'VM')}, ${count(red)} RED`
}
