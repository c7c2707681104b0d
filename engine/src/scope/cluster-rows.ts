import type { Vcenter } from '../inventory/estate.ts'
import type { VmFacts } from '../inventory/facts.ts'
import { vcenterKeyOf } from '../inventory/references.ts'
import { compareTexts } from '../tenancy/owner-names.ts'

/** A cluster that VMs stand in; with '' as its name those that stand in none. */
export interface ClusterRow {
  /** Index into `Estate.vcenters`. */
  readonly vcenter: number
  /** How files name that vCenter. */
  readonly vcenterKey: string
  readonly datacenter: string
  readonly cluster: string
  readonly vms: number
}

/** The clusters of all VMs by vCenter, datacenter and name, and which of them each VM stands in. */
export function clusterRows(
  {
    count,
    texts,
    vcenter,
    datacenter,
    cluster,
  }: Pick<VmFacts, 'count' | 'texts' | 'vcenter' | 'datacenter' | 'cluster'>,
  vcenters: readonly Pick<Vcenter, 'uuid' | 'server'>[],
): { clusters: readonly ClusterRow[]; clusterOf: Uint32Array } {
  const rows: (ClusterRow & { vms: number })[] = []
  const rowOf = new Map<number, number>()
  const found = new Uint32Array(count)
  for (let vm = 0; vm < count; vm++) {
    const place = (vcenter[vm] * texts.length + datacenter[vm]) * texts.length + cluster[vm]
    let row = rowOf.get(place)
    if (row === undefined) {
      row = rows.push({
        vcenter: vcenter[vm],
        vcenterKey: vcenterKeyOf(vcenters[vcenter[vm]]),
        datacenter: texts[datacenter[vm]],
        cluster: texts[cluster[vm]],
        vms: 0,
      })
      rowOf.set(place, --row)
    }
    rows[row].vms++
    found[vm] = row
  }
  const order = rows.map((_, row) => row).sort((a, b) => compareClusters(rows[a], rows[b]))
  const position = new Uint32Array(rows.length)
  order.forEach((row, place) => {
    position[row] = place
  })
  return { clusters: order.map((row) => rows[row]), clusterOf: found.map((row) => position[row]) }
}

function compareClusters(a: ClusterRow, b: ClusterRow): number {
  return a.vcenter - b.vcenter || compareTexts(a.datacenter, b.datacenter) || compareTexts(a.cluster, b.cluster)
}
