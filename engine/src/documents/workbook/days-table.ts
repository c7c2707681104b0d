import type { ScheduleDay } from '../../schedule/schedule.ts'
import type { Book } from './book.ts'
import type { TableDefinition } from './table-definition.ts'
import { tenantOfVm } from './vm-cells.ts'

/** The plan day by day, days without a cut-over too. */
export const daysTable: TableDefinition<ScheduleDay> = {
  name: 'days',
  title: 'Days',
  about: 'One row per working day of the plan.',
  columns: [
    { key: 'date', header: 'Date', kind: 'date', width: 12, value: (day) => day.date },
    { key: 'day', header: 'Day', kind: 'ordinal', width: 7, value: (day) => day.number },
    { key: 'start', header: 'Starts', kind: 'instant', width: 17, value: (day) => day.start },
    { key: 'end', header: 'Ends', kind: 'instant', width: 17, value: (day) => day.end },
    {
      ...{ key: 'migratedVms', header: 'VMs cut over', kind: 'integer', width: 11, total: 'sum' },
      value: (day) => day.migrated.length,
    },
    { key: 'warmVms', header: 'Warm', kind: 'integer', width: 9, total: 'sum', value: (day) => day.warmVms },
    { key: 'coldVms', header: 'Cold', kind: 'integer', width: 9, total: 'sum', value: (day) => day.coldVms },
    {
      ...{ key: 'activeVms', header: 'VMs copying', kind: 'integer', width: 11, value: (day) => day.active },
      meaning: 'VMs that copied on this day, cut over or not.',
    },
    {
      ...{ key: 'transferGiB', header: 'Transferred', unit: 'GiB', kind: 'gib', width: 13, total: 'sum' },
      value: (day) => day.transferGiB,
    },
    {
      ...{ key: 'linkShare', header: 'Link used', kind: 'share', width: 9, value: (day) => day.linkUse },
      meaning: 'Share of what the effective rate can move in the day.',
    },
    {
      ...{ key: 'downtimeHours', header: 'Downtime', unit: 'h', kind: 'hours', width: 11, total: 'sum' },
      value: (day) => day.downtimeHours,
    },
    {
      ...{ key: 'tenants', header: 'Tenants', kind: 'integer', width: 9 },
      value: (day, book) => tenantNames(day, book).length,
    },
    {
      ...{ key: 'tenantNames', header: 'Names of tenants', kind: 'text', width: 60 },
      value: (day, book) => tenantNames(day, book).join(', '),
      meaning: 'Whose VMs are cut over.',
    },
  ],
  rows: ({ plan }) => plan.schedule.days,
}

/** Whose VMs are cut over. */
function tenantNames(day: ScheduleDay, book: Book): string[] {
  return [...new Set(day.migrated.map((vm) => tenantOfVm(vm, book).name))].sort()
}
