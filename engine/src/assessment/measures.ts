import { type Estate, type Numbers, textAt } from '../inventory/estate.ts'
import type { VmFacts } from '../inventory/facts.ts'
import { FileSystemKind, fileSystemKind, freeGiB, usedPct } from '../inventory/guest-file-systems.ts'
import { GIB_PER, type Instant, MS_PER_DAY } from '../units.ts'
import type { OneOf, PartTable } from './signals/signal.ts'

/** A number of a VM that rules compare with a threshold. NaN is unknown and fires nothing. */
export interface Measure {
  /** As a sentence names it: `total disk size`. */
  readonly label: string
  /** `GiB`, `MiB`, `days`, `%`; '' for counts. */
  readonly unit: string
  readonly reads: readonly OneOf[]
  readonly valuesOf: (facts: VmFacts, asOf: Instant) => Numbers
  /** Where a rule fired, these parts of the VM show it: all of them, or those whose own value fires it. */
  readonly part?: { readonly of: PartTable; readonly valueOfPart?: (estate: Estate, asOf: Instant) => PartValue }
}

type PartValue = (part: number) => number

const DISK_SIZE: OneOf = ['vDisk.capacityGiB', 'vInfo.diskCapacityGiB', 'vInfo.provisionedGiB']
const FREE_SPACE: readonly OneOf[] = [['vPartition.name'], ['vPartition.freeGiB', 'vPartition.consumedGiB']]

const TABLE = {
  diskCapacityGiB: {
    label: 'total disk size',
    unit: 'GiB',
    reads: [DISK_SIZE],
    valuesOf: (facts) => facts.diskCapacityGiB,
    part: { of: 'disks' },
  },
  provisionedGiB: {
    label: 'provisioned storage',
    unit: 'GiB',
    reads: [['vInfo.provisionedGiB']],
    valuesOf: (facts) => facts.provisionedGiB,
  },
  diskCount: {
    label: 'number of disks',
    unit: '',
    reads: [['vDisk.capacityGiB', 'vInfo.diskCount']],
    valuesOf: (facts) => facts.diskCount,
    part: { of: 'disks' },
  },
  nicCount: {
    label: 'number of network adapters',
    unit: '',
    reads: [['vNetwork.network', 'vInfo.nicCount']],
    valuesOf: (facts) => facts.nicCount,
    part: { of: 'nics' },
  },
  snapshotCount: {
    label: 'number of snapshots',
    unit: '',
    reads: [['vSnapshot.name', 'vSnapshot.createdAt']],
    valuesOf: (facts) => facts.snapshotCount,
    part: { of: 'snapshots' },
  },
  snapshotAgeDays: {
    label: 'age of the oldest snapshot',
    unit: 'days',
    reads: [['vSnapshot.createdAt']],
    // Whole days: a snapshot of 30.9 days is 30 days old.
    valuesOf: ({ oldestSnapshotAt }, asOf) => computed(oldestSnapshotAt, (at) => wholeDays(at, asOf)),
    part: {
      of: 'snapshots',
      valueOfPart:
        ({ snapshots }, asOf) =>
        (part) =>
          wholeDays(snapshots.createdAt[part], asOf),
    },
  },
  memoryGiB: {
    label: 'configured memory',
    unit: 'GiB',
    reads: [['vInfo.memoryGiB', 'vMemory.memoryGiB']],
    valuesOf: (facts) => facts.memoryGiB,
  },
  vcpus: {
    label: 'number of vCPUs',
    unit: '',
    reads: [['vInfo.vcpus', 'vCPU.vcpus']],
    valuesOf: (facts) => facts.vcpus,
  },
  fullestPartitionPct: {
    label: 'use of the fullest guest file system',
    unit: '%',
    reads: [['vPartition.freePct', 'vPartition.freeGiB', 'vPartition.consumedGiB']],
    valuesOf: (facts) => facts.fullestPartitionPct,
    part: { of: 'partitions', valueOfPart: (estate) => (part) => usedPct(estate, part) },
  },
  rootFreeMiB: {
    label: 'free space of the system volume (/ or C:)',
    unit: 'MiB',
    reads: FREE_SPACE,
    valuesOf: (facts) => inMiB(facts.rootFreeGiB),
    part: { of: 'partitions', valueOfPart: freeMiBOf(FileSystemKind.root) },
  },
  bootFreeMiB: {
    label: 'free space of /boot',
    unit: 'MiB',
    reads: FREE_SPACE,
    valuesOf: (facts) => inMiB(facts.bootFreeGiB),
    part: { of: 'partitions', valueOfPart: freeMiBOf(FileSystemKind.boot) },
  },
  otherFreeMiB: {
    label: 'free space of another guest file system',
    unit: 'MiB',
    reads: FREE_SPACE,
    valuesOf: (facts) => inMiB(facts.otherFreeGiB),
    part: { of: 'partitions', valueOfPart: freeMiBOf(FileSystemKind.other) },
  },
  hardwareVersion: {
    label: 'hardware version',
    unit: '',
    reads: [['vInfo.hardwareVersion', 'vTools.hardwareVersion']],
    valuesOf: (facts) => facts.hardwareVersion,
  },
  esxVersion: {
    label: 'ESXi release of the host',
    unit: '',
    reads: [['vHost.esxVersion']],
    valuesOf: (facts) => facts.esxVersion,
  },
  nameLength: {
    label: 'length of the VM name',
    unit: 'characters',
    reads: [['vInfo.name']],
    valuesOf: lengthsOfNames,
  },
} satisfies Record<string, Measure>

export type MeasureId = keyof typeof TABLE
export const MEASURES: Readonly<Record<MeasureId, Measure>> = TABLE

function wholeDays(since: number, asOf: Instant): number {
  return Math.floor((asOf - since) / MS_PER_DAY)
}

/** Free space of file systems of one kind; NaN for the others. */
function freeMiBOf(kind: FileSystemKind): (estate: Estate) => PartValue {
  return (estate) => {
    const { name } = estate.partitions
    return (part) =>
      fileSystemKind(textAt(estate, name, part)) === kind ? freeGiB(estate, part) / GIB_PER.MiB : Number.NaN
  }
}

function inMiB(sizes: Numbers): Numbers {
  return computed(sizes, (size) => size / GIB_PER.MiB)
}

function lengthsOfNames({ name, texts }: VmFacts): Numbers {
  const lengths = new Float64Array(name.length)
  for (let row = 0; row < name.length; row++) lengths[row] = texts[name[row]].length
  return lengths
}

function computed(column: Numbers, of: (value: number) => number): Numbers {
  const values = new Float64Array(column.length)
  for (let row = 0; row < column.length; row++) values[row] = of(column[row])
  return values
}
