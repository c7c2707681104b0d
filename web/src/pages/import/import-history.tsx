import type { Import, Snapshot } from '@portolan/contract/imports'
import { dayOf } from '@portolan/engine/documents/wording/dates'
import { count } from '@portolan/engine/documents/wording/numbers'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { to } from '../../paths.ts'
import type { Column } from '../../table/column.ts'
import { DataTable } from '../../table/data-table.tsx'
import { useLocalRows } from '../../table/row-source.ts'
import { Time } from '../../ui/time.tsx'
import { type Tone, Toned } from '../../ui/tone.tsx'
import styles from './import.module.css'

interface HistoryRow extends Import {
  readonly snapshot: Snapshot | null
}

const MOST_ROWS = 10

const STATE_WORDS: Readonly<Record<Import['state'], { readonly word: string; readonly tone: Tone }>> = {
  uploading: { word: 'uploading', tone: 'blue' },
  queued: { word: 'waiting', tone: 'grey' },
  running: { word: 'running', tone: 'blue' },
  done: { word: 'done', tone: 'green' },
  failed: { word: 'failed', tone: 'red' },
  cancelled: { word: 'cancelled', tone: 'grey' },
}

const columns: readonly Column<HistoryRow>[] = [
  { id: 'files', title: 'Files', width: 240, value: ({ files }) => files.map((file) => file.name).join(', ') },
  {
    id: 'state',
    title: 'State',
    width: 100,
    sort: 'ascending',
    value: ({ state }) => state,
    cell: ({ state }) => <Toned tone={STATE_WORDS[state].tone}>{STATE_WORDS[state].word}</Toned>,
  },
  {
    id: 'snapshot',
    title: 'Snapshot',
    width: 90,
    value: ({ snapshot }) => snapshot?.number,
    cell: ({ snapshot }) => (snapshot ? `${snapshot.number}${snapshot.isCurrent ? ', current' : ''}` : '–'),
  },
  {
    id: 'asOf',
    title: 'As of',
    width: 110,
    sort: 'descending',
    value: ({ snapshot }) => snapshot?.asOf,
    cell: ({ snapshot }) => dayOf(snapshot?.asOf.slice(0, 10) ?? null),
  },
  vmCount('vms', 'VMs', (snapshot) => snapshot.counts.vms),
  vmCount('rejected', 'Kept out', (snapshot) => snapshot.rejectedCount),
  vmCount('warnings', 'Warnings', (snapshot) => snapshot.warnings.length),
  {
    id: 'created',
    title: 'Imported',
    width: 150,
    sort: 'descending',
    value: ({ createdAt }) => createdAt,
    cell: ({ createdAt }) => <Time at={createdAt} />,
  },
  { id: 'actor', title: 'By', width: 104, sort: 'ascending', value: ({ actorName }) => actorName },
]

function vmCount(id: string, title: string, of: (snapshot: Snapshot) => number | null): Column<HistoryRow> {
  const value = ({ snapshot }: HistoryRow) => (snapshot ? of(snapshot) : null)
  return {
    id,
    title,
    width: 76,
    align: 'end',
    sort: 'descending',
    value,
    cell: (row) => {
      const known = value(row)
      return known === null || known === undefined ? '–' : count(known)
    },
  }
}

interface ImportHistoryProps {
  readonly project: string
  readonly imports: readonly Import[]
  readonly snapshots: readonly Snapshot[]
  readonly shown?: string
}

/** Every import and the snapshot it became; opening one shows its report, or the job of one that failed. */
export function ImportHistory({ project, imports, snapshots, shown }: ImportHistoryProps) {
  const navigate = useNavigate()
  const [sort, setSort] = useState('-created')
  const rows = useMemo(
    () => imports.map((row) => ({ ...row, snapshot: snapshots.find((made) => made.id === row.snapshotId) ?? null })),
    [imports, snapshots],
  )
  const source = useLocalRows(rows, columns, sort)
  const open = ({ snapshot, jobId }: HistoryRow) => {
    if (snapshot) void navigate({ to: '/p/$project/import', params: { project }, search: { snapshot: snapshot.id } })
    else if (jobId) void navigate(to.jobs({ job: jobId }))
  }
  return (
    <section className={styles.section} aria-label="History">
      <h2>History</h2>
      <DataTable
        label="Imports"
        columns={columns}
        source={source}
        rowKey={keyOf}
        sort={sort}
        onSort={setSort}
        onOpen={open}
        openKey={rows.find((row) => row.snapshot?.id === shown)?.id}
        mostRows={MOST_ROWS}
      />
    </section>
  )
}

const keyOf = (row: HistoryRow) => row.id
