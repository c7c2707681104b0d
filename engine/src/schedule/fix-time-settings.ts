import { z } from 'zod'

const minutes = (value: number) => z.number().min(0).max(10_000).default(value)
const rate = (value: number) => z.number().min(0).max(1).default(value)

/** What repairs after a move are expected to cost (planner.md §28 REC): Σ minutes × rate of the system. */
export const FixTimeSettings = z.strictObject({
  windowsMinutes: minutes(20),
  unknownOsMinutes: minutes(20),
  extraDiskMinutes: minutes(15),
  extraNicMinutes: minutes(10),
  coldMinutes: minutes(15),
  redMinutes: minutes(25),
  yellowMinutes: minutes(15),
  snapshotMinutes: minutes(10),
  crossTenantDependencyMinutes: minutes(15),
  windowsRate: rate(0.5),
  linuxRate: rate(0.2),
  otherRate: rate(0.4),
  /** Replaces the three rates; null: they hold. */
  globalRate: z.number().min(0).max(1).nullable().default(null),
})
export type FixTimeSettings = z.infer<typeof FixTimeSettings>
