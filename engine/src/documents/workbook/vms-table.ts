import { textOf } from './book.ts'
import type { Column, TableDefinition } from './table-definition.ts'
import { copyColumn, tenantColumns, vmNameColumn } from './vm-columns.ts'
import { judgementColumns, systemColumns } from './vm-judgement-columns.ts'
import { machineColumns, originColumns, partColumns, placeColumns } from './vm-place-columns.ts'
import { sizeColumns } from './vm-size-columns.ts'
import { plannedColumns, timeColumns } from './vm-time-columns.ts'

/** Everything that is known and decided of every VM that counts, in canonical order. */
export const vmsTable: TableDefinition<number> = {
  name: 'vms',
  title: 'All VMs',
  about: 'One row per VM that counts: no template, no placeholder.',
  columns: [
    vmNameColumn,
    ...tenantColumns,
    ...judgementColumns,
    ...systemColumns,
    ...sizeColumns,
    copyColumn,
    ...timeColumns,
    {
      ...{ key: 'copyDay', header: 'First day', kind: 'ordinal', width: 8 },
      value: (vm, { plan }) => dayNumber(plan.schedule.firstDay[vm]),
      meaning: 'Working day of the plan on which its copy starts.',
    },
    {
      ...{ key: 'cutoverDay', header: 'Cut-over day', kind: 'ordinal', width: 9 },
      value: (vm, { plan }) => dayNumber(plan.schedule.cutoverDay[vm]),
    },
    ...plannedColumns,
    {
      ...{ key: 'notScheduled', header: 'Not scheduled because', kind: 'text', width: 24 },
      value: (vm, { unscheduledReasons }) => unscheduledReasons.get(vm) ?? '',
    },
    ...partColumns,
    ...machineColumns,
    ...placeColumns,
    ...originColumns,
  ],
  *rows({ facts }) {
    for (let vm = 0; vm < facts.count; vm++) yield vm
  },
  ownColumns: ({ estate }) =>
    estate.customColumns.map(
      ({ name, values }, index): Column<number> => ({
        ...{ key: `custom${index + 1}`, header: name, kind: 'text', width: 18, isCustom: true },
        value: (vm, book) => textOf(book, values, book.facts.vm[vm]),
        meaning: 'A custom attribute or tag of the source.',
      }),
    ),
}

function dayNumber(index: number): number | null {
  return index < 0 ? null : index + 1
}
