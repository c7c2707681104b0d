import { assess } from '@portolan/engine/assessment/assess'
import { instantOf, type ZoneOffsets } from '@portolan/engine/calendar/zone'
import type { AssessedEstate } from '@portolan/engine/documents/assessed-estate'
import { deriveFacts } from '@portolan/engine/inventory/derive-facts'
import type { Estate } from '@portolan/engine/inventory/estate'
import { rvtoolsImporter } from '@portolan/engine/inventory/rvtools/importer'
import type { ImportResult } from '@portolan/engine/inventory/rvtools/sheet'
import { sourceNetworks } from '@portolan/engine/networks/source-networks'
import { planMigration } from '@portolan/engine/schedule/plan-migration'
import type { Settings } from '@portolan/engine/settings'
import { detectTenants } from '@portolan/engine/tenancy/detect-tenants'
import { type Instant, type IsoDate, instant, MS_PER_DAY } from '@portolan/engine/units'
import { readExports } from '@portolan/files/read-exports'
import type { Progress } from './terminal/progress.ts'
import { zoneOffsets } from './zone-offsets.ts'

/** Longer than any plan a person makes; later days keep the last offset. */
const SPAN_YEARS = 12
const DAYS_PER_YEAR = 366

export interface AssessOptions {
  readonly settings: Settings
  /** The day to judge on; without it the newest day an export names, else `today`. */
  readonly asOf: IsoDate | undefined
  readonly now: Instant
  readonly signal: AbortSignal
  onProgress(progress: Progress): void
}

/** Reads one or several exports as one estate. */
export async function readEstate(
  files: readonly string[],
  { signal, onProgress }: Pick<AssessOptions, 'signal' | 'onProgress'>,
): Promise<ImportResult> {
  const importer = rvtoolsImporter()
  await readExports(files, importer, { onProgress, signal })
  return importer.finish()
}

/** The offline pipeline: files in, everything that is known of the estate out. */
export async function assessEstate(files: readonly string[], options: AssessOptions): Promise<AssessedEstate> {
  const imported = await readEstate(files, options)
  options.signal.throwIfAborted()
  options.onProgress({ phase: 'Assessing and scheduling', done: 0, total: 0 })
  const day = options.asOf ?? dayOfExport(imported.estate) ?? isoDay(options.now)
  return judgeEstate(imported, options.settings, day)
}

/** Everything after the import: the same for every caller that has an estate, settings and a day. */
export async function judgeEstate(imported: ImportResult, settings: Settings, day: IsoDate): Promise<AssessedEstate> {
  const { estate } = imported
  const zone = await zoneOfPlan(settings, day)
  const asOf = asOfInstant(day, zone)
  const facts = deriveFacts(estate)
  const tenancy = detectTenants(estate, facts, settings.tenantDetection)
  const assessment = assess(facts, settings, asOf)
  const plan = planMigration({ facts, assessment, tenancy, settings, asOf, zone })
  const networks = sourceNetworks(estate)
  return { ...imported, estate, facts, tenancy, networks, assessment, plan, settings, zone }
}

/** The day of the newest export; null where no file says when it was made. */
function dayOfExport(estate: Estate): IsoDate | null {
  const times = estate.sources.map((source) => source.exportedAt).filter((at) => Number.isFinite(at))
  return times.length === 0 ? null : isoDay(instant(Math.max(...times)))
}

/**
 * The first moment at which `day` has begun both in UTC and in the zone of the plan, so that whoever asks either clock
 * finds that day. Ages count whole days: asking again with the printed day gives the same answer.
 */
export function asOfInstant(day: IsoDate, zone: ZoneOffsets): Instant {
  return instant(Math.max(Date.parse(`${day}T00:00:00Z`), instantOf(zone, day, 0)))
}

export async function zoneOfPlan(settings: Settings, day: IsoDate): Promise<ZoneOffsets> {
  const first = Math.min(Date.parse(day), Date.parse(settings.startDate ?? day)) - 2 * MS_PER_DAY
  const last =
    Math.max(Date.parse(day), Date.parse(settings.startDate ?? day)) + SPAN_YEARS * DAYS_PER_YEAR * MS_PER_DAY
  return zoneOffsets(settings.timeZone, instant(first), instant(last))
}

function isoDay(at: Instant): IsoDate {
  return new Date(at).toISOString().slice(0, 10) as IsoDate
}
