import '@mantine/spotlight/styles.css'
import { useDebouncedValue } from '@mantine/hooks'
import { createSpotlight, Spotlight } from '@mantine/spotlight'
import { listProjects } from '@portolan/contract/projects'
import { listVms } from '@portolan/contract/vms'
import { IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { query } from '../api/query.ts'
import { to } from '../paths.ts'
import { usePageCommands } from './page-commands.ts'
import { PROJECT_PAGES } from './pages.ts'
import styles from './shell.module.css'
import { useCurrentProject } from './use-current-project.ts'

const SETTLE_MS = 120
const MOST_VMS = 8
const MOST_PROJECTS = 6
/** The list scrolls, so that a keyboard must reach it; its type does not know that it is a scroll area. */
const REACHABLE = { viewportProps: { tabIndex: 0 } }
const [store, spotlight] = createSpotlight()

interface Command {
  readonly id: string
  readonly label: string
  readonly description?: string
  readonly run: () => void
}

/** Pages, projects, what the page can do, and VMs by name: two keys away from anywhere. */
export default function Commands({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('')
  const groups = useCommandGroups(text)
  const listed = groups.flatMap(({ commands }) => commands.map(({ id }) => id)).join()
  useEffect(() => spotlight.open(), [])
  useEffect(() => {
    if (listed !== '') markChosen()
  }, [listed])
  const isEmpty = groups.every((group) => group.commands.length === 0)
  return (
    <Spotlight.Root
      store={store}
      query={text}
      onQueryChange={setText}
      onSpotlightClose={onClose}
      shortcut={null}
      transitionProps={{ duration: 0 }}
      overlayProps={{ blur: 0 }}
      attributes={{ content: { 'aria-label': 'Search or command' } }}
    >
      <Spotlight.Search
        placeholder="A page, a project, a command, a VM"
        aria-label="Search or command"
        leftSection={<IconSearch size={18} />}
      />
      <Spotlight.ActionsList mah={420} {...REACHABLE} className={styles.commands}>
        {groups
          .filter((group) => group.commands.length > 0)
          .map((group) => (
            <Spotlight.ActionsGroup key={group.title} label={group.title}>
              {group.commands.map((command) => (
                <Spotlight.Action
                  key={command.id}
                  label={command.label}
                  description={command.description}
                  onClick={command.run}
                />
              ))}
            </Spotlight.ActionsGroup>
          ))}
        {isEmpty && <Spotlight.Empty>Nothing has this name</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

/**
 * The list knows its chosen row by a mark in the page and chooses when somebody types, not when results come in: a row
 * that is chosen stays so wherever it moves, else the first is.
 */
function markChosen(): void {
  const { listId } = store.getState()
  const rows = [...(document.getElementById(listId)?.querySelectorAll('[data-action]') ?? [])]
  const selected = Math.max(
    0,
    rows.findIndex((row) => row.hasAttribute('data-selected')),
  )
  rows[selected]?.setAttribute('data-selected', 'true')
  store.updateState((state) => ({ ...state, selected }))
}

function useCommandGroups(text: string): readonly { readonly title: string; readonly commands: readonly Command[] }[] {
  const navigate = useNavigate()
  const project = useCurrentProject()
  const offered = usePageCommands()
  const [settled] = useDebouncedValue(text.trim(), SETTLE_MS)
  const projects = useQuery({
    ...query(listProjects, { query: { limit: MOST_PROJECTS, search: settled || undefined } }),
    placeholderData: keepPreviousData,
  })
  const vms = useQuery({
    ...query(listVms, {
      params: { project: project?.key ?? '' },
      query: { search: settled, limit: MOST_VMS, fields: 'id,name,tenant,cluster,risk' },
    }),
    enabled: project !== null && project.totals !== null && settled.length >= 2,
    placeholderData: keepPreviousData,
  })
  const fits = (label: string) => label.toLowerCase().includes(text.trim().toLowerCase())
  const pages: Command[] = [
    ...(project ? PROJECT_PAGES : []).map((page) => ({
      id: page.id,
      label: page.label,
      run: () => void navigate(page.link(project!.key)),
    })),
    { id: 'projects', label: 'Projects', run: () => void navigate(to.projects()) },
    { id: 'jobs', label: 'Jobs', run: () => void navigate(to.jobs()) },
    { id: 'methodology', label: 'Methodology', run: () => void navigate(to.methodology()) },
  ]
  return [
    { title: 'On this page', commands: offered.filter((command) => fits(command.label)) },
    {
      title: 'VMs',
      commands: (settled.length >= 2 ? (vms.data?.rows ?? []) : []).map((vm) => ({
        id: vm.id!,
        label: vm.name!,
        description: [vm.risk, vm.tenant, vm.cluster].filter(Boolean).join(' · '),
        run: () => void navigate(to.vms(project!.key, { search: settled, vm: vm.id })),
      })),
    },
    { title: project ? `Pages of ${project.name}` : 'Pages', commands: pages.filter((page) => fits(page.label)) },
    {
      title: 'Projects',
      commands: (projects.data?.rows ?? []).map((other) => ({
        id: other.id,
        label: other.name,
        description: other.customer || undefined,
        run: () => void navigate(to.overview(other.key)),
      })),
    },
  ]
}
