import { weekdayOf } from '@portolan/engine/documents/wording/dates'
import { count, decimal, share } from '@portolan/engine/documents/wording/numbers'
import { useMemo, useState } from 'react'
import type { Column } from '../../table/column.ts'
import { DataTable } from '../../table/data-table.tsx'
import { useLocalRows } from '../../table/row-source.ts'
import type { PlanDay } from './buckets.ts'

const number = { align: 'end', sort: 'descending' } as const

const COLUMNS: readonly Column<PlanDay>[] = [
  {
    id: 'date',
    title: 'Day',
    width: 160,
    sort: 'ascending',
    value: (day) => day.date,
    cell: (day) => weekdayOf(day.date),
  },
  {
    id: 'number',
    title: 'No',
    width: 64,
    align: 'end',
    sort: 'ascending',
    value: (day) => day.number,
    help: 'Working day of the plan',
  },
  {
    id: 'migrated',
    title: 'Cut over',
    unit: 'VMs',
    width: 110,
    ...number,
    value: (day) => day.migrated,
    cell: (day) => count(day.migrated),
  },
  { id: 'warm', title: 'Warm', width: 80, ...number, value: (day) => day.warmVms, cell: (day) => count(day.warmVms) },
  { id: 'cold', title: 'Cold', width: 80, ...number, value: (day) => day.coldVms, cell: (day) => count(day.coldVms) },
  {
    id: 'active',
    title: 'Active',
    unit: 'VMs',
    width: 100,
    ...number,
    value: (day) => day.active,
    cell: (day) => count(day.active),
    help: 'VMs that copied on this day, cut over or not',
  },
  {
    id: 'transfer',
    title: 'Copied',
    unit: 'GiB',
    width: 110,
    ...number,
    value: (day) => day.transferGiB,
    cell: (day) => decimal(day.transferGiB, 0),
  },
  {
    id: 'link',
    title: 'Link',
    unit: '%',
    width: 90,
    ...number,
    value: (day) => day.linkUse,
    cell: (day) => share(day.linkUse).replace(' %', ''),
  },
  {
    id: 'downtime',
    title: 'Downtime',
    unit: 'h',
    width: 110,
    ...number,
    value: (day) => day.downtimeHours,
    cell: (day) => decimal(day.downtimeHours, 1),
  },
]
const keyOf = (day: PlanDay) => day.date

/** The schedule day by day; Enter or a click shows the VMs of a day. */
export function DaysTable({ days, onDay }: { days: readonly PlanDay[]; onDay: (date: string) => void }) {
  const [sort, setSort] = useState('date')
  const source = useLocalRows(days, COLUMNS, sort)
  const totals = useMemo(() => {
    const sum = (of: (day: PlanDay) => number) => days.reduce((total, day) => total + of(day), 0)
    return {
      date: 'All days',
      migrated: count(sum((day) => day.migrated)),
      warm: count(sum((day) => day.warmVms)),
      cold: count(sum((day) => day.coldVms)),
      transfer: decimal(
        sum((day) => day.transferGiB),
        0,
      ),
      downtime: decimal(
        sum((day) => day.downtimeHours),
        1,
      ),
    }
  }, [days])
  return (
    <DataTable
      label="Days of the schedule"
      columns={COLUMNS}
      source={source}
      rowKey={keyOf}
      sort={sort}
      onSort={setSort}
      onOpen={(day) => onDay(day.date)}
      totals={totals}
      mostRows={14}
    />
  )
}
