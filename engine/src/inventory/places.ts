import type { Cluster, Datastore, Estate, Host, PortGroup, Texts, Vmkernel } from './estate.ts'

/**
 * Joins of VMs and their parts to the small tables, by vCenter and name: RVTools writes no ids of hosts, clusters or
 * port groups in the rows of VMs.
 */
export interface PlacesOfVms {
  host(vm: number): Host | null
  cluster(vm: number): Cluster | null
  /** The datastore of a disk; null where its path names none or the sheet does not list it. */
  datastore(disk: number): Datastore | null
  /** Port groups of the adapter's network: one per host for a standard switch. */
  portGroups(nic: number): readonly PortGroup[]
  /** VMkernel adapters on the network of the adapter. */
  vmkernels(nic: number): readonly Vmkernel[]
}

/** Answers are remembered per vCenter and text code, so that asking for every VM costs one look-up each. */
export function placesOfVms(estate: Estate): PlacesOfVms {
  const { vms, disks, nics } = estate
  const hosts = byName(estate, estate.hosts, (host) => host.name)
  const clusters = byName(estate, estate.clusters, (cluster) => cluster.name)
  const datastores = byName(estate, estate.datastores, (datastore) => datastore.name)
  const portGroups = byName(estate, estate.portGroups, (group) => group.name)
  const vmkernels = byName(estate, estate.vmkernels, (adapter) => adapter.portGroup)

  const clusterAt = (vm: number): Cluster | null => {
    const candidates = clusters(vms.vcenter[vm], vms.cluster[vm])
    if (candidates.length < 2) return candidates[0] ?? null
    // Two datacenters of one vCenter may both have a "Cluster01".
    const datacenter = estate.texts[vms.datacenter[vm]]
    return candidates.find((cluster) => cluster.datacenter === datacenter) ?? candidates[0]
  }

  const vcenterOfNic = (nic: number) => vms.vcenter[nics.vm[nic]]
  return {
    host: (vm) => hosts(vms.vcenter[vm], vms.host[vm])[0] ?? null,
    cluster: clusterAt,
    datastore: (disk) => datastores(vms.vcenter[disks.vm[disk]], disks.datastore[disk])[0] ?? null,
    portGroups: (nic) => portGroups(vcenterOfNic(nic), nics.network[nic]),
    vmkernels: (nic) => vmkernels(vcenterOfNic(nic), nics.network[nic]),
  }
}

type Find<Row> = (vcenter: number, code: Texts[number]) => readonly Row[]

const NONE: readonly never[] = []
/** Codes stay far below this; the product with a vCenter index stays an exact integer. */
const CODES = 2 ** 32

function byName<Row extends { readonly vcenter: number }>(
  { texts }: Estate,
  rows: readonly Row[],
  nameOf: (row: Row) => string,
): Find<Row> {
  const named = new Map<string, Row[]>()
  for (const row of rows) {
    const name = nameOf(row)
    if (name === '') continue
    const key = `${row.vcenter} ${name}`
    const same = named.get(key)
    if (same) same.push(row)
    else named.set(key, [row])
  }
  const found = new Map<number, readonly Row[]>()
  return (vcenter, code) => {
    if (code === 0) return NONE
    const key = vcenter * CODES + code
    let answer = found.get(key)
    if (answer === undefined) {
      answer = named.get(`${vcenter} ${texts[code]}`) ?? NONE
      found.set(key, answer)
    }
    return answer
  }
}
