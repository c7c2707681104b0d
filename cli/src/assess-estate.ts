import type { AcceptedFindings } from '@portolan/engine/assessment/accepted'
import { assess } from '@portolan/engine/assessment/assess'
import { asOfDay, dayOfExport, utcDayOf } from '@portolan/engine/calendar/as-of'
import type { ZoneOffsets } from '@portolan/engine/calendar/zone'
import type { AssessedEstate } from '@portolan/engine/documents/assessed-estate'
import { deriveFacts } from '@portolan/engine/inventory/derive-facts'
import type { VmFacts } from '@portolan/engine/inventory/facts'
import { rvtoolsImporter } from '@portolan/engine/inventory/rvtools/importer'
import type { ImportResult } from '@portolan/engine/inventory/rvtools/sheet'
import type { VmReference } from '@portolan/engine/inventory/vm-reference'
import { NO_MAPPING_DECISIONS } from '@portolan/engine/mapping/mapping-decisions'
import { sourceNetworks } from '@portolan/engine/networks/source-networks'
import {
  asOfOf,
  type Clock,
  type PlanInput,
  type ResolvedDecisions,
  resolveAccepted,
  resolveDecisions,
  zoneOf,
} from '@portolan/engine/plan/plan-input'
import { NO_DECISIONS } from '@portolan/engine/schedule/decisions'
import { planMigration } from '@portolan/engine/schedule/plan-migration'
import { scopeOf } from '@portolan/engine/scope/scope-of'
import type { Settings } from '@portolan/engine/settings'
import { detectTenants } from '@portolan/engine/tenancy/detect-tenants'
import { resolveTenants } from '@portolan/engine/tenancy/resolve-tenants'
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
  return judge(imported, options, { settings: options.settings })
}

/**
 * The same under a plan input: its settings, its clock where it has one, its decisions. `unknown` are VMs that it decides
 * about and no export names.
 */
export async function assessWithInput(
  files: readonly string[],
  input: PlanInput,
  options: Omit<AssessOptions, 'settings' | 'asOf'>,
): Promise<{ assessed: AssessedEstate; unknown: readonly VmReference[] }> {
  const imported = await readEstate(files, options)
  const unknown: VmReference[] = []
  const assessed = await judge(
    imported,
    { ...options, asOf: undefined },
    {
      settings: input.settings,
      clock: input.clock,
      decide: (facts) => {
        const resolved = resolveDecisions(input, imported.estate, facts)
        unknown.push(...resolved.unknown)
        return resolved
      },
      accept: (facts) => resolveAccepted(input, imported.estate, facts),
    },
  )
  return { assessed, unknown }
}

interface Terms {
  readonly settings: Settings
  readonly clock?: Clock
  decide?(facts: VmFacts): Omit<ResolvedDecisions, 'unknown'>
  accept?(facts: VmFacts): AcceptedFindings
}

async function judge(
  imported: ImportResult,
  { asOf: askedDay, now, signal, onProgress }: Omit<AssessOptions, 'settings'>,
  { settings, clock = {}, decide, accept }: Terms,
): Promise<AssessedEstate> {
  signal.throwIfAborted()
  onProgress({ phase: 'Assessing and scheduling', done: 0, total: 0 })
  const { estate } = imported
  const askedMoment = asOfOf(clock)
  const day = askedMoment === null ? (askedDay ?? dayOfExport(estate) ?? utcDayOf(now)) : utcDayOf(askedMoment)
  const zone = zoneOf(clock) ?? (await zoneOfPlan(settings, day))
  const asOf = askedMoment ?? asOfDay(day, zone)

  const facts = deriveFacts(estate)
  const {
    decisions = NO_DECISIONS,
    tenancy: decided,
    scope: rules,
    mapping = NO_MAPPING_DECISIONS,
  } = decide?.(facts) ?? {}
  const tenancy = resolveTenants(detectTenants(estate, facts, settings.tenantDetection), decided)
  const scope = scopeOf({ facts, vcenters: estate.vcenters, tenancy, decisions, rules })
  const assessment = assess(facts, settings, asOf, accept?.(facts))
  const plan = planMigration({ facts, assessment, tenancy, scope, settings, asOf, zone, decisions })
  const networks = sourceNetworks(estate)
  return { ...imported, estate, facts, tenancy, scope, networks, mapping, assessment, plan, settings, zone }
}

/** Offsets from shortly before the plan may begin until long after it has ended. */
async function zoneOfPlan(settings: Settings, day: IsoDate): Promise<ZoneOffsets> {
  const first = Math.min(Date.parse(day), Date.parse(settings.startDate ?? day)) - 2 * MS_PER_DAY
  const last =
    Math.max(Date.parse(day), Date.parse(settings.startDate ?? day)) + SPAN_YEARS * DAYS_PER_YEAR * MS_PER_DAY
  return zoneOffsets(settings.timeZone, instant(first), instant(last))
}
