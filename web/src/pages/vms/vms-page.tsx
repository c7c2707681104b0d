import { Button } from '@mantine/core'
import { getProject } from '@portolan/contract/projects'
import { listVms } from '@portolan/contract/vms'
import { decimal, plural } from '@portolan/engine/documents/wording/numbers'
import { duration } from '@portolan/engine/documents/wording/sizes'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useMemo, useState } from 'react'
import { call } from '../../api/client.ts'
import { query } from '../../api/query.ts'
import { to } from '../../paths.ts'
import type { VmSearch } from '../../search.ts'
import { shownColumns } from '../../table/column.ts'
import { ColumnsButton } from '../../table/columns-button.tsx'
import { DataTable } from '../../table/data-table.tsx'
import { useChosenColumns } from '../../table/preferences.ts'
import { nothingSelected, type Selection, selectedCount } from '../../table/selection.ts'
import { useWindowedRows } from '../../table/windowed-rows.ts'
import { Empty } from '../../ui/empty.tsx'
import { OnDemand, onDemand } from '../../ui/on-demand.tsx'
import { Page } from '../../ui/page.tsx'
import { ExportButton } from './export-button.tsx'
import { FilterBar } from './filter-bar.tsx'
import { ViewsButton } from './views-button.tsx'
import { fieldsOf, rowKey, VM_TABLE, type VmLine } from './vm-columns.tsx'
import { type FilterKey, filterOf, withoutFilter } from './vm-filter.ts'
import { stateSentence } from './vms-state.ts'

/** What nobody sees at first: menus, what is done with a selection, the drawer. */
const views = onDemand(() => import('./views-menu.tsx'))
const columnChooser = onDemand(() => import('../../table/column-chooser.tsx'))
const VmSelection = lazy(() => import('./vm-selection.tsx'))
const VmDrawer = lazy(() => import('./vm-drawer.tsx'))

const route = getRouteApi('/shell/p/$project/vms')

export function VmsPage() {
  const { project } = route.useParams()
  const about = useQuery(query(getProject, { params: { project } }))
  return about.data?.currentSnapshotId === null ? <NothingYet project={project} /> : <VmsTable />
}

function NothingYet({ project }: { project: string }) {
  return (
    <Page title="VMs" state="Nothing was imported yet">
      <Empty
        title="The VMs of an export stand here"
        action={<Button renderRoot={(props) => <Link {...props} {...to.import(project)} />}>Import an export</Button>}
      >
        With risk, mode, system, sizes and times of each, filtered and sorted as you need them.
      </Empty>
    </Page>
  )
}

/** Every VM of the current snapshot: the table lives in the URL, filters, sort, columns and the open VM. */
function VmsTable() {
  const { project } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [remembered, remember] = useChosenColumns('vms')
  const [selection, setSelection] = useState<Selection<VmLine>>(nothingSelected)

  const filterText = JSON.stringify(filterOf(search))
  const filter = useMemo(() => JSON.parse(filterText) as ReturnType<typeof filterOf>, [filterText])
  const sort = search.sort ?? 'name'
  const chosen = useMemo(() => search.columns?.split(',') ?? remembered, [search.columns, remembered])
  const columns = useMemo(() => shownColumns(VM_TABLE, chosen), [chosen])
  const fields = fieldsOf(columns)

  const fetchRows = useCallback(
    async (offset: number, limit: number, signal?: AbortSignal) => {
      const asked = { ...filter, sort, fields, offset, limit }
      const page = await call(listVms, { params: { project }, query: asked, signal })
      return { ...page, rows: page.rows as VmLine[] }
    },
    [project, filter, sort, fields],
  )
  const queryKey = useMemo(() => ['vms.list', project, filter, sort, fields], [project, filter, sort, fields])
  const { source, page } = useWindowedRows<VmLine, Awaited<ReturnType<typeof fetchRows>>>({ queryKey, fetchRows })

  const go = useCallback((next: VmSearch, replace = false) => void navigate({ search: next, replace }), [navigate])
  const setFilter = useCallback(
    (key: FilterKey, text: string | undefined, replace = false) => {
      // What was selected under another filter would be changed unseen.
      setSelection(nothingSelected)
      void navigate({ search: (now: VmSearch) => ({ ...now, [key]: text }), replace })
    },
    [navigate],
  )
  const clearFilters = () => {
    setSelection(nothingSelected)
    go(withoutFilter(search))
  }
  const chooseColumns = (next: readonly string[] | null) => {
    remember(next)
    go({ ...search, columns: next?.join(',') }, true)
  }
  const showView = (view: VmSearch) => {
    setSelection(nothingSelected)
    go(view)
  }
  const open = useCallback(
    (row: VmLine) => void navigate({ search: (now: VmSearch) => ({ ...now, vm: row.id }) }),
    [navigate],
  )

  return (
    <Page
      title="VMs"
      layout="fill"
      state={page ? stateSentence(page, Object.keys(filter).length > 0) : ' '}
      actions={
        <>
          <OnDemand part={views} props={{ search, onView: showView }}>
            {(reaching) => <ViewsButton search={search} {...reaching} />}
          </OnDemand>
          <OnDemand part={columnChooser} props={{ columns: VM_TABLE, chosen, onChoose: chooseColumns }}>
            {(reaching) => <ColumnsButton {...reaching} />}
          </OnDemand>
          <ExportButton project={project} columns={columns} source={source} />
        </>
      }
    >
      <FilterBar project={project} filter={filter} onFilter={setFilter} onClear={clearFilters} />
      {selectedCount(selection, source.total ?? 0) > 0 && (
        <Suspense>
          <VmSelection
            project={project}
            filter={filter}
            columns={columns}
            source={source}
            selection={selection}
            onSelection={setSelection}
          />
        </Suspense>
      )}
      <DataTable
        label="VMs"
        columns={columns}
        source={source}
        rowKey={rowKey}
        sort={sort}
        onSort={(next) => go({ ...search, sort: next }, true)}
        onOpen={open}
        openKey={search.vm}
        selection={selection}
        onSelection={setSelection}
        totals={page ? totalsOf(page) : undefined}
        empty={
          <Empty
            title="No VM is like that"
            action={
              <Button variant="default" onClick={clearFilters}>
                Clear filters
              </Button>
            }
          >
            Take a filter off, or look for a part of the name.
          </Empty>
        }
      />
      {search.vm && (
        <Suspense>
          <VmDrawer
            project={project}
            id={search.vm}
            tab={search.tab}
            onTab={(tab) => go({ ...search, tab }, true)}
            onClose={() => go({ ...search, vm: undefined, tab: undefined }, true)}
          />
        </Suspense>
      )}
    </Page>
  )
}

function totalsOf({ total, sums }: { total: number; sums: Readonly<Record<string, number>> }) {
  return {
    name: plural(total, 'VM'),
    vcpus: decimal(sums.vcpus, 0),
    memoryGiB: decimal(sums.memoryGiB, 0),
    usedGiB: decimal(sums.usedGiB, 0),
    diskCapacityGiB: decimal(sums.diskCapacityGiB, 0),
    downtimeHours: duration(sums.downtimeHours),
    copyHours: duration(sums.copyHours),
  }
}
