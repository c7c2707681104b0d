import type { PartitionFacts } from './derive-facts-partitions.ts'
import { type Estate, Flag } from './estate.ts'
import { UsedBasis, type VmFacts } from './facts.ts'

/** Guest file systems stand for the disks only where they cover at least this share of them (planner §11.2 REC). */
export const MIN_PARTITION_COVERAGE = 0.5
/** What thin disks are taken to hold when nothing measured it (planner §11.2 REC). */
export const THIN_SHARE = 0.6

/** Disks of one VM, added up: thin and thick apart, because a cold copy reads thick ones whole. */
export interface DiskSums extends Pick<VmFacts, 'diskCount' | 'diskCapacityGiB' | 'largestDiskGiB' | 'provisionedGiB'> {
  readonly thinGiB: Float64Array
}

/** Rows of vDisk, else what vInfo counts; Σ vDisk capacity, else vInfo's total, else what is provisioned. */
export function diskSums({ vms, disks, sheets }: Estate, counted: Uint32Array): DiskSums {
  const column = () => new Float64Array(counted.length).fill(Number.NaN)
  const sums = {
    diskCount: column(),
    diskCapacityGiB: column(),
    largestDiskGiB: column(),
    provisionedGiB: column(),
    thinGiB: new Float64Array(counted.length),
  }
  const hasSheet = sheets.has('vDisk')

  for (let row = 0; row < counted.length; row++) {
    const vm = counted[row]
    const first = disks.start[vm]
    const end = disks.start[vm + 1]
    let total = 0
    let largest = Number.NaN
    for (let disk = first; disk < end; disk++) {
      const capacity = disks.capacityGiB[disk]
      if (!(capacity > 0)) continue
      total += capacity
      if (disks.thin[disk] === Flag.yes) sums.thinGiB[row] += capacity
      if (!(largest >= capacity)) largest = capacity
    }
    sums.provisionedGiB[row] = vms.provisionedGiB[vm]
    sums.largestDiskGiB[row] = largest
    sums.diskCount[row] = countOf(end - first, vms.diskCount[vm], hasSheet)
    if (total > 0) sums.diskCapacityGiB[row] = total
    else if (vms.diskCapacityGiB[vm] > 0) sums.diskCapacityGiB[row] = vms.diskCapacityGiB[vm]
    // A VM without disks provisions its swap file all the same.
    else if (sums.diskCount[row] === 0) sums.diskCapacityGiB[row] = 0
    else if (vms.provisionedGiB[vm] > 0) sums.diskCapacityGiB[row] = vms.provisionedGiB[vm]
  }
  return sums
}

/** How many parts a VM has: rows of their sheet, else the count of vInfo, else none if the sheet was there to say so. */
export function countOf(rows: number, told: number, hasSheet: boolean): number {
  if (rows > 0) return rows
  if (told >= 0) return told
  return hasSheet ? 0 : Number.NaN
}

export type SizeFacts = Pick<VmFacts, 'usedGiB' | 'usedBasis' | 'usedCoverage' | 'coldGiB'>

/** Data to copy: while the VM runs (in use) and cold (planner §11.2 REC). */
export function sizeFacts(
  { vms }: Estate,
  counted: Uint32Array,
  disks: DiskSums,
  partitions: PartitionFacts,
): SizeFacts {
  const column = () => new Float64Array(counted.length).fill(Number.NaN)
  const facts = {
    usedGiB: column(),
    usedBasis: new Uint8Array(counted.length),
    usedCoverage: column(),
    coldGiB: column(),
  }
  for (let row = 0; row < counted.length; row++) {
    const capacity = disks.diskCapacityGiB[row]
    const coverage = partitions.capacityGiB[row] / capacity
    facts.usedCoverage[row] = coverage > 0 ? Math.min(1, coverage) : Number.NaN
    const [used, basis] = usedOf(
      capacity,
      disks.thinGiB[row],
      partitions.consumedGiB[row],
      coverage,
      vms.inUseGiB[counted[row]],
    )
    facts.usedGiB[row] = used
    facts.usedBasis[row] = basis
    facts.coldGiB[row] = coldOf(capacity, disks.thinGiB[row], used)
  }
  return facts
}

function usedOf(
  capacity: number,
  thin: number,
  consumed: number,
  coverage: number,
  inUse: number,
): [usedGiB: number, basis: number] {
  // Guest file systems larger than the disks they lie on cannot be: a mount counted twice, or a row that lies.
  if (consumed > 0 && coverage >= MIN_PARTITION_COVERAGE) return [Math.min(consumed, capacity), UsedBasis.partitions]
  if (inUse > 0) return [inUse, UsedBasis.vInfo]
  if (Number.isNaN(capacity)) return [Number.NaN, UsedBasis.unknown]
  if (thin > 0) return [capacity - thin * (1 - THIN_SHARE), UsedBasis.thinEstimate]
  return [capacity, UsedBasis.thickCapacity]
}

/** Thick disks at capacity, the thin ones together in use × their share of the capacity; never more than capacity. */
function coldOf(capacity: number, thin: number, used: number): number {
  if (Number.isNaN(capacity)) return used
  if (capacity === 0) return 0
  return capacity - thin + Math.min(thin, used * (thin / capacity))
}
