import type { Cluster, Datastore, DiskTable, Estate, Host, VmTable } from '../estate.ts'
import type { Infrastructure } from './build-infra.ts'
import { datastoreIn } from './build-parts.ts'
import { compareTexts } from './compare.ts'

type Named = { readonly vcenter: number; readonly name: string; readonly datacenter: string; readonly cluster: string }

/**
 * Hosts, clusters and datastores that rows of VMs alone name, where no file has the sheet that lists them
 * (design.md §6). What the sheet would have told of them stays unknown.
 */
export function derivedInfrastructure(
  sheets: Estate['sheets'],
  vms: VmTable,
  disks: DiskTable,
  texts: readonly string[],
): Partial<Infrastructure> {
  const derived: { -readonly [K in keyof Infrastructure]?: Infrastructure[K] } = {}
  const named = (column: Uint32Array, vm: number): Named => ({
    vcenter: vms.vcenter[vm],
    name: texts[column[vm]],
    datacenter: texts[vms.datacenter[vm]],
    cluster: texts[vms.cluster[vm]],
  })
  // A host is known by its name in a vCenter; clusters of one name may stand in several datacenters.
  if (!sheets.has('vHost')) {
    const hosts = firstVms(vms, vms.host, null).map((vm) => named(vms.host, vm))
    derived.hosts = hosts.sort(byPlace).map(unlistedHost)
  }
  if (!sheets.has('vCluster')) {
    const clusters = firstVms(vms, vms.cluster, vms.datacenter).map((vm) => named(vms.cluster, vm))
    derived.clusters = clusters.sort(byPlace).map(unlistedCluster)
  }
  if (!sheets.has('vDatastore')) derived.datastores = datastoresOf(vms, disks, texts)
  return derived
}

/** One VM, the first in their order, for each distinct value of a column (and a second one) in a vCenter. */
function firstVms(vms: VmTable, column: Uint32Array, second: Uint32Array | null): number[] {
  const seen = new Map<number, Set<number>>()
  const first: number[] = []
  for (let vm = 0; vm < vms.count; vm++) {
    if (column[vm] === 0) continue
    const key = vms.vcenter[vm] * 2 ** 32 + column[vm]
    const seconds = seen.get(key) ?? new Set()
    const other = second === null ? 0 : second[vm]
    if (seconds.has(other)) continue
    seen.set(key, seconds.add(other))
    first.push(vm)
  }
  return first
}

function byPlace(a: Named, b: Named): number {
  return a.vcenter - b.vcenter || compareTexts(a.datacenter, b.datacenter) || compareTexts(a.name, b.name)
}

function datastoresOf(vms: VmTable, disks: DiskTable, texts: readonly string[]): Datastore[] {
  const found = new Map<string, { vcenter: number; name: string }>()
  let last = ''
  const add = (vcenter: number, name: string) => {
    const key = `${vcenter}|${name}`
    if (name !== '' && key !== last) found.set(key, { vcenter, name })
    last = key
  }
  for (let disk = 0; disk < disks.count; disk++) add(vms.vcenter[disks.vm[disk]], texts[disks.datastore[disk]])
  for (let vm = 0; vm < vms.count; vm++) add(vms.vcenter[vm], datastoreIn(texts[vms.vmxPath[vm]]))
  return [...found.values()]
    .sort((a, b) => a.vcenter - b.vcenter || compareTexts(a.name, b.name))
    .map(({ vcenter, name }) => ({
      ...nowhere(vcenter, name),
      type: '',
      accessible: null,
      capacityGiB: Number.NaN,
      provisionedGiB: Number.NaN,
      inUseGiB: Number.NaN,
      freeGiB: Number.NaN,
      hostCount: Number.NaN,
      hosts: '',
      cluster: '',
      address: '',
      version: '',
      listed: false,
    }))
}

/** No row of a sheet stands for it. */
function nowhere(vcenter: number, name: string) {
  return { source: 0, row: 0, vcenter, objectId: '', name }
}

function unlistedHost({ vcenter, name, datacenter, cluster }: Named): Host {
  return {
    ...nowhere(vcenter, name),
    datacenter,
    cluster,
    cpuModel: '',
    speedMHz: Number.NaN,
    sockets: Number.NaN,
    cores: Number.NaN,
    threadsActive: null,
    cpuUsagePct: Number.NaN,
    memoryGiB: Number.NaN,
    memoryUsagePct: Number.NaN,
    nics: Number.NaN,
    hbas: Number.NaN,
    vmsTotal: Number.NaN,
    vmsOn: Number.NaN,
    vcpus: Number.NaN,
    vramGiB: Number.NaN,
    evc: '',
    maxEvc: '',
    maintenance: null,
    esxVersion: '',
    vendor: '',
    model: '',
    bootedAt: Number.NaN,
    listed: false,
  }
}

function unlistedCluster({ vcenter, name, datacenter }: Named): Cluster {
  return {
    ...nowhere(vcenter, name),
    datacenter,
    hosts: Number.NaN,
    effectiveHosts: Number.NaN,
    cpuMHz: Number.NaN,
    cores: Number.NaN,
    threads: Number.NaN,
    memoryGiB: Number.NaN,
    haEnabled: null,
    admissionControl: null,
    drsEnabled: null,
    drsBehavior: '',
    dpmEnabled: null,
    listed: false,
  }
}
