import type { Texts, VmTable } from '../../inventory/estate.ts'
import { DETECTION_METHODS } from '../../tenancy/tenancy.ts'
import { METHOD_TITLES } from '../wording/names.ts'
import { sourceLabel } from '../wording/source-label.ts'
import { dateOrNull, textOf } from './book.ts'
import { ANY_AMBER } from './tones.ts'
import { flagCell, vcenterName } from './vm-cells.ts'
import type { VmColumn } from './vm-columns.ts'
import { addressesOf, datastoresOf, networksOf } from './vm-parts.ts'

export const partColumns: readonly VmColumn[] = [
  {
    ...{ key: 'nics', header: 'NICs', kind: 'integer', width: 7, total: 'sum' },
    value: (vm, { facts }) => facts.nicCount[vm],
  },
  {
    ...{ key: 'networks', header: 'Networks', kind: 'text', width: 34 },
    value: (vm, book) => networksOf(book, book.facts.vm[vm]),
    meaning: 'Of all adapters.',
  },
  {
    ...{ key: 'addresses', header: 'IP addresses', kind: 'text', width: 26 },
    value: (vm, book) => addressesOf(book, book.facts.vm[vm]),
  },
  {
    ...{ key: 'dnsName', header: 'DNS name', kind: 'text', width: 26 },
    value: (vm, book) => textOf(book, book.estate.vms.dnsName, book.facts.vm[vm]),
  },
  {
    ...{ key: 'snapshots', header: 'Snapshots', kind: 'integer', width: 10, total: 'sum', tones: ANY_AMBER },
    value: (vm, { facts }) => facts.snapshotCount[vm],
  },
  {
    ...{ key: 'oldestSnapshot', header: 'Oldest snapshot', kind: 'date', width: 13 },
    value: (vm, book) => dateOrNull(book, book.facts.oldestSnapshotAt[vm]),
  },
  {
    ...{ key: 'datastores', header: 'Datastores', kind: 'text', width: 28 },
    value: (vm, book) => datastoresOf(book, book.facts.vm[vm]),
  },
]

export const machineColumns: readonly VmColumn[] = [
  { key: 'cbt', header: 'CBT', kind: 'flag', width: 7, value: (vm, { facts }) => flagCell(facts.cbt[vm]) },
  {
    ...{ key: 'hardwareVersion', header: 'Hardware', kind: 'ordinal', width: 10 },
    value: (vm, { facts }) => facts.hardwareVersion[vm],
    meaning: 'Version of the virtual hardware.',
  },
  vmText('firmware', 'Firmware', 10, ({ firmware }) => firmware),
  vmText('toolsStatus', 'VMware Tools', 18, ({ toolsStatus }) => toolsStatus),
]

export const placeColumns: readonly VmColumn[] = [
  vmText('datacenter', 'Datacenter', 18, ({ datacenter }) => datacenter),
  vmText('cluster', 'Cluster', 20, ({ cluster }) => cluster),
  vmText('host', 'Host', 26, ({ host }) => host),
  vmText('folder', 'Folder', 34, ({ folder }) => folder),
  vmText('resourcePool', 'Resource pool', 34, ({ resourcePool }) => resourcePool),
  {
    ...{ key: 'appGroup', header: 'Application group', kind: 'text', width: 20 },
    value: (vm, { tenancy }) => tenancy.appGroups[tenancy.appGroupOf[vm]] ?? '',
  },
  {
    ...{ key: 'tenantFrom', header: 'Tenant named by', kind: 'text', width: 18, words: METHOD_TITLES },
    value: (vm, { tenancy }) => DETECTION_METHODS[tenancy.methodOf[vm]],
  },
]

export const originColumns: readonly VmColumn[] = [
  {
    ...{ key: 'vcenter', header: 'vCenter', kind: 'text', width: 22 },
    value: (vm, { facts, estate }) => vcenterName(estate.vcenters[facts.vcenter[vm]]),
  },
  vmText('moref', 'MoRef', 12, ({ moref }) => moref),
  vmText('instanceUuid', 'Instance UUID', 38, ({ instanceUuid }) => instanceUuid),
  {
    ...{ key: 'file', header: 'Read from', kind: 'text', width: 28 },
    value: (vm, { facts, estate }) =>
      sourceLabel(estate, estate.sources[estate.vms.origins.vInfo.source[facts.vm[vm]]]?.file ?? ''),
  },
  {
    ...{ key: 'row', header: 'Row of vInfo', kind: 'ordinal', width: 9 },
    value: (vm, { facts, estate }) => estate.vms.origins.vInfo.row[facts.vm[vm]] || null,
  },
]

function vmText(key: string, header: string, width: number, column: (vms: VmTable) => Texts): VmColumn {
  return {
    ...{ key, header, kind: 'text', width },
    value: (vm, book) => textOf(book, column(book.estate.vms), book.facts.vm[vm]),
  }
}
