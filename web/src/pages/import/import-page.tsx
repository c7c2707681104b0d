import { FileButton } from '@mantine/core'
import { listImports, listSnapshots, type Snapshot } from '@portolan/contract/imports'
import { getProject } from '@portolan/contract/projects'
import { dayOf } from '@portolan/engine/documents/wording/dates'
import { plural } from '@portolan/engine/documents/wording/numbers'
import { IconFileImport } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { invalidate, query } from '../../api/query.ts'
import { Action } from '../../ui/action.tsx'
import { Empty } from '../../ui/empty.tsx'
import { ErrorView } from '../../ui/error-view.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Page } from '../../ui/page.tsx'
import { DropTarget } from '../../upload/drop-target.tsx'
import { EXPORT_TYPES } from '../../upload/dropped-files.ts'
import { startUpload, useUpload } from '../../upload/uploads.ts'
import styles from './import.module.css'
import { ImportHistory } from './import-history.tsx'
import { ImportProgress } from './import-progress.tsx'
import { SnapshotReport } from './snapshot-report.tsx'

const route = getRouteApi('/shell/p/$project/import')

export function ImportPage() {
  const params = route.useParams()
  const { snapshot: chosen } = route.useSearch()
  const client = useQueryClient()
  const project = useQuery(query(getProject, { params }))
  const imports = useQuery(query(listImports, { params }))
  const snapshots = useQuery(query(listSnapshots, { params }))
  const upload = useUpload(params.project)
  const newest = imports.data?.rows[0] ?? null
  const isBusy = (upload !== null && upload.error === null) || (newest !== null && newest.finishedAt === null)
  const refused = isBusy ? 'One import at a time: the one below must end or be cancelled first' : null

  const begin = (files: readonly File[]) => {
    if (files.length === 0 || refused !== null) return
    startUpload(params.project, files).then(
      () => invalidate(client, 'imports.', 'jobs.'),
      // The refusal stands in the upload, which the page shows.
      () => {},
    )
  }
  const shown =
    snapshots.data?.rows.find((row) => row.id === chosen) ?? snapshots.data?.rows.find((row) => row.isCurrent)
  return (
    <DropTarget label="Drop exports to import them" onFiles={begin}>
      <Page
        title="Import"
        state={snapshots.data && stateOf(snapshots.data.rows)}
        actions={
          <FileButton multiple accept={EXPORT_TYPES} onChange={begin}>
            {(button) => (
              <Action {...button} disabledReason={refused} leftSection={<IconFileImport size={16} />}>
                Choose exports
              </Action>
            )}
          </FileButton>
        }
      >
        <ImportProgress project={params.project} newest={newest} />
        {imports.error || snapshots.error ? (
          <ErrorView
            error={imports.error ?? snapshots.error}
            what="The imports could not be read"
            onRetry={() => invalidate(client, 'imports.', 'snapshots.')}
          />
        ) : !imports.data || !snapshots.data ? (
          <Loading label="Loading imports" />
        ) : snapshots.data.rows.length === 0 ? (
          !isBusy && <NoExport name={project.data?.name ?? params.project} />
        ) : (
          <div className={styles.parts}>
            {shown && <SnapshotReport project={params.project} snapshot={shown} />}
            <ImportHistory
              project={params.project}
              imports={imports.data.rows}
              snapshots={snapshots.data.rows}
              shown={shown?.id}
            />
          </div>
        )}
      </Page>
    </DropTarget>
  )
}

function NoExport({ name }: { name: string }) {
  return (
    <div className={styles.drop}>
      <Empty title={`Drop the RVTools exports of ${name} here`}>
        Workbooks (.xlsx, .xls), CSV files, a ZIP or a folder of them; several files of several vCenters make one
        estate. Nothing leaves this server, and the files are deleted once they are read.
      </Empty>
    </div>
  )
}

function stateOf(snapshots: readonly Snapshot[]): string {
  const current = snapshots.find((snapshot) => snapshot.isCurrent)
  if (!current) return 'No export was imported yet.'
  const vms = current.counts.vms ?? 0
  const rejected = current.rejectedCount > 0 ? `, ${plural(current.rejectedCount, 'row')} kept out` : ''
  return `The estate is of ${dayOf(current.asOf.slice(0, 10))}: ${plural(vms, 'VM')}${rejected}. ${plural(snapshots.length, 'snapshot')} so far.`
}
