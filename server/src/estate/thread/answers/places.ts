import type { ClusterRow, DatastoreRow, HostRow, NetworkRow } from '@portolan/contract/inventory'
import { isCounted } from '@portolan/engine/inventory/estate'
import { vlanLabel } from '@portolan/engine/networks/vlan'
import type { z } from 'zod'
import { vcenterName } from '../list/columns.ts'
import type { View } from '../view.ts'

const known = (value: number): number | null => (Number.isFinite(value) ? value : null)

export function hostRows(view: View): z.infer<typeof HostRow>[] {
  const { estate, facts, snapshot } = view
  const vms = counts(facts.count, (row) => snapshot.placesOfVms.host(facts.vm[row]))
  return estate.hosts.map((host) => ({
    name: host.name,
    vcenter: vcenterOf(view, host.vcenter),
    datacenter: host.datacenter,
    cluster: host.cluster,
    cpuModel: host.cpuModel,
    esxVersion: host.esxVersion,
    vendor: host.vendor,
    model: host.model,
    sockets: known(host.sockets),
    cores: known(host.cores),
    speedMHz: known(host.speedMHz),
    memoryGiB: known(host.memoryGiB),
    cpuUsagePct: known(host.cpuUsagePct),
    memoryUsagePct: known(host.memoryUsagePct),
    vms: vms.get(host) ?? 0,
    maintenance: host.maintenance,
  }))
}

export function clusterRows(view: View): z.infer<typeof ClusterRow>[] {
  const { estate, facts, snapshot } = view
  const sums = new Map<object, { vms: number; vcpus: number; vmMemoryGiB: number }>()
  for (let row = 0; row < facts.count; row++) {
    const cluster = snapshot.placesOfVms.cluster(facts.vm[row])
    if (!cluster) continue
    const sum = sums.get(cluster) ?? { vms: 0, vcpus: 0, vmMemoryGiB: 0 }
    sums.set(cluster, sum)
    sum.vms++
    sum.vcpus += facts.vcpus[row] || 0
    sum.vmMemoryGiB += facts.memoryGiB[row] || 0
  }
  return estate.clusters.map((cluster) => ({
    name: cluster.name,
    vcenter: vcenterOf(view, cluster.vcenter),
    datacenter: cluster.datacenter,
    hosts: known(cluster.hosts),
    cores: known(cluster.cores),
    cpuMHz: known(cluster.cpuMHz),
    memoryGiB: known(cluster.memoryGiB),
    haEnabled: cluster.haEnabled,
    drsEnabled: cluster.drsEnabled,
    ...(sums.get(cluster) ?? { vms: 0, vcpus: 0, vmMemoryGiB: 0 }),
  }))
}

export function datastoreRows(view: View): z.infer<typeof DatastoreRow>[] {
  const { estate, snapshot } = view
  const { disks, vms } = estate
  const users = new Map<object, { vms: number; last: number }>()
  for (let disk = 0; disk < disks.count; disk++) {
    const vm = disks.vm[disk]
    const datastore = isCounted(vms, vm) ? snapshot.placesOfVms.datastore(disk) : null
    if (!datastore) continue
    const user = users.get(datastore) ?? { vms: 0, last: -1 }
    users.set(datastore, user)
    // Disks come VM by VM.
    if (user.last !== vm) user.vms++
    user.last = vm
  }
  return estate.datastores.map((datastore) => ({
    name: datastore.name,
    vcenter: vcenterOf(view, datastore.vcenter),
    type: datastore.type,
    capacityGiB: known(datastore.capacityGiB),
    provisionedGiB: known(datastore.provisionedGiB),
    inUseGiB: known(datastore.inUseGiB),
    freeGiB: known(datastore.freeGiB),
    hosts: known(datastore.hostCount),
    vms: users.get(datastore)?.vms ?? 0,
  }))
}

export function networkRows(view: View): z.infer<typeof NetworkRow>[] {
  return view.networks.map((network) => ({
    name: network.name,
    vcenter: vcenterOf(view, network.vcenter),
    kind: network.kind,
    vlan: network.vlan === null ? '' : vlanLabel(network.vlan),
    vlanFrom: network.vlanFrom,
    switches: [...network.switches],
    vms: network.vms,
    poweredOnVms: network.poweredOnVms,
    adapters: network.adapters,
  }))
}

function vcenterOf({ estate }: View, index: number): string {
  const vcenter = estate.vcenters[index]
  return vcenter ? vcenterName(vcenter) : ''
}

function counts<T extends object>(rows: number, placeOf: (row: number) => T | null): Map<T, number> {
  const vms = new Map<T, number>()
  for (let row = 0; row < rows; row++) {
    const place = placeOf(row)
    if (place) vms.set(place, (vms.get(place) ?? 0) + 1)
  }
  return vms
}
