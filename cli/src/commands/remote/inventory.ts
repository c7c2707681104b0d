import {
  type ClusterRow,
  type DatastoreRow,
  type HostRow,
  listClusters,
  listDatastores,
  listHosts,
  listNetworks,
  listTenants,
  type NetworkRow,
  type TenantRow,
} from '@portolan/contract/inventory'
import { dayOf } from '@portolan/engine/documents/wording/dates'
import { duration } from '@portolan/engine/documents/wording/sizes'
import type { z } from 'zod'
import type { Api } from '../../remote/api.ts'
import {
  countColumn,
  type ListColumn,
  listing,
  percentColumn,
  sizeColumn,
  textColumn,
  yesNo,
} from '../../remote/listing.ts'
import type { Run } from '../../remote/run.ts'

type Host = z.output<typeof HostRow>
type Cluster = z.output<typeof ClusterRow>
type Datastore = z.output<typeof DatastoreRow>
type Network = z.output<typeof NetworkRow>
type Tenant = z.output<typeof TenantRow>

/** A list of the current snapshot: all of its rows, in the order of the server. */
function listOf<Row>(
  ask: (api: Api, input: { readonly params: { readonly project: string } }) => Promise<{ readonly rows: Row[] }>,
  columns: readonly ListColumn<Row>[],
) {
  return {
    async list(run: Run, _: readonly [], { project }: { readonly project: string }) {
      const answer = await ask(run.api, { params: { project } })
      run.print(answer, () => listing(answer.rows, columns, 'The current snapshot has none.', run.screen))
    },
  }
}

export const hosts = listOf<Host>(
  (api, input) => api.call(listHosts, input),
  [
    textColumn('host', ({ name }) => name, 24),
    textColumn('cluster', ({ cluster }) => cluster, 8),
    textColumn('ESXi', ({ esxVersion }) => esxVersion.replace(/^VMware ESXi /, '').replace(/ build-\d+$/, ''), 6),
    textColumn('CPU', ({ cpuModel }) => cpuModel, 10),
    countColumn('cores', ({ cores }) => cores),
    sizeColumn('memory', ({ memoryGiB }) => memoryGiB),
    percentColumn('CPU %', ({ cpuUsagePct }) => cpuUsagePct),
    percentColumn('mem %', ({ memoryUsagePct }) => memoryUsagePct),
    countColumn('VMs', ({ vms }) => vms),
  ],
)

export const clusters = listOf<Cluster>(
  (api, input) => api.call(listClusters, input),
  [
    textColumn('cluster', ({ name }) => name, 20),
    textColumn('datacenter', ({ datacenter }) => datacenter, 8),
    countColumn('hosts', ({ hosts: it }) => it),
    countColumn('cores', ({ cores }) => cores),
    sizeColumn('memory', ({ memoryGiB }) => memoryGiB),
    textColumn('HA', ({ haEnabled }) => yesNo(haEnabled)),
    textColumn('DRS', ({ drsEnabled }) => yesNo(drsEnabled)),
    countColumn('VMs', ({ vms }) => vms),
    countColumn('vCPU', ({ vcpus }) => vcpus),
    sizeColumn('VM memory', ({ vmMemoryGiB }) => vmMemoryGiB),
  ],
)

export const datastores = listOf<Datastore>(
  (api, input) => api.call(listDatastores, input),
  [
    textColumn('datastore', ({ name }) => name, 24),
    textColumn('vCenter', ({ vcenter }) => vcenter, 8),
    textColumn('type', ({ type }) => type),
    sizeColumn('capacity', ({ capacityGiB }) => capacityGiB),
    sizeColumn('in use', ({ inUseGiB }) => inUseGiB),
    sizeColumn('free', ({ freeGiB }) => freeGiB),
    countColumn('hosts', ({ hosts: it }) => it),
    countColumn('VMs', ({ vms }) => vms),
  ],
)

export const networks = listOf<Network>(
  (api, input) => api.call(listNetworks, input),
  [
    textColumn('network', ({ name }) => name, 24),
    textColumn('vCenter', ({ vcenter }) => vcenter, 8),
    textColumn('VLAN', ({ vlan }) => vlan, 4),
    textColumn('switch', ({ switches }) => switches.join(', '), 8),
    countColumn('VMs', ({ vms }) => vms),
    countColumn('on', ({ poweredOnVms }) => poweredOnVms),
    countColumn('adapters', ({ adapters }) => adapters),
  ],
)

export const tenants = listOf<Tenant>(
  (api, input) => api.call(listTenants, input),
  [
    textColumn('tenant', ({ name }) => name, 20),
    textColumn('org VDC', ({ orgVdc }) => orgVdc, 8),
    countColumn('VMs', ({ vms }) => vms),
    countColumn('RED', ({ red }) => red),
    countColumn('cold', ({ cold }) => cold),
    sizeColumn('used', ({ usedGiB }) => usedGiB),
    { ...textColumn<Tenant>('downtime', ({ downtimeHours }) => duration(downtimeHours)), align: 'right' },
    textColumn('from', ({ firstDay }) => dayOf(firstDay)),
    textColumn('to', ({ lastDay }) => dayOf(lastDay)),
  ],
)
