import { UsedBasis } from '../../inventory/facts.ts'
import { FILL_TONES } from './tones.ts'
import { usedColumn, type VmColumn } from './vm-columns.ts'

const USED_BASES = Object.entries(UsedBasis)
  .sort(([, a], [, b]) => a - b)
  .map(([name]) => name)

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
