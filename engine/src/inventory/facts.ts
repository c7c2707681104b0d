import type { GuestOs } from '../assessment/os/guest-os.ts'
import type { Flags, Numbers, Texts } from './estate.ts'

/**
 * Facts: one row per VM that counts (no template, no placeholder), in canonical order, everything that assessment and
 * scheduling read. These columns, and nothing else, go to a browser; `deriveFacts` makes them from an estate.
 *
 * Canonical order is by vCenter, MoRef (its number as a number), name and row, so that the order of rows and files in
 * the export changes nothing. Text columns hold codes into `texts`, the same pool as the estate's.
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
  readonly datacenter: Texts
  readonly cluster: Texts
  readonly host: Texts
  /** Distinct systems; `osOf` indexes them. */
  readonly systems: readonly GuestOs[]
  readonly osOf: Uint32Array
  readonly vcpus: Numbers
  readonly memoryGiB: Numbers
  /** planner.md §3.8: measured usage in percent of what is configured; NaN where nothing measured it. */
  readonly cpuUsagePct: Numbers
  readonly memoryUsagePct: Numbers
  /** What the CPU usage was reckoned with: index into `CPU_USAGE_BASES`. */
  readonly cpuUsageBasis: Uint8Array
  /** Rows of vDisk, else what vInfo counts; NaN where neither says. */
  readonly diskCount: Numbers
  readonly nicCount: Numbers
  readonly snapshotCount: Numbers
  /** Instant of the oldest snapshot; NaN without one. */
  readonly oldestSnapshotAt: Numbers
  /** Σ vDisk capacity, else vInfo's total, else provisioned. */
  readonly diskCapacityGiB: Numbers
  readonly largestDiskGiB: Numbers
  /** vInfo's own figure: disks, snapshots, swap and logs. */
  readonly provisionedGiB: Numbers
  /** Estimate of the data to copy (planner.md §11.2 REC): partitions, vInfo, or a share of the capacity. */
  readonly usedGiB: Numbers
  readonly usedBasis: Uint8Array
  /** Share of the disk capacity that partitions cover, 0…1; NaN without partitions. */
  readonly usedCoverage: Numbers
  /** Bytes of a cold copy: thick disks at capacity, thin ones together in-use × thin share of the capacity. */
  readonly coldGiB: Numbers
  /** Fullest guest file system, percent used; NaN without partitions. */
  readonly fullestPartitionPct: Numbers
  /** Least free space of the system volume (`/`, `C:`), of `/boot` and of the other guest file systems. */
  readonly rootFreeGiB: Numbers
  readonly bootFreeGiB: Numbers
  readonly otherFreeGiB: Numbers
  readonly hardwareVersion: Numbers
  /** Major and minor release of the ESXi host: 6.7, 7, 8; NaN where vHost does not say it. */
  readonly esxVersion: Numbers
  /** Changed block tracking; `Flag.unknown` where no export carries the column. An empty cell is `no`. */
  readonly cbt: Flags
  /**
   * Conditions that no setting changes, computed once from the estate: one column per signal, yes, no or unknown. Which
   * signals there are is the matter of `assessment/signals.ts`.
   */
  readonly signals: Readonly<Record<string, Flags>>
  /** Recognised columns that some export carries (`Estate.columns`): a rule whose input is missing is not evaluated. */
  readonly columns: ReadonlySet<string>
}

/** `percent`: the export's own column; `host`: MHz over the host's core speed; `assumed`: MHz over an assumed speed. */
export const CPU_USAGE_BASES = ['unknown', 'percent', 'host', 'assumed'] as const
export type CpuUsageBasis = (typeof CPU_USAGE_BASES)[number]

/** Where `usedGiB` came from, best first. */
export const UsedBasis = { partitions: 0, vInfo: 1, thinEstimate: 2, thickCapacity: 3, unknown: 4 } as const
