import type { Cluster, Host } from '../../inventory/estate.ts'
import type { AssessedEstate } from '../assessed-estate.ts'
import { RISK_MARKS } from '../charts/colours.ts'
import { horizontalBars } from '../charts/horizontal-bars.ts'
import { count, plural, share } from '../wording/numbers.ts'
import { chart } from './blocks.ts'
import { type GroupTotals, totalsByGroup } from './group-totals.ts'
import type { Chart } from './report.ts'

/** A cluster of a vCenter with what runs on it. `cluster` is null where only VM rows name it. */
export interface ClusterLoad {
  readonly name: string
  readonly vcenter: number
  readonly cluster: Cluster | null
  readonly hosts: readonly Host[]
  readonly totals: GroupTotals
}

const MOST_BARS = 12
export const NO_CLUSTER = 'No cluster'

/** Clusters by number of VMs, most first, then name and vCenter; those without a VM are listed too. */
export function clusterLoads(assessed: AssessedEstate): ClusterLoad[] {
  const { estate, facts } = assessed
  const indexes = new Map<string, number>()
  const indexOf = (vcenter: number, name: string) => {
    const key = `${vcenter}/${name}`
    const known = indexes.get(key)
    if (known !== undefined) return known
    indexes.set(key, indexes.size)
    return indexes.size - 1
  }
  for (const cluster of estate.clusters) indexOf(cluster.vcenter, cluster.name)
  for (const host of estate.hosts) indexOf(host.vcenter, host.cluster)
  const groupOf = Uint32Array.from({ length: facts.count }, (_, vm) =>
    indexOf(facts.vcenter[vm], facts.texts[facts.cluster[vm]]),
  )
  const totals = totalsByGroup(assessed, (vm) => groupOf[vm], indexes.size)
  const clusters = new Map(estate.clusters.map((cluster) => [indexOf(cluster.vcenter, cluster.name), cluster]))
  const hosts = new Map<number, Host[]>()
  for (const host of estate.hosts) {
    const index = indexOf(host.vcenter, host.cluster)
    hosts.set(index, [...(hosts.get(index) ?? []), host])
  }
  return [...indexes]
    .map(([key, index]) => ({
      name: key.slice(key.indexOf('/') + 1),
      vcenter: Number.parseInt(key, 10),
      cluster: clusters.get(index) ?? null,
      hosts: hosts.get(index) ?? [],
      totals: totals[index],
    }))
    .sort((a, b) => b.totals.vms - a.totals.vms || compare(a.name, b.name) || a.vcenter - b.vcenter)
}

/** VMs of each cluster by risk. */
export function clustersChart(assessed: AssessedEstate, width: number): Chart {
  const loads = clusterLoads(assessed).filter((load) => load.totals.vms > 0)
  const shown = loads.slice(0, MOST_BARS)
  const rows = shown.map(({ name, totals }) => ({
    label: name || NO_CLUSTER,
    parts: totals.risk.map((value, i) => ({ value, mark: RISK_MARKS[i] })),
    value: count(totals.vms),
    note: riskNote(totals.risk),
  }))
  const first = loads[0]
  const named = loads.filter((load) => load.name !== '')
  const title = !first
    ? 'No VM, no cluster'
    : named.length < 2
      ? `All VMs stand in ${first.name === '' ? 'no cluster' : `the cluster ${first.name}`}`
      : `${first.name || NO_CLUSTER} carries ${share(first.totals.vms / assessed.facts.count)} of the VMs, the most of ${plural(named.length, 'cluster')}`
  const note = loads.length > shown.length ? `${plural(loads.length - shown.length, 'smaller cluster')} left out.` : ''
  return chart(title, horizontalBars(rows, width), note)
}

function riskNote(risk: readonly number[]): string {
  const parts = [risk[1] > 0 ? `▲ ${count(risk[1])}` : '', risk[2] > 0 ? `■ ${count(risk[2])}` : '']
  return parts.filter(Boolean).join('  ')
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
