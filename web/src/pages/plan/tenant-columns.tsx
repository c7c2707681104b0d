import { dayOf } from '@portolan/engine/documents/wording/dates'
import { count, decimal } from '@portolan/engine/documents/wording/numbers'
import type { ReactNode } from 'react'
import type { Column } from '../../table/column.ts'
import { SharesBar } from '../../ui/shares-bar.tsx'
import { Risk } from '../../ui/tone.tsx'
import type { PlanDay } from './buckets.ts'
import styles from './plan.module.css'
import type { PlanTenant, PlanVm, TenantLine } from './tenant-rows.ts'

type Value = string | number | null

/** Columns that show a tenant and a VM alike: a VM stands below its tenant, its figures below the sums. */
export function tenantColumns(days: readonly PlanDay[]): readonly Column<TenantLine>[] {
  const placeOf = new Map(days.map((day, index) => [day.date, index]))
  return [
    {
      id: 'name',
      title: 'Tenant',
      width: 220,
      sort: 'ascending',
      value: (line) => (line.kind === 'tenant' ? line.tenant.name : line.kind === 'vm' ? line.vm.name : line.text),
      cell: nameCell,
    },
    column(
      'vms',
      'VMs',
      64,
      (tenant) => tenant.vms,
      () => null,
      (vms) => count(vms),
    ),
    {
      id: 'risk',
      title: 'Risk',
      width: 92,
      sort: 'descending',
      value: (line) =>
        line.kind === 'tenant' ? line.tenant.red * 1e6 + line.tenant.yellow : line.kind === 'vm' ? line.vm.risk : null,
      cell: riskCell,
    },
    column(
      'warm',
      'Warm',
      66,
      (tenant) => tenant.warm,
      (vm) => (vm.effectiveMode === 'warm' ? 1 : null),
      count,
    ),
    column(
      'cold',
      'Cold',
      62,
      (tenant) => tenant.cold,
      (vm) => (vm.effectiveMode === 'cold' ? 1 : null),
      count,
    ),
    column(
      'used',
      'In use',
      92,
      (tenant) => tenant.usedGiB,
      (vm) => vm.usedGiB,
      (size) => decimal(size, 0),
      'GiB',
    ),
    column(
      'downtime',
      'Downtime',
      104,
      (tenant) => tenant.downtimeHours,
      (vm) => vm.downtimeHours,
      (hours) => decimal(hours, 1),
      'h',
    ),
    {
      id: 'first',
      title: 'First day',
      width: 102,
      align: 'end',
      sort: 'ascending',
      value: (line) => daysOf(line).first,
      cell: (line) => dayText(daysOf(line).first),
    },
    {
      id: 'last',
      title: 'Done',
      width: 102,
      align: 'end',
      sort: 'ascending',
      value: (line) => daysOf(line).last,
      cell: (line) => dayText(daysOf(line).last),
    },
    {
      id: 'span',
      title: 'In the plan',
      width: 116,
      value: () => null,
      cell: (line) => spanCell(line, placeOf),
    },
    column(
      'copy',
      'Copy',
      84,
      (tenant) => tenant.copyHours,
      (vm) => vm.copyHours,
      (hours) => decimal(hours, 1),
      'h',
    ),
  ]
}

function column(
  id: string,
  title: string,
  width: number,
  ofTenant: (tenant: PlanTenant) => number,
  ofVm: (vm: PlanVm) => Value,
  shown: (value: number) => string,
  unit?: string,
): Column<TenantLine> {
  const value = (line: TenantLine): Value =>
    line.kind === 'tenant' ? ofTenant(line.tenant) : line.kind === 'vm' ? ofVm(line.vm) : null
  return {
    ...{ id, title, width, unit, align: 'end', sort: 'descending', value },
    cell: (line) => {
      const it = value(line)
      return typeof it === 'number' ? shown(it) : ''
    },
  }
}

function nameCell(line: TenantLine): ReactNode {
  if (line.kind === 'note') return <span className={styles.below}>{line.text}</span>
  if (line.kind === 'vm') return <span className={styles.below}>{line.vm.name}</span>
  const { name, orgVdc } = line.tenant
  return (
    <span className={styles.who} title={orgVdc ? `${name} · ${orgVdc}` : name}>
      <span aria-hidden className={styles.caret}>
        {line.isOpen ? '▾' : '▸'}
      </span>
      <span className={styles.hidden}>{line.isOpen ? 'Close ' : 'Open '}</span>
      <span className={styles.tenant}>{name}</span>
      {orgVdc && <span className={styles.orgVdc}>· {orgVdc}</span>}
    </span>
  )
}

function riskCell(line: TenantLine): ReactNode {
  if (line.kind === 'note') return null
  if (line.kind === 'vm') return <Risk risk={line.vm.risk} />
  const { green, yellow, red } = line.tenant
  return (
    <span className={styles.shares}>
      <SharesBar
        label="Risk"
        parts={[
          { name: 'RED', value: red, tone: 'red' },
          { name: 'YELLOW', value: yellow, tone: 'amber' },
          { name: 'GREEN', value: green, tone: 'green' },
        ]}
      />
    </span>
  )
}

function daysOf(line: TenantLine): { readonly first: string | null; readonly last: string | null } {
  if (line.kind === 'tenant') return { first: line.tenant.firstDay, last: line.tenant.lastDay }
  if (line.kind === 'vm') return { first: line.firstDay, last: line.lastDay }
  return { first: null, last: null }
}

function dayText(date: string | null): string {
  return date === null ? '' : dayOf(date)
}

/** A line of a Gantt: from the first copy to the last cut-over, along the working days of the plan. */
function spanCell(line: TenantLine, placeOf: ReadonlyMap<string, number>): ReactNode {
  const { first, last } = daysOf(line)
  const from = first === null ? undefined : placeOf.get(first)
  const till = last === null ? undefined : placeOf.get(last)
  if (from === undefined || till === undefined) return null
  const width = Math.max(1.5, ((till - from + 1) / placeOf.size) * 100)
  const left = Math.min(100 - width, (from / placeOf.size) * 100)
  return (
    <span className={styles.span} title={`${dayOf(first)} to ${dayOf(last)}`}>
      <span data-kind={line.kind} style={{ left: `${left}%`, width: `${width}%` }} />
    </span>
  )
}
