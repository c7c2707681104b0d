import type { Project } from '@portolan/contract/projects'
import { weekdayOf } from '@portolan/engine/documents/wording/dates'
import { count, significant } from '@portolan/engine/documents/wording/numbers'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { to } from '../../paths.ts'
import type { Column } from '../../table/column.ts'
import { DataTable } from '../../table/data-table.tsx'
import { useLocalRows } from '../../table/row-source.ts'
import { Ago } from '../../ui/time.tsx'
import { Tag } from '../../ui/tone.tsx'
import { ProjectMenu } from './project-menu.tsx'
import { STATUS_TONES, statusWord } from './project-words.ts'

const GIB_PER_TIB = 1024

const columns: readonly Column<Project>[] = [
  { id: 'name', title: 'Project', width: 200, sort: 'ascending', value: (project) => project.name },
  { id: 'customer', title: 'Customer', width: 120, sort: 'ascending', value: (project) => project.customer },
  {
    id: 'status',
    title: 'Status',
    width: 100,
    sort: 'ascending',
    value: (project) => project.status,
    cell: ({ status }) => <Tag tone={STATUS_TONES[status]}>{statusWord(status)}</Tag>,
  },
  number('vms', 'VMs', (project) => project.totals?.vms),
  number('tenants', 'Tenants', (project) => project.totals?.tenants),
  number('red', 'RED', (project) => project.totals?.risk.red),
  {
    id: 'inUse',
    title: 'In use',
    unit: 'TiB',
    width: 82,
    align: 'end',
    sort: 'descending',
    value: (project) => (project.totals?.inUseGiB == null ? null : project.totals.inUseGiB / GIB_PER_TIB),
    cell: ({ totals }) => (totals?.inUseGiB == null ? '–' : significant(totals.inUseGiB / GIB_PER_TIB)),
  },
  {
    id: 'finish',
    title: 'Finishes',
    width: 140,
    sort: 'ascending',
    value: (project) => project.totals?.finish ?? null,
    cell: ({ totals }) => weekdayOf(totals?.finish ?? null),
  },
  {
    id: 'updated',
    title: 'Changed',
    width: 92,
    sort: 'descending',
    value: (project) => project.updatedAt,
    cell: (project) => <Ago at={project.updatedAt} />,
  },
  { id: 'menu', title: 'Actions', width: 72, value: () => null, cell: (project) => <ProjectMenu project={project} /> },
]

function number(id: string, title: string, value: (project: Project) => number | null | undefined): Column<Project> {
  return {
    id,
    title,
    width: 74,
    align: 'end',
    sort: 'descending',
    value,
    cell: (project) => {
      const known = value(project)
      return known == null ? '–' : count(known)
    },
  }
}

export default function ProjectsTable({ projects }: { projects: readonly Project[] }) {
  const [sort, setSort] = useState('-updated')
  const navigate = useNavigate()
  const source = useLocalRows(projects, columns, sort)
  return (
    <DataTable
      label="Projects"
      columns={columns}
      source={source}
      rowKey={keyOf}
      sort={sort}
      onSort={setSort}
      onOpen={(project) => navigate(project.totals ? to.overview(project.key) : to.import(project.key))}
    />
  )
}

const keyOf = (project: Project) => project.id
