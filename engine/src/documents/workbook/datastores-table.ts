import type { Datastore } from '../../inventory/estate.ts'
import type { Book } from './book.ts'
import type { TableDefinition } from './table-definition.ts'
import { FILL_TONES } from './tones.ts'
import { vcenterName } from './vm-cells.ts'

interface DatastoreRow {
  readonly datastore: Datastore
  /** Disks of VMs in scope, by their path. */
  readonly disks: number
  readonly diskGiB: number
}

export const datastoresTable: TableDefinition<DatastoreRow> = {
  name: 'datastores',
  title: 'Datastores',
  about: 'One row per datastore, with the disks that stand on it.',
  columns: [
    { key: 'datastore', header: 'Datastore', kind: 'text', width: 34, value: ({ datastore }) => datastore.name },
    { key: 'type', header: 'Type', kind: 'text', width: 9, value: ({ datastore }) => datastore.type },
    { key: 'disks', header: 'Disks', kind: 'integer', width: 8, total: 'sum', value: ({ disks }) => disks },
    {
      ...{ key: 'diskGiB', header: 'Capacity of disks', unit: 'GiB', kind: 'gib', width: 13, total: 'sum' },
      value: ({ diskGiB }) => diskGiB,
      meaning: 'Of the disks whose path names this datastore.',
    },
    {
      ...{ key: 'capacityGiB', header: 'Capacity', unit: 'GiB', kind: 'gib', width: 13, total: 'sum' },
      value: ({ datastore }) => datastore.capacityGiB,
    },
    {
      ...{ key: 'provisionedGiB', header: 'Provisioned', unit: 'GiB', kind: 'gib', width: 13, total: 'sum' },
      value: ({ datastore }) => datastore.provisionedGiB,
    },
    {
      ...{ key: 'inUseGiB', header: 'In use', unit: 'GiB', kind: 'gib', width: 13, total: 'sum' },
      value: ({ datastore }) => datastore.inUseGiB,
    },
    {
      ...{ key: 'freeGiB', header: 'Free', unit: 'GiB', kind: 'gib', width: 13, total: 'sum' },
      value: ({ datastore }) => datastore.freeGiB,
    },
    {
      ...{ key: 'usedPct', header: 'Full', kind: 'percent', width: 8, tones: FILL_TONES },
      value: ({ datastore: { capacityGiB, freeGiB } }) =>
        capacityGiB > 0 ? ((capacityGiB - freeGiB) / capacityGiB) * 100 : null,
    },
    {
      key: 'accessible',
      header: 'Accessible',
      kind: 'flag',
      width: 10,
      value: ({ datastore }) => datastore.accessible,
    },
    { key: 'hosts', header: 'Hosts', kind: 'integer', width: 8, value: ({ datastore }) => datastore.hostCount },
    {
      key: 'cluster',
      header: 'Datastore cluster',
      kind: 'text',
      width: 22,
      value: ({ datastore }) => datastore.cluster,
    },
    { key: 'address', header: 'Address', kind: 'text', width: 34, value: ({ datastore }) => datastore.address },
    { key: 'version', header: 'Version', kind: 'text', width: 10, value: ({ datastore }) => datastore.version },
    {
      ...{ key: 'vcenter', header: 'vCenter', kind: 'text', width: 22 },
      value: ({ datastore }, { estate }) => vcenterName(estate.vcenters[datastore.vcenter]),
    },
    {
      ...{
        key: 'listed',
        header: 'In vDatastore',
        kind: 'flag',
        width: 11,
        value: ({ datastore }) => datastore.listed,
      },
      meaning: 'No: only paths of disks name it.',
    },
  ],
  rows: (book) => {
    const loads = loadsByName(book)
    return book.estate.datastores.map((datastore) => ({
      datastore,
      ...(loads.get(`${datastore.vcenter} ${datastore.name}`) ?? { disks: 0, diskGiB: 0 }),
    }))
  },
}

function loadsByName({ estate, counts }: Book): Map<string, { disks: number; diskGiB: number }> {
  const { disks, texts, vms } = estate
  const loads = new Map<string, { disks: number; diskGiB: number }>()
  for (let disk = 0; disk < disks.count; disk++) {
    const vm = disks.vm[disk]
    if (disks.datastore[disk] === 0 || counts[vm] === 0) continue
    const key = `${vms.vcenter[vm]} ${texts[disks.datastore[disk]]}`
    const load = loads.get(key) ?? { disks: 0, diskGiB: 0 }
    load.disks++
    load.diskGiB += disks.capacityGiB[disk] || 0
    loads.set(key, load)
  }
  return loads
}
