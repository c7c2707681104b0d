import { SEVERITIES } from '../../assessment/assessment.ts'
import type { Texts, VmTable } from '../../inventory/estate.ts'
import { UsedBasis } from '../../inventory/facts.ts'
import { DETECTION_METHODS } from '../../tenancy/tenancy.ts'
import { METHOD_TITLES, MODE_TITLES, POWER_TITLES } from '../wording/names.ts'
import { dateOrNull, textOf } from './book.ts'
import type { Column } from './table-definition.ts'
import { ANY_AMBER, ANY_RED, FILL_TONES, MODE_TONES, RISK_TONES } from './tones.ts'
import { flagCell, modeOf, moveOf, osOf, riskOf, tenantOfVm, vmName } from './vm-cells.ts'
import { addressesOf, datastoresOf, networksOf } from './vm-parts.ts'

/** Columns of tables whose rows are VMs; `vm` is a row of `VmFacts`. */
type VmColumn = Column<number>

export const vmNameColumn: VmColumn = { key: 'vm', header: 'VM', kind: 'text', width: 32, value: vmName }

export const tenantColumns: readonly VmColumn[] = [
  { key: 'tenant', header: 'Tenant', kind: 'text', width: 22, value: (vm, book) => tenantOfVm(vm, book).name },
  { key: 'orgVdc', header: 'Org VDC', kind: 'text', width: 18, value: (vm, book) => tenantOfVm(vm, book).orgVdc },
]

export const riskColumn: VmColumn = {
  ...{ key: 'risk', header: 'Risk', kind: 'text', width: 10, tones: RISK_TONES, value: riskOf },
}

export const moveColumn: VmColumn = {
  ...{ key: 'move', header: 'Moves', kind: 'text', width: 9, value: moveOf, tones: MODE_TONES },
  meaning: 'How the plan moves it: the decision of a person, else the computed mode; an unknown mode moves cold.',
}

export const powerColumn: VmColumn = {
  ...{ key: 'power', header: 'Power', kind: 'text', width: 11 },
  value: (vm, { facts }) => POWER_TITLES[facts.powerState[vm]],
}

export const osColumn: VmColumn = {
  ...{ key: 'os', header: 'Operating system', kind: 'text', width: 34, value: (vm, book) => osOf(vm, book).label },
}

export const usedColumn: VmColumn = {
  ...{ key: 'usedGiB', header: 'Data in use', unit: 'GiB', kind: 'gib', width: 12, total: 'sum' },
  value: (vm, { facts }) => facts.usedGiB[vm],
  meaning: 'Estimate of the data to copy; the basis stands beside it.',
}

export const copyColumn: VmColumn = {
  ...{ key: 'copyGiB', header: 'To copy', unit: 'GiB', kind: 'gib', width: 12, total: 'sum' },
  value: (vm, { plan }) => plan.times.copyGiB[vm],
  meaning: 'Warm: data in use with what is sent again; cold: thick disks whole, thin ones as far as they are in use.',
}

export const judgementColumns: readonly VmColumn[] = [
  riskColumn,
  {
    ...{ key: 'riskScore', header: 'Score', kind: 'integer', width: 8 },
    value: (vm, { assessment }) => assessment.score[vm],
    meaning: 'Sum of the weights of its findings, 0 to 100; of an exclusive group only the heaviest counts.',
  },
  {
    ...{ key: 'mode', header: 'Computed mode', kind: 'text', width: 14, words: MODE_TITLES, tones: MODE_TONES },
    value: modeOf,
  },
  moveColumn,
  ...SEVERITIES.map((severity, index): VmColumn => {
    const header = { critical: 'Critical', warning: 'Warnings', info: 'Infos' }[severity]
    return {
      ...{ key: `${severity}Findings`, header, kind: 'integer', width: 10 },
      tones: { critical: ANY_RED, warning: ANY_AMBER, info: undefined }[severity],
      value: (vm, { findingCounts }) => findingCounts[index][vm],
      meaning: `Findings of severity ${severity}; the tab Findings lists them.`,
    }
  }),
]

export const systemColumns: readonly VmColumn[] = [
  powerColumn,
  osColumn,
  { key: 'osFamily', header: 'Family', kind: 'text', width: 9, value: (vm, book) => osOf(vm, book).product.family },
  {
    ...{ key: 'osEvidence', header: 'OS read from', kind: 'text', width: 13 },
    value: (vm, book) => osOf(vm, book).evidence,
    meaning: 'Column that decided: detailed guest data, VMware Tools, or the configuration of the VM.',
  },
  { key: 'osDoubt', header: 'OS doubt', kind: 'text', width: 28, value: (vm, book) => osOf(vm, book).doubt },
  {
    ...{ key: 'supportEnd', header: 'Support ends', kind: 'date', width: 13 },
    value: (vm, book) => osOf(vm, book).product.lifecycle.standardEnd,
    meaning: 'Last day of vendor support that every customer gets; empty where none is published.',
  },
  {
    ...{ key: 'paidSupportEnd', header: 'Paid support ends', kind: 'date', width: 13 },
    value: (vm, book) => osOf(vm, book).product.lifecycle.paidEnd,
  },
]

export const sizeColumns: readonly VmColumn[] = [
  {
    ...{ key: 'vcpus', header: 'vCPU', kind: 'integer', width: 8, total: 'sum' },
    value: (vm, { facts }) => facts.vcpus[vm],
  },
  {
    ...{
      key: 'cpuUsagePct',
      header: 'CPU used',
      kind: 'percent',
      width: 9,
      value: (vm, { facts }) => facts.cpuUsagePct[vm],
    },
    meaning: 'One sample at the time of the export, not an average.',
  },
  {
    ...{ key: 'memoryGiB', header: 'Memory', unit: 'GiB', kind: 'gib', width: 10, total: 'sum' },
    value: (vm, { facts }) => facts.memoryGiB[vm],
  },
  {
    ...{ key: 'memoryUsagePct', header: 'Memory used', kind: 'percent', width: 9 },
    value: (vm, { facts }) => facts.memoryUsagePct[vm],
    meaning: 'Active memory against configured memory, one sample.',
  },
  {
    ...{ key: 'disks', header: 'Disks', kind: 'integer', width: 8, total: 'sum' },
    value: (vm, { facts }) => facts.diskCount[vm],
  },
  {
    ...{ key: 'diskCapacityGiB', header: 'Disk capacity', unit: 'GiB', kind: 'gib', width: 12, total: 'sum' },
    value: (vm, { facts }) => facts.diskCapacityGiB[vm],
  },
  {
    ...{ key: 'largestDiskGiB', header: 'Largest disk', unit: 'GiB', kind: 'gib', width: 12 },
    value: (vm, { facts }) => facts.largestDiskGiB[vm],
  },
  usedColumn,
  {
    ...{ key: 'usedBasis', header: 'Basis of data in use', kind: 'text', width: 20 },
    value: (vm, { facts }) => USED_BASES[facts.usedBasis[vm]],
    words: {
      ...{ partitions: 'guest file systems', vInfo: 'vInfo, In Use', thinEstimate: 'estimate: thin share' },
      ...{ thickCapacity: 'estimate: thick capacity', unknown: 'unknown' },
    },
    tones: [
      { tone: 'amber', when: 'equals', value: 'estimate: thin share' },
      { tone: 'amber', when: 'equals', value: 'estimate: thick capacity' },
      { tone: 'grey', when: 'equals', value: 'unknown' },
    ],
  },
  {
    ...{ key: 'provisionedGiB', header: 'Provisioned', unit: 'GiB', kind: 'gib', width: 12, total: 'sum' },
    value: (vm, { facts, estate }) => estate.vms.provisionedGiB[facts.vm[vm]],
    meaning: 'As vInfo writes it.',
  },
  {
    ...{ key: 'inUseGiB', header: 'In use on datastore', unit: 'GiB', kind: 'gib', width: 12, total: 'sum' },
    value: (vm, { facts, estate }) => estate.vms.inUseGiB[facts.vm[vm]],
    meaning: 'As vInfo writes it.',
  },
  {
    ...{ key: 'fullestPartitionPct', header: 'Fullest file system', kind: 'percent', width: 10, tones: FILL_TONES },
    value: (vm, { facts }) => facts.fullestPartitionPct[vm],
  },
]

const USED_BASES = Object.entries(UsedBasis)
  .sort(([, a], [, b]) => a - b)
  .map(([name]) => name)

export const timeColumns: readonly VmColumn[] = [
  {
    ...{ key: 'copyHours', header: 'Copy', unit: 'h', kind: 'hours', width: 9, total: 'sum' },
    value: (vm, { plan }) => plan.times.copyHours[vm],
    meaning: 'With the whole link to itself.',
  },
  {
    ...{ key: 'cutoverHours', header: 'Cut-over', unit: 'h', kind: 'hours', width: 9, total: 'sum' },
    value: (vm, { plan }) => plan.times.cutoverHours[vm],
  },
  {
    ...{ key: 'fixMinutes', header: 'Fixes', unit: 'min', kind: 'minutes', width: 8, total: 'sum' },
    value: (vm, { plan }) => plan.times.fixMinutes[vm],
    meaning: 'Expected repairs after the move.',
  },
  {
    ...{ key: 'downtimeHours', header: 'Downtime', unit: 'h', kind: 'hours', width: 10, total: 'sum' },
    value: (vm, { plan }) => plan.times.downtimeHours[vm],
    meaning: 'Warm: cut-over and fixes; cold: copy, cut-over and fixes.',
  },
]

export const plannedColumns: readonly VmColumn[] = [
  {
    ...{ key: 'copyStart', header: 'Copy starts', kind: 'instant', width: 17 },
    value: (vm, { plan }) => plan.schedule.copyStart[vm],
  },
  {
    ...{ key: 'copyEnd', header: 'Copy ends', kind: 'instant', width: 17 },
    value: (vm, { plan }) => plan.schedule.copyEnd[vm],
  },
  {
    ...{ key: 'cutoverStart', header: 'Cut-over starts', kind: 'instant', width: 17 },
    value: (vm, { plan }) => plan.schedule.cutoverStart[vm],
  },
  {
    ...{ key: 'cutoverEnd', header: 'Cut-over ends', kind: 'instant', width: 17 },
    value: (vm, { plan }) => plan.schedule.cutoverEnd[vm],
  },
]

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
    ...{ key: 'hardwareVersion', header: 'Hardware', kind: 'integer', width: 10 },
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
    value: (vm, { facts, estate }) => estate.sources[estate.vms.origins.vInfo.source[facts.vm[vm]]]?.file ?? '',
  },
  {
    ...{ key: 'row', header: 'Row of vInfo', kind: 'integer', width: 9 },
    value: (vm, { facts, estate }) => estate.vms.origins.vInfo.row[facts.vm[vm]] || null,
  },
]

export function vcenterName(vcenter: { readonly server: string; readonly uuid: string } | undefined): string {
  return vcenter?.server || vcenter?.uuid || ''
}

function vmText(key: string, header: string, width: number, column: (vms: VmTable) => Texts): VmColumn {
  return {
    ...{ key, header, kind: 'text', width },
    value: (vm, book) => textOf(book, column(book.estate.vms), book.facts.vm[vm]),
  }
}
