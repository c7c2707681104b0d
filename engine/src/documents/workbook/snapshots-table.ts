import { MS_PER_DAY } from '../../units.ts'
import { dateOrNull, textOf } from './book.ts'
import type { TableDefinition } from './table-definition.ts'
import { tenantOfVm, vmName } from './vm-cells.ts'
import { type PartRow, partRows } from './vm-rows.ts'

export const snapshotsTable: TableDefinition<PartRow> = {
  name: 'snapshots',
  title: 'Snapshots',
  about: 'One row per snapshot of a VM that counts.',
  columns: [
    { key: 'vm', header: 'VM', kind: 'text', width: 32, value: ({ vm }, book) => vmName(vm, book) },
    { key: 'tenant', header: 'Tenant', kind: 'text', width: 22, value: ({ vm }, book) => tenantOfVm(vm, book).name },
    {
      ...{ key: 'snapshot', header: 'Snapshot', kind: 'text', width: 36 },
      value: ({ part }, book) => textOf(book, book.estate.snapshots.name, part),
    },
    {
      ...{ key: 'takenOn', header: 'Taken', kind: 'date', width: 12 },
      value: ({ part }, book) => dateOrNull(book, book.estate.snapshots.createdAt[part]),
    },
    {
      ...{ key: 'ageDays', header: 'Age', unit: 'days', kind: 'integer', width: 10 },
      value: ({ part }, { estate, assessment }) =>
        Math.floor((assessment.asOf - estate.snapshots.createdAt[part]) / MS_PER_DAY),
      meaning: 'Whole days up to the day of the assessment.',
    },
    {
      ...{ key: 'sizeGiB', header: 'Size', unit: 'GiB', kind: 'gib', width: 11, total: 'sum' },
      value: ({ part }, { estate }) => estate.snapshots.sizeGiB[part],
    },
    {
      ...{ key: 'state', header: 'State', kind: 'text', width: 14 },
      value: ({ part }, book) => textOf(book, book.estate.snapshots.state, part),
    },
    {
      ...{ key: 'description', header: 'Description', kind: 'text', width: 60 },
      value: ({ part }, book) => textOf(book, book.estate.snapshots.description, part),
    },
  ],
  rows: (book) => partRows(book, book.estate.snapshots),
}
