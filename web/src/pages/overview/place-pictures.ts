import type { ClusterRow, HostRow, Stats } from '@portolan/contract/inventory'
import { horizontalBars } from '@portolan/engine/documents/charts/horizontal-bars'
import { agree, count, decimal, percent, plural, share, UNKNOWN } from '@portolan/engine/documents/wording/numbers'
import { sizeOf } from '@portolan/engine/documents/wording/sizes'
import type { z } from 'zod'
import { textOf } from '../vms/vm-filter.ts'
import { leftOut, type Picture, pickOf, sumOf } from './picture.ts'

type Cluster = z.infer<typeof ClusterRow>
type Host = z.infer<typeof HostRow>

const MOST_BARS = 12
/** Few owners that hold much are where a migration begins. */
const FEW = 5

/** Owners by number of VMs. */
export function tenantsPicture({ tenants }: Stats): Picture | null {
  const total = sumOf(tenants.map(({ vms }) => vms))
  if (total === 0) return null
  const few = Math.min(FEW, tenants.length)
  const held = sumOf(tenants.slice(0, few).map(({ vms }) => vms))
  const shown = tenants.slice(0, MOST_BARS)
  return {
    id: 'tenants',
    title:
      tenants.length <= FEW
        ? `${plural(total, 'VM')} of ${plural(tenants.length, 'tenant')}`
        : `${few} of ${plural(tenants.length, 'tenant')} own ${share(held / total)} of the VMs`,
    draw: (width) =>
      horizontalBars(
        shown.map(({ label, vms }) => ({
          label: label || 'none named',
          parts: [{ value: vms, mark: 'blue' }],
          value: count(vms),
          note: share(vms / total),
        })),
        width,
      ),
    table: {
      head: ['Tenant', 'VMs', 'Share'],
      rows: shown.map(({ label, vms }) => [label || 'none named', count(vms), share(vms / total)]),
    },
    picks: shown.map(({ key, label, vms }) => pickOf(label, vms, { tenant: textOf([key]) })),
    note: leftOut(tenants.length, shown.length, 'tenant'),
  }
}

/** Memory of VMs over memory of hosts; null where one of them is not known. */
function memoryLoad({ memoryGiB, vmMemoryGiB }: Cluster): number | null {
  return memoryGiB && memoryGiB > 0 ? vmMemoryGiB / memoryGiB : null
}

/** Clusters by what their VMs were given of the memory of the hosts, with HA, DRS and vCPUs per core. */
export function clustersPicture({ clusters }: Stats): Picture | null {
  if (clusters.length === 0) return null
  const byLoad = [...clusters].sort((a, b) => (memoryLoad(b) ?? -1) - (memoryLoad(a) ?? -1) || b.vms - a.vms)
  const shown = byLoad.slice(0, MOST_BARS)
  const [fullest] = shown
  const load = memoryLoad(fullest)
  const withoutHa = clusters.filter(({ haEnabled }) => haEnabled === false).length
  const ha = withoutHa > 0 ? `HA is off in ${count(withoutHa)} of ${plural(clusters.length, 'cluster')}; ` : ''
  const title =
    load === null
      ? `${plural(clusters.length, 'cluster')}, of unknown memory`
      : `${ha}VMs of the fullest cluster were given ${percent(load * 100)} of its memory`
  return {
    id: 'clusters',
    title,
    draw: (width) =>
      horizontalBars(
        shown.map((cluster) => ({
          label: cluster.name || 'No cluster',
          parts: [{ value: (memoryLoad(cluster) ?? 0) * 100, mark: (memoryLoad(cluster) ?? 0) > 1 ? 'amber' : 'blue' }],
          value: loadText(memoryLoad(cluster)),
          note: [hasOrNot('HA', cluster.haEnabled), hasOrNot('DRS', cluster.drsEnabled), perCore(cluster)]
            .filter(Boolean)
            .join(' · '),
        })),
        width,
      ),
    table: {
      head: ['Cluster', 'Hosts', 'VMs', 'HA', 'DRS', 'Memory given', 'vCPU per core', 'Memory of hosts'],
      rows: shown.map((cluster) => [
        cluster.name || 'No cluster',
        cluster.hosts === null ? UNKNOWN : count(cluster.hosts),
        count(cluster.vms),
        flagText(cluster.haEnabled),
        flagText(cluster.drsEnabled),
        loadText(memoryLoad(cluster)),
        ratioText(cluster),
        cluster.memoryGiB === null ? UNKNOWN : sizeOf(cluster.memoryGiB),
      ]),
    },
    picks: shown.map(({ name, vms }) => pickOf(name, vms, { cluster: textOf([name]) })),
    note: leftOut(clusters.length, shown.length, 'cluster'),
  }
}

const loadText = (load: number | null): string => (load === null ? UNKNOWN : percent(load * 100))
const flagText = (flag: boolean | null): string => (flag === null ? UNKNOWN : flag ? 'on' : 'off')
const hasOrNot = (what: string, flag: boolean | null): string => (flag === null ? '' : flag ? what : `no ${what}`)
const ratioText = ({ cores, vcpus }: Cluster): string => (cores ? decimal(vcpus / cores, 1) : UNKNOWN)
const perCore = (cluster: Cluster): string => (cluster.cores ? `${ratioText(cluster)} vCPU/core` : '')

/** A filter by hosts must fit a URL. */
const LONGEST_FILTER = 3500

/** CPU models of the hosts: what a target must be no older than. */
export function cpuModelsPicture(hosts: readonly Host[]): Picture | null {
  if (hosts.length === 0) return null
  const byModel = new Map<string, Host[]>()
  for (const host of hosts) {
    const model = host.cpuModel || 'not named'
    const known = byModel.get(model)
    if (known) known.push(host)
    else byModel.set(model, [host])
  }
  const models = [...byModel]
    .map(([model, its]) => ({ model, its, vms: sumOf(its.map(({ vms }) => vms)) }))
    .sort((a, b) => b.its.length - a.its.length || (a.model < b.model ? -1 : 1))
  const shown = models.slice(0, MOST_BARS)
  return {
    id: 'cpus',
    title:
      models.length === 1
        ? `All ${plural(hosts.length, 'host')} have one CPU model`
        : `${plural(hosts.length, 'host')} of ${plural(models.length, 'CPU model')}`,
    draw: (width) =>
      horizontalBars(
        shown.map(({ model, its, vms }) => ({
          label: shortModel(model),
          parts: [{ value: its.length, mark: 'slate' }],
          value: plural(its.length, 'host'),
          note: plural(vms, 'VM'),
        })),
        width,
      ),
    table: {
      head: ['CPU model', 'Hosts', 'Cores', 'VMs'],
      rows: shown.map(({ model, its, vms }) => [
        model,
        count(its.length),
        count(sumOf(its.map(({ cores }) => cores ?? 0))),
        count(vms),
      ]),
    },
    picks: shown.map(({ model, its, vms }) => pickOf(model, vms, hostsSearch(its))),
    note: leftOut(models.length, shown.length, 'group'),
  }
}

/** By host where their names fit a link, else by the clusters they stand in. */
function hostsSearch(hosts: readonly Host[]) {
  const host = textOf(hosts.map(({ name }) => name))
  if (host !== undefined && host.length <= LONGEST_FILTER) return { host }
  const cluster = textOf([...new Set(hosts.map((it) => it.cluster))].filter(Boolean))
  return cluster !== undefined && cluster.length <= LONGEST_FILTER ? { cluster } : {}
}

const shortModel = (model: string): string =>
  model
    .replace(/\((R|TM)\)|\bCPU\b|\bProcessor\b|@.*$/g, '')
    .replace(/\s+/g, ' ')
    .trim()

const MOST_HOSTS = 10
const HIGH_PCT = 80

/** The busiest hosts by memory in use, with CPU beside it. */
export function hostsPicture(hosts: readonly Host[]): Picture | null {
  const known = hosts.filter(({ memoryUsagePct }) => memoryUsagePct !== null)
  if (known.length === 0) return null
  const busiest = [...known].sort((a, b) => b.memoryUsagePct! - a.memoryUsagePct! || (a.name < b.name ? -1 : 1))
  const shown = busiest.slice(0, MOST_HOSTS)
  const high = known.filter(({ memoryUsagePct }) => memoryUsagePct! > HIGH_PCT).length
  return {
    id: 'hosts',
    title:
      high > 0
        ? `${count(high)} of ${plural(hosts.length, 'host')} ${agree(high, 'uses', 'use')} more than ${HIGH_PCT} % of ${agree(high, 'its', 'their')} memory`
        : `No host uses more than ${percent(busiest[0].memoryUsagePct!)} of its memory`,
    draw: (width) =>
      horizontalBars(
        shown.map((host) => ({
          label: host.name,
          parts: [{ value: host.memoryUsagePct!, mark: host.memoryUsagePct! > HIGH_PCT ? 'amber' : 'blue' }],
          value: percent(host.memoryUsagePct!),
          note: [host.cpuUsagePct === null ? '' : `CPU ${percent(host.cpuUsagePct)}`, plural(host.vms, 'VM')]
            .filter(Boolean)
            .join(' · '),
        })),
        width,
      ),
    table: {
      head: ['Host', 'Cluster', 'Memory in use', 'CPU in use', 'VMs', 'ESXi'],
      rows: shown.map((host) => [
        host.name,
        host.cluster || UNKNOWN,
        percent(host.memoryUsagePct!),
        host.cpuUsagePct === null ? UNKNOWN : percent(host.cpuUsagePct),
        count(host.vms),
        host.esxVersion.replace(/^VMware ESXi /, '') || UNKNOWN,
      ]),
    },
    picks: shown.map(({ name, vms }) => pickOf(name, vms, { host: textOf([name]) })),
    note: known.length > shown.length ? `The ${shown.length} busiest of ${count(known.length)}.` : undefined,
  }
}
