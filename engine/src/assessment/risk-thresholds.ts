import { z } from 'zod'

const amount = (value: number) => z.number().min(0).default(value)
const count = (value: number) => z.int().min(0).default(value)
const words = (...values: string[]) => z.array(z.string().trim().min(1)).default(values)

/** Every threshold that a rule or the migration mode compares with. Units are in the names; sizes are binary. */
export const RiskThresholds = z.strictObject({
  diskLargeGiB: amount(2000),
  /** Makes a warm move risky, too (planner.md §8). */
  diskVeryLargeGiB: amount(5000),
  provisionedHugeGiB: amount(10_240),
  diskCountHigh: count(8),
  diskCountLimit: count(165),
  snapshotWarning: count(3),
  /** Makes a warm move risky, too (planner.md §8). */
  snapshotCritical: count(5),
  /** Whole days. */
  snapshotOldDays: count(30),
  multiNic: count(3),
  nicLimit: count(4),
  highIoRamGiB: amount(64),
  highIoDisks: count(6),
  /** Parts of VM names, in any case. */
  highIoNames: words(
    ...['sql', 'oracle', 'mysql', 'postgres', 'mongo', 'redis', 'elastic', 'kafka', 'rabbit', 'db-', 'database'],
  ),
  manyVcpus: count(16),
  /** The largest VM that a usual target host takes. */
  hostVcpus: count(64),
  hostMemoryGiB: amount(512),
  guestDiskNearlyFullPct: z.number().min(0).max(100).default(95),
  guestDiskFullPct: z.number().min(0).max(100).default(100),
  /** Free space that a conversion needs on the system volume, on /boot and on every other file system. */
  rootFreeMiB: amount(100),
  bootFreeMiB: amount(50),
  otherFreeMiB: amount(10),
  hardwareVersionOld: count(9),
  /** Changed block tracking needs this hardware version. */
  cbtHardwareVersion: count(7),
  esxOld: amount(7),
  esxTooOld: amount(6.5),
  nameLength: count(57),
  /** Whole words of VM names, in any case; digits and signs part words. */
  oracleNames: words('oracle', 'ora', 'orcl', 'rac', 'exadata'),
  clusterNames: words('wsfc', 'mscs', 'rac', 'fci', 'aoag', 'alwayson', 'pacemaker', 'corosync', 'drbd', 'veritas'),
  domainControllerNames: words('dc', 'pdc', 'bdc', 'addc', 'adds', 'rodc', 'domaincontroller'),
})
export type RiskThresholds = z.infer<typeof RiskThresholds>

type KeyOf<Kind> = {
  [Key in keyof RiskThresholds]: RiskThresholds[Key] extends Kind ? Key : never
}[keyof RiskThresholds]
/** A threshold that is a number; one that is a list of words. */
export type NumberThreshold = KeyOf<number>
export type WordsThreshold = KeyOf<readonly string[]>
