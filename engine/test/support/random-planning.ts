import fc from 'fast-check'
import { WEEKDAYS } from '../../src/calendar/weekdays.ts'
import { UTC, type ZoneOffsets } from '../../src/calendar/zone.ts'
import type { VmDecision } from '../../src/schedule/vm-decision.ts'
import type { Settings } from '../../src/settings.ts'
import { instant } from '../../src/units.ts'
import { planningCase, type VmCase } from './planning-case.ts'

const at = (iso: string) => instant(Date.parse(iso))

/** Clocks go forward on 29 March and back on 25 October 2026. */
export const BERLIN: ZoneOffsets = {
  zone: 'Europe/Berlin',
  offsetMinutes: 60,
  transitions: [
    { at: at('2026-03-29T01:00:00Z'), offsetMinutes: 120 },
    { at: at('2026-10-25T01:00:00Z'), offsetMinutes: 60 },
  ],
}
/** Half an hour forward, on a day when many plans run. */
const LORD_HOWE: ZoneOffsets = {
  zone: 'Australia/Lord_Howe',
  offsetMinutes: 660,
  transitions: [{ at: at('2026-04-04T15:00:00Z'), offsetMinutes: 630 }],
}

const size = fc.oneof(
  fc.constantFrom(0, 1, 40, 100, 1000),
  fc.double({ min: 0, max: 20_000, noNaN: true }),
  fc.double({ min: 0, max: 200, noNaN: true }),
)

/** Ties, zeros, giants and a few VMs whose size nobody knows. */
export const anyVm: fc.Arbitrary<VmCase> = fc.record({
  tenant: fc.constantFrom('acme', 'globex', 'initech'),
  usedGiB: fc.oneof({ weight: 30, arbitrary: size }, { weight: 1, arbitrary: fc.constant(Number.NaN) }),
  coldGiB: fc.oneof({ weight: 30, arbitrary: size }, { weight: 1, arbitrary: fc.constant(Number.NaN) }),
  mode: fc.constantFrom('warm_eligible', 'warm_eligible', 'warm_risky', 'cold_required', 'unknown'),
  category: fc.constantFrom('GREEN', 'GREEN', 'YELLOW', 'RED'),
  family: fc.constantFrom('linux', 'windows', 'other', 'unknown'),
  disks: fc.integer({ min: 0, max: 5 }),
  nics: fc.integer({ min: 0, max: 3 }),
  snapshots: fc.integer({ min: 0, max: 2 }),
})

const anySettings: fc.Arbitrary<Partial<Settings>> = fc.record(
  {
    topologyType: fc.constantFrom('local', 'cross_site_dedicated', 'cross_site_internet'),
    linkSpeedGbps: fc.constantFrom(null, 0.2, 1, 10),
    rttCategory: fc.constantFrom(null, 'lt5', '20-50', 'gt100'),
    sourceUploadMbps: fc.constantFrom(null, 400),
    agentCount: fc.integer({ min: 1, max: 4 }),
    agentConcurrentVms: fc.integer({ min: 1, max: 5 }),
    efficiency: fc.constantFrom(0.05, 0.55, 1),
    resyncOverhead: fc.constantFrom(1, 1.14, 3),
    dailyChangeRatePct: fc.constantFrom(0, 5, 100),
    finalSyncHours: fc.constantFrom(0, 1, 24, 168),
    cutoverBaseMinutes: fc.constantFrom(0, 20, 61, 300, 1440),
    startDate: fc.constantFrom(null, '2026-03-20', '2026-10-23', '2027-12-31', '2026-02-28'),
    workdays: fc.oneof(fc.constant(null), fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1, maxLength: 7 })),
    workingDaysPerWeek: fc.constantFrom(5, 6, 7),
    dayStart: fc.constantFrom('00:00', '02:30', '09:00', '18:30', '23:30'),
    workingHoursPerDay: fc.constantFrom(1, 1.5, 8, 12.5, 23.5, 24),
    holidays: fc.subarray(['2026-01-05', '2026-01-06', '2026-03-30', '2026-04-06', '2026-05-01']),
    migrationDurationDays: fc.integer({ min: 1, max: 400 }),
    targetVmsPerDay: fc.constantFrom(null, null, 0, 0.5, 1, 3, 25),
    redForcesCold: fc.boolean(),
  },
  { requiredKeys: [] },
)

const anyDecision: fc.Arbitrary<VmDecision> = fc.record(
  {
    mode: fc.constantFrom('warm', 'cold'),
    exclude: fc.boolean(),
    priority: fc.integer({ min: 0, max: 100 }),
    fixMinutes: fc.integer({ min: 0, max: 600 }),
  },
  { requiredKeys: [] },
)

/** Any estate of up to so many VMs under any settings, with a few decisions. */
export const anyPlanning = (maxVms: number) =>
  fc
    .record({
      vms: fc.array(anyVm, { maxLength: maxVms }),
      settings: anySettings,
      zone: fc.constantFrom(UTC, BERLIN, LORD_HOWE),
      decisions: fc.array(fc.tuple(fc.nat({ max: maxVms }), anyDecision), { maxLength: 5 }),
    })
    .map(({ vms, settings, zone, decisions }) => planningCase(vms, settings, { zone, decisions: new Map(decisions) }))
