import { z } from 'zod'
import { RiskSettings } from './assessment/risk-settings.ts'
import { WEEKDAYS } from './calendar/weekdays.ts'
import { FixTimeSettings } from './schedule/fix-time-settings.ts'
import { TenantDetectionSettings } from './tenancy/tenancy-settings.ts'

/**
 * The settings of a plan: planner.md §1.2 with units in the names, and the one parameter set of design.md §6.
 * Every number that a formula uses and a person may change is here; nothing repeats it elsewhere.
 */
const pct = (min: number, max: number) => z.number().min(min).max(max)
const isoDate = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'expected a date as YYYY-MM-DD')
  .refine(
    (text) =>
      !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text),
    'no such day',
  )

export const RTT_CATEGORIES = ['lt5', '5-20', '20-50', '50-100', 'gt100'] as const
export type RttCategory = (typeof RTT_CATEGORIES)[number]

export const TOPOLOGIES = ['local', 'cross_site_dedicated', 'cross_site_internet'] as const
export type Topology = (typeof TOPOLOGIES)[number]

export const TransferSettings = z.strictObject({
  topologyType: z.enum(TOPOLOGIES).default('local'),
  sourceNicSpeedGbps: z.number().min(0.1).default(10),
  sourceUsablePct: pct(10, 90).default(40),
  /** null: 1 Gbps is assumed for a dedicated link, and said so. */
  linkSpeedGbps: z.number().min(0.01).nullable().default(null),
  linkUsablePct: pct(10, 90).default(60),
  /** null: 100 Mbps are assumed for an internet link, and said so. */
  sourceUploadMbps: z.number().min(1).nullable().default(null),
  destDownloadMbps: z.number().min(1).nullable().default(null),
  /** null: no penalty. */
  rttCategory: z.enum(RTT_CATEGORIES).nullable().default(null),
  targetIngressSpeedGbps: z.number().min(0.1).default(10),
  targetUsablePct: pct(10, 90).default(40),
  /** Decimal megabytes a second. */
  storageWriteMBps: z.number().min(10).default(500),
  agentCount: z.int().min(1).max(50).default(2),
  agentConcurrentVms: z.int().min(1).max(20).default(5),
  agentVcpuPerSlot: z.number().min(0).default(2),
  agentRamBaseGiB: z.number().min(0).default(2),
  agentRamPerSlotGiB: z.number().min(0).default(1),
  agentDiskBufferFactor: z.number().min(1).default(1.2),
  agentNicSpeedGbps: z.number().min(0.1).default(10),
  agentNicUsablePct: pct(10, 95).default(70),
  /** Share of the bottleneck that a copy really gets (planner.md §9.5 REC). */
  efficiency: z.number().min(0.05).max(1).default(0.55),
  /** Bytes of a warm first copy, sent again while it runs (planner.md §9.5 REC). */
  resyncOverhead: z.number().min(1).max(5).default(1.14),
  dailyChangeRatePct: z.number().min(0).max(100).default(5),
  cutoverBaseMinutes: z.number().min(0).max(1440).default(20),
  finalSyncHours: z.number().min(0).max(168).default(1),
})
export type TransferSettings = z.infer<typeof TransferSettings>

export const CalendarSettings = z.strictObject({
  /** null: the next working day after `asOf`. */
  startDate: isoDate.nullable().default(null),
  timeZone: z.string().min(1).default('UTC'),
  /** null: as many days from Monday as `workingDaysPerWeek` says. */
  workdays: z.array(z.enum(WEEKDAYS)).min(1).max(7).nullable().default(null),
  workingDaysPerWeek: z.union([z.literal(5), z.literal(6), z.literal(7)]).default(5),
  dayStart: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time as HH:MM')
    .default('09:00'),
  workingHoursPerDay: z.number().min(1).max(24).multipleOf(0.5).default(8),
  holidays: z.array(isoDate).default([]),
  /** Calendar days from the start date to the deadline. */
  migrationDurationDays: z.int().min(1).max(3650).default(30),
  /** null or 0: no cap. */
  targetVmsPerDay: z.number().min(0).nullable().default(null),
})
export type CalendarSettings = z.infer<typeof CalendarSettings>

/** What a report says beside the figures. */
export const ReportSettings = z.strictObject({
  /** Name of the project, on every cover. */
  name: z.string().trim().min(1).max(200).default('Migration'),
  customer: z.string().trim().max(200).default(''),
  author: z.string().trim().max(200).default(''),
  version: z.string().trim().max(50).default('1.0'),
  /** Free text; blank lines part paragraphs. */
  executiveSummary: z.string().max(50_000).default(''),
  technicalNotes: z.string().max(50_000).default(''),
})
export type ReportSettings = z.infer<typeof ReportSettings>

/** Every setting of a plan, as `--settings` takes it and as a scenario will keep it: one flat object, parts by noun. */
export const Settings = z.strictObject({
  ...TransferSettings.shape,
  ...CalendarSettings.shape,
  ...ReportSettings.shape,
  /** Policy: a RED VM moves cold whatever its mode says (planner.md §8 REC). */
  redForcesCold: z.boolean().default(false),
  risk: RiskSettings.prefault({}),
  fixTime: FixTimeSettings.prefault({}),
  tenantDetection: TenantDetectionSettings.prefault({}),
})
export type Settings = z.infer<typeof Settings>
