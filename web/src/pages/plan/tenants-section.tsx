import type { PlanAnswer } from '@portolan/contract/plan'
import { listVms } from '@portolan/contract/vms'
import { count, decimal } from '@portolan/engine/documents/wording/numbers'
import { useQueries } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { query } from '../../api/query.ts'
import { to } from '../../paths.ts'
import type { Column } from '../../table/column.ts'
import { DataTable } from '../../table/data-table.tsx'
import { sortRows, useLocalRows } from '../../table/row-source.ts'
import { FilterInput } from '../../ui/filter-input.tsx'
import styles from './plan.module.css'
import { tenantsTitle } from './plan-words.ts'
import { tenantColumns } from './tenant-columns.tsx'
import {
  type PlanTenant,
  type PlanVm,
  type TenantLine,
  type TenantVms,
  tenantKey,
  tenantLines,
  VM_FIELDS,
} from './tenant-rows.ts'

interface TenantsSectionProps {
  readonly project: string
  readonly plan: PlanAnswer
  /** Name of the tenant that is open from the start. */
  readonly opened: string | undefined
}

const MOST_VMS = 1000
const lineKey = (line: TenantLine) => line.key

/** Owners with the sums of their VMs; a click opens one. */
export function TenantsSection({ project, plan, opened }: TenantsSectionProps) {
  const [sort, setSort] = useState('first')
  const [find, setFind] = useState('')
  const [open, setOpen] = useState<readonly PlanTenant[]>(() => plan.tenants.filter(({ name }) => name === opened))
  const navigate = useNavigate()
  const columns = useMemo(() => tenantColumns(plan.days), [plan.days])
  const vms = useOpenVms(project, open)
  const shown = useMemo(() => {
    const wanted = find.trim().toLowerCase()
    const fitting = plan.tenants.filter(({ name, orgVdc }) => `${name}\n${orgVdc}`.toLowerCase().includes(wanted))
    const lines = fitting.map(
      (tenant): TenantLine => ({ kind: 'tenant', key: tenantKey(tenant), tenant, isOpen: false }),
    )
    return sortRows(lines, columns, sort).flatMap((line) => (line.kind === 'tenant' ? [line.tenant] : []))
  }, [plan.tenants, find, columns, sort])
  const lines = useMemo(() => tenantLines(shown, vms, plan.days), [shown, vms, plan.days])
  // They are in their order already.
  const source = useLocalRows(lines, columns as readonly Column<TenantLine>[], '', `${sort} ${find}`)
  const act = (line: TenantLine) => {
    if (line.kind === 'vm') void navigate(to.vms(project, { search: line.vm.name, vm: line.vm.id }))
    else if (line.kind === 'note') void navigate(to.vms(project, { tenant: filterValue(line.tenant.name) }))
    else setOpen((now) => toggled(now, line.tenant))
  }
  return (
    <section aria-labelledby="tenants" className={styles.section}>
      <div className={styles.sectionHead}>
        <h2 id="tenants">{tenantsTitle(plan)}</h2>
        <FilterInput label="Filter tenants" value={find} onChange={setFind} width={220} />
      </div>
      <DataTable
        label="Tenants"
        columns={columns}
        source={source}
        rowKey={lineKey}
        sort={sort}
        onSort={setSort}
        onOpen={act}
        totals={useMemo(() => totalsOf(shown), [shown])}
        mostRows={16}
        empty={<p className="second">No tenant has “{find}” in its name.</p>}
      />
    </section>
  )
}

/** A comma parts the values of a filter. */
function filterValue(name: string): string {
  return name.replaceAll(',', '\\,')
}

function toggled(open: readonly PlanTenant[], tenant: PlanTenant): readonly PlanTenant[] {
  const key = tenantKey(tenant)
  const others = open.filter((other) => tenantKey(other) !== key)
  return others.length < open.length ? others : [...open, tenant]
}

function useOpenVms(project: string, open: readonly PlanTenant[]): ReadonlyMap<string, TenantVms> {
  return useQueries({
    queries: open.map((tenant) =>
      query(listVms, {
        params: { project },
        query: {
          tenant: filterValue(tenant.name),
          fields: VM_FIELDS.join(','),
          sort: 'cutoverEnd',
          limit: MOST_VMS,
        },
      }),
    ),
    combine: (results) =>
      new Map(
        results.map(({ data, error }, index): [string, TenantVms] => [
          tenantKey(open[index]),
          {
            rows: (data?.rows as readonly PlanVm[] | undefined) ?? null,
            total: data?.total ?? 0,
            error: error?.message ?? null,
          },
        ]),
      ),
  })
}

function totalsOf(tenants: readonly PlanTenant[]) {
  const sum = (of: (tenant: PlanTenant) => number) => tenants.reduce((total, tenant) => total + of(tenant), 0)
  return {
    name: 'All of them',
    vms: count(sum((tenant) => tenant.vms)),
    warm: count(sum((tenant) => tenant.warm)),
    cold: count(sum((tenant) => tenant.cold)),
    used: decimal(
      sum((tenant) => tenant.usedGiB),
      0,
    ),
    copy: decimal(
      sum((tenant) => tenant.copyHours),
      1,
    ),
    downtime: decimal(
      sum((tenant) => tenant.downtimeHours),
      1,
    ),
  }
}
