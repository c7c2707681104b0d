import type { Numbers, Texts } from './estate.ts'

/**
 * Facts: one row per VM that counts (no template, no placeholder), in canonical order, everything that assessment and
 * scheduling read. These columns, and nothing else, go to a browser; `deriveFacts` makes them from an estate.
 *
 * Text columns hold codes into `texts`, the same pool as the estate's.
 */
export interface VmFacts {
  readonly count: number
  readonly texts: readonly string[]
  /** Index of the VM in `Estate.vms`. */
  readonly vm: Uint32Array
  readonly vcenter: Uint16Array
  readonly moref: Texts
  readonly name: Texts
  readonly powerState: Uint8Array
  readonly vcpus: Numbers
  readonly memoryGiB: Numbers
  /** Rows of vDisk, else what vInfo counts; NaN where neither says. */
  readonly diskCount: Numbers
  readonly nicCount: Numbers
  readonly snapshotCount: Numbers
  /** Σ vDisk capacity, else vInfo's total, else provisioned. */
  readonly diskCapacityGiB: Numbers
  readonly largestDiskGiB: Numbers
  /** Estimate of the data to copy (planner.md §11.2 REC): partitions, vInfo, or a share of the capacity. */
  readonly usedGiB: Numbers
  readonly usedBasis: Uint8Array
  /** Share of the disk capacity that partitions cover, 0…1; NaN without partitions. */
  readonly usedCoverage: Numbers
  /** Bytes of a cold copy: thick disks at capacity, thin ones together in-use × thin share of the capacity. */
  readonly coldGiB: Numbers
  readonly datacenter: Texts
  readonly cluster: Texts
  readonly host: Texts
}

/** Where `usedGiB` came from, best first. */
export const UsedBasis = { partitions: 0, vInfo: 1, thinEstimate: 2, thickCapacity: 3, unknown: 4 } as const
