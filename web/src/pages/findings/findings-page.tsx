import { Button, SegmentedControl } from '@mantine/core'
import { listFindings } from '@portolan/contract/findings'
import { getProject } from '@portolan/contract/projects'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { lazy, Suspense, useMemo, useState } from 'react'
import { query } from '../../api/query.ts'
import { to } from '../../paths.ts'
import { DataTable } from '../../table/data-table.tsx'
import { useLocalRows } from '../../table/row-source.ts'
import { Empty } from '../../ui/empty.tsx'
import { ErrorView } from '../../ui/error-view.tsx'
import { FilterInput } from '../../ui/filter-input.tsx'
import { Page } from '../../ui/page.tsx'
import { PageTabs } from '../../ui/page-tabs.tsx'
import styles from './findings.module.css'
import { findingsColumns, type RuleRow } from './findings-columns.tsx'
import { findingsSentence, rowsOf, tabOf } from './findings-filter.ts'
import { NotEvaluated } from './not-evaluated.tsx'

const RuleDrawer = lazy(() => import('./rule-drawer.tsx'))

const route = getRouteApi('/shell/p/$project/findings')

const SEVERITIES = [
  { value: '', label: 'All' },
  { value: 'critical', label: 'Critical' },
  { value: 'warning', label: 'Warning' },
  { value: 'info', label: 'Information' },
]
/** The worst first, and among those the widest: sorting is stable, and rows come in by number of VMs. */
const FIRST_SORT = '-severity'

/** What was found on the estate, rule by rule. */
export function FindingsPage() {
  const { project } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [sort, setSort] = useState(FIRST_SORT)
  const about = useQuery(query(getProject, { params: { project } }))
  const isEmpty = about.data?.currentSnapshotId === null
  const findings = useQuery({ ...query(listFindings, { params: { project } }), enabled: !isEmpty })
  const columns = useMemo(() => findingsColumns(project), [project])
  const all = findings.data?.rows ?? null
  const rows = useMemo(
    () =>
      all &&
      rowsOf(
        [...all].sort((a, b) => b.vms - a.vms),
        { tab: search.tab, severity: search.severity, find: search.find },
      ),
    [all, search.tab, search.severity, search.find],
  )
  const source = useLocalRows(rows, columns, sort, `${search.tab} ${search.severity} ${search.find}`)
  const tab = tabOf(search)
  const set = (part: Partial<typeof search>) => navigate({ search: { ...search, ...part }, replace: true })
  const open = (rule: string | undefined) => navigate({ search: { ...search, rule }, replace: rule === undefined })

  if (isEmpty) {
    return (
      <Page title="Findings" state="Nothing was imported yet">
        <Empty
          title="What is found on the VMs of an export stands here"
          action={<Button renderRoot={(props) => <Link {...props} {...to.import(project)} />}>Import an export</Button>}
        >
          Each with what it means, what helps, and the cells that say so.
        </Empty>
      </Page>
    )
  }
  if (findings.error) {
    return (
      <Page title="Findings">
        <ErrorView error={findings.error} what="The findings could not be read" onRetry={() => findings.refetch()} />
      </Page>
    )
  }
  const shown = all?.find(({ rule }) => rule === search.rule)
  return (
    <Page
      title="Findings"
      layout="fill"
      state={all ? findingsSentence(all) : ' '}
      actions={
        <Button variant="default" renderRoot={(props) => <Link {...props} {...to.methodology({ project })} />}>
          How risk is reckoned
        </Button>
      }
      bar={
        <PageTabs
          label="Findings"
          active={tab}
          tabs={[
            { id: 'fired', label: 'Fired', counter: all?.filter(({ enabled }) => enabled).length, tab: undefined },
            { id: 'off', label: 'Switched off', counter: all?.filter(({ enabled }) => !enabled).length, tab: 'off' },
            {
              id: 'missing',
              label: 'Not evaluated',
              counter: findings.data?.notEvaluated.length,
              tab: 'missing',
            },
          ].map(({ tab: next, ...rest }) => ({ ...rest, link: to.findings(project, next ? { tab: next } : {}) }))}
        />
      }
    >
      {tab === 'missing' ? (
        <NotEvaluated project={project} rules={findings.data?.notEvaluated ?? null} />
      ) : (
        <>
          <div className={styles.filters}>
            <FilterInput
              label="Filter findings"
              value={search.find ?? ''}
              onChange={(find) => set({ find: find || undefined })}
            />
            <SegmentedControl
              size="xs"
              aria-label="Severity"
              data={SEVERITIES}
              value={search.severity ?? ''}
              onChange={(severity) => set({ severity: severity || undefined })}
            />
          </div>
          <DataTable
            label="Findings"
            columns={columns}
            source={source}
            rowKey={keyOf}
            sort={sort}
            onSort={setSort}
            onOpen={(row) => open(row.rule)}
            openKey={search.rule}
            empty={
              tab === 'off' ? (
                <Empty title="No rule is switched off">Open a finding to switch its rule off for this project.</Empty>
              ) : (
                <Empty title="No finding is like that">Take a filter off, or look for another word.</Empty>
              )
            }
          />
        </>
      )}
      {shown && (
        <Suspense>
          <RuleDrawer key={shown.rule} project={project} finding={shown} onClose={() => open(undefined)} />
        </Suspense>
      )}
    </Page>
  )
}

const keyOf = (row: RuleRow) => row.rule
