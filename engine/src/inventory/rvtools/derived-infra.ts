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
  // A host is known by its name in a vCenter; clusters of one name may stand in several datacenters.
  const fromVms = (keyOf: (named: Named) => string, at: (vm: number) => Named | null) => {
    const found = new Map<string, Named>()
    for (let vm = 0; vm < vms.count; vm++) {
      const named = at(vm)
      if (named) found.set(keyOf(named), named)
    }
    return [...found.values()].sort(
      (a, b) =>
        a.vcenter - b.vcenter ||
        compareTexts(a.datacenter, b.datacenter) ||
        compareTexts(a.name, b.name) ||
        compareTexts(a.cluster, b.cluster),
    )
  }
  const place = (vm: number, name: number): Named | null =>
    name === 0
      ? null
      : {
          vcenter: vms.vcenter[vm],
          name: texts[name],
          datacenter: texts[vms.datacenter[vm]],
          cluster: texts[vms.cluster[vm]],
        }

  if (!sheets.has('vHost')) {
    const key = (it: Named) => `${it.vcenter}|${it.name}`
    derived.hosts = fromVms(key, (vm) => place(vm, vms.host[vm])).map(unlistedHost)
  }
  if (!sheets.has('vCluster')) {
    const key = (it: Named) => `${it.vcenter}|${it.name}|${it.datacenter}`
    derived.clusters = fromVms(key, (vm) => place(vm, vms.cluster[vm])).map(unlistedCluster)
  }
  if (!sheets.has('vDatastore')) derived.datastores = datastoresOf(vms, disks, texts)
  return derived
}

function datastoresOf(vms: VmTable, disks: DiskTable, texts: readonly string[]): Datastore[] {
  const found = new Map<string, { vcenter: number; name: string }>()
  const add = (vcenter: number, name: string) => {
    if (name !== '') found.set(`${vcenter}|${name}`, { vcenter, name })
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
