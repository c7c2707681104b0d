import { Button, VisuallyHidden } from '@mantine/core'
import { getStats, listHosts } from '@portolan/contract/inventory'
import { getProject } from '@portolan/contract/projects'
import { listVms } from '@portolan/contract/vms'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { query } from '../../api/query.ts'
import { to } from '../../paths.ts'
import { Empty } from '../../ui/empty.tsx'
import { ErrorView } from '../../ui/error-view.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Page } from '../../ui/page.tsx'
import { KeyFigures } from './key-figures.tsx'
import { NextSteps } from './next-steps.tsx'
import styles from './overview.module.css'
import { overviewSentence } from './overview-sentence.ts'
import type { Picture } from './picture.ts'
import { PictureView } from './picture-view.tsx'
import { clustersPicture, cpuModelsPicture, hostsPicture, tenantsPicture } from './place-pictures.ts'
import { findingsPicture, modePicture, riskPicture } from './risk-pictures.ts'
import { largestPicture, sizesPicture } from './size-pictures.ts'
import { familiesPicture, powerPicture, supportPicture } from './system-pictures.ts'

const route = getRouteApi('/shell/p/$project/overview')
/** One row, for the sums over all of them. */
const SUMS = { limit: 1, fields: 'id' }

/** What the estate is like, in pictures whose marks lead to the VMs behind them, and what to do next. */
export function OverviewPage() {
  const { project } = route.useParams()
  const about = useQuery(query(getProject, { params: { project } }))
  const isEmpty = about.data?.currentSnapshotId === null
  const stats = useQuery({ ...query(getStats, { params: { project } }), enabled: !isEmpty })
  const hosts = useQuery({ ...query(listHosts, { params: { project } }), enabled: !isEmpty })
  const sums = useQuery({ ...query(listVms, { params: { project }, query: SUMS }), enabled: !isEmpty })
  const usedGiB = sums.data?.sums.usedGiB ?? null
  const pictures = useMemo(() => {
    if (!stats.data) return []
    const all: (Picture | null)[] = [
      riskPicture(stats.data),
      modePicture(stats.data),
      powerPicture(stats.data),
      familiesPicture(stats.data),
      supportPicture(stats.data),
      findingsPicture(stats.data),
      sizesPicture(stats.data),
      largestPicture(stats.data, usedGiB),
      tenantsPicture(stats.data),
      clustersPicture(stats.data),
      hosts.data ? hostsPicture(hosts.data.rows) : null,
      hosts.data ? cpuModelsPicture(hosts.data.rows) : null,
    ]
    return all.filter((picture) => picture !== null)
  }, [stats.data, hosts.data, usedGiB])

  if (isEmpty) return <NothingYet project={project} />
  if (stats.error) {
    return (
      <Page title="Overview">
        <ErrorView error={stats.error} what="The overview could not be read" onRetry={() => stats.refetch()} />
      </Page>
    )
  }
  return (
    <Page
      title="Overview"
      state={stats.data ? overviewSentence(stats.data, about.data?.totals ?? null) : ' '}
      actions={<Button renderRoot={(props) => <Link {...props} {...to.plan(project)} />}>Open the plan</Button>}
    >
      {stats.data ? (
        <div className={styles.overview}>
          <KeyFigures stats={stats.data} usedGiB={usedGiB} />
          <div className={styles.pictures}>
            <NextSteps project={project} steps={stats.data.next} />
            <VisuallyHidden component="h2">The estate in pictures</VisuallyHidden>
            {pictures.map((picture) => (
              <PictureView key={picture.id} project={project} picture={picture} />
            ))}
          </div>
        </div>
      ) : (
        <Loading label="Loading the overview" />
      )}
    </Page>
  )
}

function NothingYet({ project }: { project: string }) {
  return (
    <Page title="Overview" state="Nothing was imported yet">
      <Empty
        title="Import an export to see the estate"
        action={<Button renderRoot={(props) => <Link {...props} {...to.import(project)} />}>Import an export</Button>}
      >
        From an RVTools workbook or its CSV files come risk, systems and their ends of support, sizes, clusters and what
        to do next; the plan is made with them.
      </Empty>
    </Page>
  )
}
