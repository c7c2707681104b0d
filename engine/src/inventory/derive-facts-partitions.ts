import type { Estate } from './estate.ts'
import type { VmFacts } from './facts.ts'
import { consumedGiB, FileSystemKind, fileSystemKinds, freeGiB, usedPct } from './guest-file-systems.ts'

/** What guest file systems say: sums for the size of the copy, extremes for the rules. */
export interface PartitionFacts
  extends Pick<VmFacts, 'fullestPartitionPct' | 'rootFreeGiB' | 'bootFreeGiB' | 'otherFreeGiB'> {
  /** Σ used space; NaN without file systems. */
  readonly consumedGiB: Float64Array
  readonly capacityGiB: Float64Array
}

/** Read-only images count nowhere: they are always full and hold nothing of their own. */
export function partitionFacts(estate: Estate, counted: Uint32Array, diskCapacityGiB: Float64Array): PartitionFacts {
  const { partitions } = estate
  const kinds = fileSystemKinds(estate)
  const column = () => new Float64Array(counted.length).fill(Number.NaN)
  const facts = {
    consumedGiB: column(),
    capacityGiB: column(),
    fullestPartitionPct: column(),
    rootFreeGiB: column(),
    bootFreeGiB: column(),
    otherFreeGiB: column(),
  }
  const freeOfKind = { 0: facts.otherFreeGiB, 1: facts.rootFreeGiB, 2: facts.bootFreeGiB }

  for (let row = 0; row < counted.length; row++) {
    const end = partitions.start[counted[row] + 1]
    let consumed = 0
    let capacity = 0
    let found = false
    for (let part = partitions.start[counted[row]]; part < end; part++) {
      const kind = kinds[part] as FileSystemKind
      if (kind === FileSystemKind.image) continue
      const used = consumedGiB(estate, part)
      if (!Number.isNaN(used)) {
        found = true
        consumed += used
        capacity += partitions.capacityGiB[part] || 0
      }
      const pct = usedPct(estate, part)
      if (!(facts.fullestPartitionPct[row] >= pct)) facts.fullestPartitionPct[row] = pct
      const free = freeGiB(estate, part)
      const least = freeOfKind[kind]
      if (!(least[row] <= free)) least[row] = free
    }
    if (!found) continue
    if (capacity > diskCapacityGiB[row]) [consumed, capacity] = withoutRepeats(estate, counted[row], kinds)
    facts.consumedGiB[row] = consumed
    facts.capacityGiB[row] = capacity
  }
  return facts
}

/**
 * Sums that count a file system once that is mounted in several places (containers, bind mounts): rows of one VM with
 * the same capacity and the same use. Asked for only where the file systems are larger than the disks they lie on, so
 * that two new data disks of one size stay two.
 */
function withoutRepeats(estate: Estate, vm: number, kinds: Uint8Array): [consumed: number, capacity: number] {
  const { partitions } = estate
  const seen = new Set<string>()
  let consumed = 0
  let capacity = 0
  for (let part = partitions.start[vm]; part < partitions.start[vm + 1]; part++) {
    const used = consumedGiB(estate, part)
    if (kinds[part] === FileSystemKind.image || Number.isNaN(used)) continue
    const key = `${partitions.capacityGiB[part]} ${used}`
    if (seen.has(key)) continue
    seen.add(key)
    consumed += used
    capacity += partitions.capacityGiB[part] || 0
  }
  return [consumed, capacity]
}
