import type { Host } from '../../inventory/estate.ts'
import { EFFECTIVE_MODES } from '../../schedule/schedule.ts'
import type { AssessedEstate } from '../assessed-estate.ts'
import { agree, count, decimal, percent, plural, UNKNOWN } from '../wording/numbers.ts'
import { isAllInScope } from '../wording/scope.ts'
import { sizeOf } from '../wording/sizes.ts'
import { cutColumn, heading, limited, numberColumn, paragraph, riskCell, table, textColumn } from './blocks.ts'
import { type ClusterLoad, clusterLoads, NO_CLUSTER } from './clusters.ts'
import { largestFirst } from './group-totals.ts'
import { shortSystemName } from './operating-systems.ts'
import type { Block, Cell, Section } from './report.ts'

const LARGEST = 10
const MOST_CLUSTERS = 100
const MOST_HOSTS = 150
const MOST_DATASTORES = 40

/** What carries the VMs: the largest of them, clusters, hosts, datastores. */
export function infrastructure(assessed: AssessedEstate): Section {
  return {
    title: 'Infrastructure',
    isWide: false,
    isAppendix: false,
    blocks: [
      heading('Ten largest VMs'),
      ...largestVms(assessed),
      heading('Clusters'),
      ...clusterBlocks(assessed),
      heading('Hosts'),
      ...hostBlocks(assessed),
      ...datastoreBlocks(assessed),
    ],
  }
}

function largestVms(assessed: AssessedEstate): Block[] {
  const { facts, assessment, plan, tenancy } = assessed
  const vms = largestFirst(facts, (vm) => facts.usedGiB[vm]).slice(0, LARGEST)
  if (vms.length === 0) return [paragraph('There is no VM.')]
  const total = facts.usedGiB.reduce((sum, value) => (value > 0 ? sum + value : sum), 0)
  const part = vms.reduce((sum, vm) => (facts.usedGiB[vm] > 0 ? sum + facts.usedGiB[vm] : sum), 0)
  return [
    paragraph(
      total > 0
        ? `They hold ${sizeOf(part)}, ${percent((part / total) * 100)} of the data in use. Large VMs decide how long a slot is held and should start early.`
        : 'The export does not tell how much data the VMs hold.',
    ),
    table({
      columns: [
        textColumn('VM', 28),
        cutColumn('Tenant', 18),
        cutColumn('System', 26),
        numberColumn('In use', 13, 'GiB'),
        numberColumn('Disks', 9),
        textColumn('Move', 8),
        textColumn('Risk', 16),
      ],
      rows: vms.map((vm): Cell[] => [
        facts.texts[facts.name[vm]],
        tenancy.tenants[tenancy.tenantOf[vm]].name,
        shortSystemName(facts.systems[facts.osOf[vm]].product),
        decimal(facts.usedGiB[vm], 0),
        count(facts.diskCount[vm]),
        EFFECTIVE_MODES[plan.times.mode[vm]],
        riskCell(assessment.category[vm]),
      ]),
    }),
  ]
}

function clusterBlocks(assessed: AssessedEstate): Block[] {
  const loads = clusterLoads(assessed)
  const { shown, note } = limited(loads, MOST_CLUSTERS, { noun: 'clusters', order: 'largest', tab: 'Clusters' })
  if (loads.every((load) => load.name === '')) return [paragraph('The export names no cluster.')]
  return [
    paragraph(clusterSentence(loads)),
    table({
      columns: [
        textColumn('Cluster', 30),
        numberColumn('Hosts', 9),
        numberColumn('VMs', 9),
        numberColumn('vCPU', 10),
        numberColumn('a core', 10, 'vCPU'),
        numberColumn('Memory', 14, 'GiB'),
        textColumn('HA', 8),
        textColumn('DRS', 19),
      ],
      rows: shown.map((load) => [
        load.name || NO_CLUSTER,
        count(load.hosts.length || (load.cluster?.hosts ?? Number.NaN)),
        count(load.totals.vms),
        count(load.totals.vcpus),
        vcpusPerCore(load),
        count(load.totals.memoryGiB),
        yesNo(load.cluster?.haEnabled ?? null),
        drs(load),
      ]),
      note: note || 'vCPU and memory: configured on the VMs, powered on or not.',
    }),
  ]
}

function clusterSentence(loads: readonly ClusterLoad[]): string {
  const known = loads.filter((load) => load.cluster !== null && load.cluster.haEnabled !== null)
  if (known.length === 0) return 'The export does not tell whether HA and DRS are on (no vCluster sheet).'
  const withoutHa = known.filter((load) => load.cluster?.haEnabled === false).length
  const withoutDrs = known.filter((load) => load.cluster?.drsEnabled === false).length
  const ha = withoutHa === 0 ? 'HA is on in every cluster' : `HA is off in ${plural(withoutHa, 'cluster')}`
  const drsText = withoutDrs === 0 ? 'DRS is on in every cluster' : `DRS is off in ${plural(withoutDrs, 'cluster')}`
  return `${ha}; ${drsText}. Their rules do not move along: the target sets up its own.`
}

function vcpusPerCore({ cluster, hosts, totals }: ClusterLoad): string {
  const cores = hosts.reduce((sum, host) => sum + (host.cores || 0), 0) || (cluster?.cores ?? 0)
  return cores > 0 ? decimal(totals.vcpus / cores, 1) : UNKNOWN
}

function drs({ cluster }: ClusterLoad): string {
  if (!cluster || cluster.drsEnabled === null) return UNKNOWN
  if (!cluster.drsEnabled) return 'no'
  return DRS_WORDS[cluster.drsBehavior] ?? (cluster.drsBehavior || 'yes')
}

const DRS_WORDS: Readonly<Record<string, string>> = {
  fullyAutomated: 'fully automated',
  partiallyAutomated: 'partly automated',
  manual: 'manual',
}

function yesNo(value: boolean | null): string {
  return value === null ? UNKNOWN : value ? 'yes' : 'no'
}

function hostBlocks({ estate, scope }: AssessedEstate): Block[] {
  if (estate.hosts.length === 0) return [paragraph('The export names no host.')]
  const busiest = [...estate.hosts].sort(
    (a, b) => loadOf(b) - loadOf(a) || compare(a.name, b.name) || a.vcenter - b.vcenter,
  )
  const { shown, note } = limited(busiest, MOST_HOSTS, { noun: 'hosts', order: 'busiest', tab: 'Hosts' })
  const nameOf = hostNames(estate.hosts)
  return [
    paragraph(hostSentence(estate.hosts)),
    table({
      columns: [
        textColumn('Host', 29),
        cutColumn('Cluster', 26),
        cutColumn('CPU model', 32),
        numberColumn('Cores', 9),
        numberColumn('CPU', 9),
        numberColumn('Memory', 17, 'GiB'),
        numberColumn('in use', 11),
        numberColumn('VMs', 8),
      ],
      rows: shown.map((host) => [
        nameOf(host),
        host.cluster || NO_CLUSTER,
        cpuModel(host.cpuModel),
        count(host.cores),
        percent(host.cpuUsagePct),
        count(host.memoryGiB),
        percent(host.memoryUsagePct),
        count(host.vmsTotal),
      ]),
      note: [
        note || 'CPU and memory in use: one sample, at the time of the export.',
        isAllInScope(scope) ? '' : 'VMs: all that stand on the host, in scope or not.',
      ]
        .filter(Boolean)
        .join(' '),
    }),
  ]
}

/** Host names without the domain, where that leaves each host a name of its own; an address stays whole. */
function hostNames(hosts: readonly Host[]): (host: Host) => string {
  const short = ({ name }: Host) => (/^[\d.]+$/.test(name) ? name : name.split('.')[0])
  const isUnique = new Set(hosts.map(short)).size === new Set(hosts.map((host) => host.name)).size
  return isUnique ? short : (host) => host.name
}

/** Memory is what runs out first on most hosts. */
function loadOf(host: Host): number {
  const load = Math.max(host.memoryUsagePct || 0, host.cpuUsagePct || 0)
  return Number.isFinite(load) ? load : 0
}

function hostSentence(hosts: readonly Host[]): string {
  const models = new Set(hosts.map((host) => cpuModel(host.cpuModel)).filter((model) => model !== UNKNOWN))
  const maintenance = hosts.filter((host) => host.maintenance === true).length
  const kinds =
    models.size === 0
      ? 'of unknown CPU model'
      : models.size === 1
        ? `all with ${[...models][0]}`
        : `with ${count(models.size)} CPU models`
  const resting =
    maintenance > 0 ? `; ${count(maintenance)} ${agree(maintenance, 'is', 'are')} in maintenance mode` : ''
  return `${plural(hosts.length, 'host')} ${kinds}${resting}.`
}

/** `Intel(R) Xeon(R) Gold 6230 CPU @ 2.10GHz` without what every model repeats. */
function cpuModel(model: string): string {
  return (
    model
      .replace(/\((?:R|TM|r|tm)\)/g, '')
      .replace(/\bCPU\b/g, '')
      .replace(/\s+/g, ' ')
      .trim() || UNKNOWN
  )
}

function datastoreBlocks({ estate }: AssessedEstate): Block[] {
  const listed = estate.datastores.filter((datastore) => datastore.listed)
  if (listed.length === 0) return []
  const largest = [...listed].sort(
    (a, b) => (b.capacityGiB || 0) - (a.capacityGiB || 0) || compare(a.name, b.name) || a.vcenter - b.vcenter,
  )
  const { shown, note } = limited(largest, MOST_DATASTORES, { noun: 'datastores', order: 'largest', tab: 'Datastores' })
  return [
    heading('Datastores'),
    table({
      columns: [
        textColumn('Datastore', 56),
        textColumn('Type', 10),
        numberColumn('Capacity', 16, 'GiB'),
        numberColumn('In use', 16, 'GiB'),
        numberColumn('Free', 12),
        numberColumn('Hosts', 10),
      ],
      rows: shown.map(({ name, type, capacityGiB, inUseGiB, freeGiB, hostCount }) => [
        name,
        type,
        count(capacityGiB),
        count(inUseGiB),
        percent((freeGiB / capacityGiB) * 100),
        count(hostCount),
      ]),
      note,
    }),
  ]
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
