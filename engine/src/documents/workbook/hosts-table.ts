import type { Host } from '../../inventory/estate.ts'
import type { Book } from './book.ts'
import { dateOrNull } from './book.ts'
import type { TableDefinition } from './table-definition.ts'
import { FILL_TONES } from './tones.ts'
import { vcenterName } from './vm-cells.ts'

interface HostRow {
  readonly host: Host
  /** VMs in scope that stand on it. */
  readonly vms: number
}

export const hostsTable: TableDefinition<HostRow> = {
  name: 'hosts',
  title: 'Hosts',
  about: 'One row per ESXi host.',
  columns: [
    { key: 'host', header: 'Host', kind: 'text', width: 32, value: ({ host }) => host.name },
    { key: 'cluster', header: 'Cluster', kind: 'text', width: 22, value: ({ host }) => host.cluster },
    { key: 'datacenter', header: 'Datacenter', kind: 'text', width: 18, value: ({ host }) => host.datacenter },
    { key: 'vms', header: 'VMs', kind: 'integer', width: 8, total: 'sum', value: ({ vms }) => vms },
    {
      key: 'vmsOn',
      header: 'VMs on',
      kind: 'integer',
      width: 8,
      value: ({ host }) => host.vmsOn,
      meaning: 'As vHost counts them.',
    },
    { key: 'vcpus', header: 'vCPU', kind: 'integer', width: 9, total: 'sum', value: ({ host }) => host.vcpus },
    { key: 'cpuModel', header: 'CPU model', kind: 'text', width: 42, value: ({ host }) => host.cpuModel },
    { key: 'speedMHz', header: 'Speed', unit: 'MHz', kind: 'integer', width: 10, value: ({ host }) => host.speedMHz },
    { key: 'sockets', header: 'Sockets', kind: 'integer', width: 9, total: 'sum', value: ({ host }) => host.sockets },
    { key: 'cores', header: 'Cores', kind: 'integer', width: 8, total: 'sum', value: ({ host }) => host.cores },
    {
      ...{ key: 'vcpusPerCore', header: 'vCPU per core', kind: 'number', width: 9 },
      value: ({ host }) => (host.cores > 0 ? host.vcpus / host.cores : null),
    },
    {
      key: 'cpuUsagePct',
      header: 'CPU used',
      kind: 'percent',
      width: 9,
      tones: FILL_TONES,
      value: ({ host }) => host.cpuUsagePct,
    },
    {
      key: 'memoryGiB',
      header: 'Memory',
      unit: 'GiB',
      kind: 'gib',
      width: 12,
      total: 'sum',
      value: ({ host }) => host.memoryGiB,
    },
    {
      ...{ key: 'memoryUsagePct', header: 'Memory used', kind: 'percent', width: 9, tones: FILL_TONES },
      value: ({ host }) => host.memoryUsagePct,
    },
    {
      key: 'vramGiB',
      header: 'Memory of VMs',
      unit: 'GiB',
      kind: 'gib',
      width: 12,
      total: 'sum',
      value: ({ host }) => host.vramGiB,
    },
    { key: 'nics', header: 'NICs', kind: 'integer', width: 7, value: ({ host }) => host.nics },
    { key: 'hbas', header: 'HBAs', kind: 'integer', width: 7, value: ({ host }) => host.hbas },
    { key: 'esxVersion', header: 'ESXi', kind: 'text', width: 34, value: ({ host }) => host.esxVersion },
    { key: 'evc', header: 'EVC', kind: 'text', width: 18, value: ({ host }) => host.evc },
    { key: 'maintenance', header: 'Maintenance', kind: 'flag', width: 12, value: ({ host }) => host.maintenance },
    { key: 'vendor', header: 'Vendor', kind: 'text', width: 16, value: ({ host }) => host.vendor },
    { key: 'model', header: 'Model', kind: 'text', width: 24, value: ({ host }) => host.model },
    {
      key: 'bootedOn',
      header: 'Booted',
      kind: 'date',
      width: 12,
      value: ({ host }, book) => dateOrNull(book, host.bootedAt),
    },
    {
      ...{ key: 'vcenter', header: 'vCenter', kind: 'text', width: 22 },
      value: ({ host }, { estate }) => vcenterName(estate.vcenters[host.vcenter]),
    },
    {
      ...{ key: 'listed', header: 'In vHost', kind: 'flag', width: 9, value: ({ host }) => host.listed },
      meaning: 'No: only rows of VMs name it, so its hardware is unknown.',
    },
  ],
  rows: (book) => {
    const vms = vmsByPlace(book, book.estate.vms.host)
    return book.estate.hosts.map((host) => ({ host, vms: vms(host.vcenter, host.name) }))
  },
}

/** How many VMs in scope name a place (a host, a cluster) of a vCenter. */
export function vmsByPlace(
  { estate, counts: isWanted }: Book,
  column: Uint32Array,
): (vcenter: number, name: string) => number {
  const { vms, texts } = estate
  const counts = new Map<number, number>()
  const keyOf = (vcenter: number, code: number) => vcenter * texts.length + code
  for (let vm = 0; vm < vms.count; vm++) {
    if (isWanted[vm] === 0) continue
    const key = keyOf(vms.vcenter[vm], column[vm])
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const byName = new Map<string, number>()
  for (const [key, count] of counts) byName.set(`${Math.floor(key / texts.length)} ${texts[key % texts.length]}`, count)
  return (vcenter, name) => byName.get(`${vcenter} ${name}`) ?? 0
}
