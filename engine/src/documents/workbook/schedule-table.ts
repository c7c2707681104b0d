import { weekdayOf } from '../wording/dates.ts'
import { count, decimal, percent, plural } from '../wording/numbers.ts'
import type { Book } from './book.ts'
import type { TableDefinition } from './table-definition.ts'
import {
  copyColumn,
  moveColumn,
  osColumn,
  powerColumn,
  riskColumn,
  tenantColumns,
  usedColumn,
  vmNameColumn,
} from './vm-columns.ts'
import { plannedColumns, timeColumns } from './vm-time-columns.ts'

/** VMs in the order in which they are cut over, under a line for each day. */
export const scheduleTable: TableDefinition<number> = {
  name: 'schedule',
  title: 'Daily schedule',
  about: 'One row per VM on the day of its cut-over, in order of its end; a copy may have begun on an earlier day.',
  frozenColumns: 3,
  columns: [
    {
      ...{ key: 'date', header: 'Date', kind: 'date', width: 12 },
      value: (vm, { plan }) => plan.schedule.days[plan.schedule.cutoverDay[vm]].date,
    },
    {
      ...{ key: 'day', header: 'Day', kind: 'ordinal', width: 6 },
      value: (vm, { plan }) => plan.schedule.days[plan.schedule.cutoverDay[vm]].number,
      meaning: 'Working day of the plan.',
    },
    vmNameColumn,
    ...tenantColumns,
    riskColumn,
    moveColumn,
    powerColumn,
    osColumn,
    usedColumn,
    copyColumn,
    ...plannedColumns,
    ...timeColumns,
  ],
  bands: {
    of: (vm, { plan }) => plan.schedule.cutoverDay[vm],
    cells: (day, book) => [...dayCells(day, book), dayLine(day, book)],
  },
  *rows({ plan }) {
    for (const day of plan.schedule.days) yield* day.migrated
  },
}

function dayCells(index: number, { plan }: Book) {
  const { date, number } = plan.schedule.days[index]
  return [date, number]
}

/** `Tue 9 Jun 2026 · 41 VMs (38 warm, 3 cold) · 1,288 GiB · link 87 % · 12.4 h downtime`. */
function dayLine(index: number, { plan }: Book): string {
  const day = plan.schedule.days[index]
  return [
    weekdayOf(day.date),
    `${plural(day.migrated.length, 'VM')} (${count(day.warmVms)} warm, ${count(day.coldVms)} cold)`,
    `${count(day.transferGiB)} GiB`,
    `link ${percent(day.linkUse * 100)}`,
    `${decimal(day.downtimeHours, 1)} h downtime`,
  ].join(' · ')
}
