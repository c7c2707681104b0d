import type { Cluster } from '../../inventory/estate.ts'
import { vmsByPlace } from './hosts-table.ts'
import type { TableDefinition } from './table-definition.ts'
import { vcenterName } from './vm-cells.ts'

interface ClusterRow {
  readonly cluster: Cluster
  readonly vms: number
}

export const clustersTable: TableDefinition<ClusterRow> = {
  name: 'clusters',
  title: 'Clusters',
  about: 'One row per cluster.',
  columns: [
    { key: 'cluster', header: 'Cluster', kind: 'text', width: 30, value: ({ cluster }) => cluster.name },
    { key: 'datacenter', header: 'Datacenter', kind: 'text', width: 18, value: ({ cluster }) => cluster.datacenter },
    { key: 'vms', header: 'VMs', kind: 'integer', width: 9, total: 'sum', value: ({ vms }) => vms },
    { key: 'hosts', header: 'Hosts', kind: 'integer', width: 8, total: 'sum', value: ({ cluster }) => cluster.hosts },
    {
      key: 'effectiveHosts',
      header: 'Effective hosts',
      kind: 'integer',
      width: 10,
      value: ({ cluster }) => cluster.effectiveHosts,
    },
    { key: 'cores', header: 'Cores', kind: 'integer', width: 9, total: 'sum', value: ({ cluster }) => cluster.cores },
    {
      key: 'threads',
      header: 'Threads',
      kind: 'integer',
      width: 9,
      total: 'sum',
      value: ({ cluster }) => cluster.threads,
    },
    {
      key: 'cpuMHz',
      header: 'CPU',
      unit: 'MHz',
      kind: 'integer',
      width: 12,
      total: 'sum',
      value: ({ cluster }) => cluster.cpuMHz,
    },
    {
      key: 'memoryGiB',
      header: 'Memory',
      unit: 'GiB',
      kind: 'gib',
      width: 12,
      total: 'sum',
      value: ({ cluster }) => cluster.memoryGiB,
    },
    {
      ...{ key: 'highAvailability', header: 'HA', kind: 'flag', width: 8, value: ({ cluster }) => cluster.haEnabled },
      meaning: 'VMs restart on another host when one fails.',
    },
    {
      key: 'admissionControl',
      header: 'Admission control',
      kind: 'flag',
      width: 11,
      value: ({ cluster }) => cluster.admissionControl,
    },
    {
      ...{ key: 'drs', header: 'DRS', kind: 'flag', width: 8, value: ({ cluster }) => cluster.drsEnabled },
      meaning: 'VMs are spread over hosts automatically.',
    },
    {
      key: 'drsBehavior',
      header: 'DRS behaviour',
      kind: 'text',
      width: 18,
      value: ({ cluster }) => cluster.drsBehavior,
    },
    { key: 'dpm', header: 'DPM', kind: 'flag', width: 8, value: ({ cluster }) => cluster.dpmEnabled },
    {
      ...{ key: 'vcenter', header: 'vCenter', kind: 'text', width: 22 },
      value: ({ cluster }, { estate }) => vcenterName(estate.vcenters[cluster.vcenter]),
    },
    {
      ...{ key: 'listed', header: 'In vCluster', kind: 'flag', width: 10, value: ({ cluster }) => cluster.listed },
      meaning: 'No: only other rows name it.',
    },
  ],
  rows: (book) => {
    const vms = vmsByPlace(book, book.estate.vms.cluster)
    return book.estate.clusters.map((cluster) => ({ cluster, vms: vms(cluster.vcenter, cluster.name) }))
  },
}
