import { type Job, listJobs } from '@portolan/contract/jobs'
import { listProjects } from '@portolan/contract/projects'
import { plural } from '@portolan/engine/documents/wording/numbers'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { hasEnded } from '../../api/job-events.ts'
import { query } from '../../api/query.ts'
import type { Column } from '../../table/column.ts'
import { DataTable } from '../../table/data-table.tsx'
import { useLocalRows } from '../../table/row-source.ts'
import { Empty } from '../../ui/empty.tsx'
import { ErrorView } from '../../ui/error-view.tsx'
import { FilterInput } from '../../ui/filter-input.tsx'
import { jobTitle, secondsText } from '../../ui/job-progress.tsx'
import { Page } from '../../ui/page.tsx'
import { timeText } from '../../ui/time.tsx'
import { Toned } from '../../ui/tone.tsx'
import { JobDrawer } from './job-drawer.tsx'
import { JOB_STATE_WORDS } from './job-states.ts'

const route = getRouteApi('/shell/jobs')
const newest = query(listJobs, { query: { limit: 200 } })
const allProjects = query(listProjects, { query: { limit: 1000 } })
const BUSY_MS = 2000

interface JobRow extends Job {
  readonly projectName: string
}

const columns: readonly Column<JobRow>[] = [
  { id: 'kind', title: 'Job', width: 140, sort: 'ascending', value: (job) => jobTitle(job.kind) },
  {
    id: 'state',
    title: 'State',
    width: 110,
    sort: 'ascending',
    value: (job) => job.state,
    cell: (job) => <Toned tone={JOB_STATE_WORDS[job.state].tone}>{JOB_STATE_WORDS[job.state].word}</Toned>,
  },
  { id: 'project', title: 'Project', width: 180, sort: 'ascending', value: (job) => job.projectName },
  { id: 'phase', title: 'Phase', width: 200, grows: true, value: (job) => job.error?.message ?? job.phase },
  { id: 'done', title: 'Done', width: 70, align: 'end', sort: 'descending', value: (job) => job.done, cell: doneText },
  {
    id: 'created',
    title: 'Started',
    width: 150,
    sort: 'descending',
    value: (job) => job.startedAt ?? job.createdAt,
    cell: (job) => timeText(job.startedAt ?? job.createdAt, Intl.DateTimeFormat().resolvedOptions().timeZone),
  },
  { id: 'took', title: 'Took', width: 70, align: 'end', sort: 'descending', value: secondsOf, cell: tookText },
  { id: 'actor', title: 'By', width: 104, sort: 'ascending', value: (job) => job.actorName },
]

export function JobsPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [sort, setSort] = useState('-created')
  const jobs = useQuery({
    ...newest,
    refetchInterval: ({ state }) => (state.data?.rows.some((job) => !hasEnded(job)) ? BUSY_MS : false),
  })
  const projects = useQuery(allProjects)
  const rows = useMemo(() => {
    const names = new Map(projects.data?.rows.map((project) => [project.id, project.name]))
    const find = (search.find ?? '').toLowerCase()
    return (
      jobs.data?.rows
        .map((job) => ({ ...job, projectName: names.get(job.projectId ?? '') ?? '' }))
        .filter((job) => `${jobTitle(job.kind)} ${job.projectName} ${job.state}`.toLowerCase().includes(find)) ?? null
    )
  }, [jobs.data, projects.data, search.find])
  const source = useLocalRows(rows, columns, sort, search.find)
  const open = (job: string | undefined) => navigate({ search: { ...search, job }, replace: job === undefined })
  const running = jobs.data?.rows.filter((job) => !hasEnded(job)).length ?? 0
  return (
    <Page
      title="Jobs"
      layout="fill"
      state={running > 0 ? `${plural(running, 'job')} at work` : 'Nothing is at work. Imports and exports run as jobs.'}
      actions={
        <FilterInput
          label="Filter jobs"
          value={search.find ?? ''}
          onChange={(find) => navigate({ search: { ...search, find: find || undefined }, replace: true })}
        />
      }
    >
      {jobs.error ? (
        <ErrorView error={jobs.error} what="The jobs could not be read" onRetry={() => jobs.refetch()} />
      ) : (
        <DataTable
          label="Jobs"
          columns={columns}
          source={source}
          rowKey={keyOf}
          sort={sort}
          onSort={setSort}
          onOpen={(job) => open(job.id)}
          openKey={search.job}
          empty={
            <Empty title="No job yet">
              An import or an export becomes one, and stays listed here with its log when it has ended.
            </Empty>
          }
        />
      )}
      {search.job && <JobDrawer id={search.job} onClose={() => open(undefined)} />}
    </Page>
  )
}

const keyOf = (job: JobRow) => job.id

function doneText(job: Job) {
  return job.total > 0 && job.state !== 'done'
    ? `${Math.floor((job.done / job.total) * 100)} %`
    : job.state === 'done'
      ? '100 %'
      : '–'
}

function secondsOf(job: Job): number | null {
  if (job.startedAt === null || job.finishedAt === null) return null
  return (Date.parse(job.finishedAt) - Date.parse(job.startedAt)) / 1000
}

function tookText(job: Job) {
  const seconds = secondsOf(job)
  return seconds === null ? '–' : seconds < 1 ? '< 1 s' : secondsText(seconds)
}
