import type { DiskTable, Texts } from '../../inventory/estate.ts'
import { textOf } from './book.ts'
import type { Column, TableDefinition } from './table-definition.ts'
import { flagCell, tenantOfVm, vmName } from './vm-cells.ts'
import { type PartRow, partRows } from './vm-rows.ts'

const diskText = (
  key: string,
  header: string,
  width: number,
  column: (disks: DiskTable) => Texts,
): Column<PartRow> => ({
  ...{ key, header, kind: 'text', width },
  value: ({ part }, book) => textOf(book, column(book.estate.disks), part),
})

export const disksTable: TableDefinition<PartRow> = {
  name: 'disks',
  title: 'Disks',
  about: 'One row per virtual disk of a VM that counts.',
  columns: [
    { key: 'vm', header: 'VM', kind: 'text', width: 32, value: ({ vm }, book) => vmName(vm, book) },
    { key: 'tenant', header: 'Tenant', kind: 'text', width: 22, value: ({ vm }, book) => tenantOfVm(vm, book).name },
    diskText('disk', 'Disk', 16, ({ label }) => label),
    {
      ...{ key: 'capacityGiB', header: 'Capacity', unit: 'GiB', kind: 'gib', width: 12, total: 'sum' },
      value: ({ part }, { estate }) => estate.disks.capacityGiB[part],
    },
    {
      key: 'thin',
      header: 'Thin',
      kind: 'flag',
      width: 7,
      value: ({ part }, { estate }) => flagCell(estate.disks.thin[part]),
    },
    diskText('mode', 'Mode', 24, ({ mode }) => mode),
    {
      ...{ key: 'raw', header: 'Raw', kind: 'flag', width: 7 },
      value: ({ part }, { estate }) => flagCell(estate.disks.raw[part]),
      tones: [{ tone: 'amber', when: 'equals', value: 'yes' }],
      meaning: 'A mapping to a LUN of the storage.',
    },
    diskText('rawMode', 'Raw mode', 16, ({ rawCompatMode }) => rawCompatMode),
    diskText('sharing', 'Sharing', 16, ({ sharingMode }) => sharingMode),
    diskText('sharedBus', 'Shared bus', 16, ({ sharedBus }) => sharedBus),
    diskText('controller', 'Controller', 24, ({ controller }) => controller),
    diskText('datastore', 'Datastore', 28, ({ datastore }) => datastore),
    diskText('path', 'Path', 60, ({ path }) => path),
  ],
  rows: (book) => partRows(book, book.estate.disks),
}
