import { type Assessment, RISK_CATEGORIES } from '../assessment/assessment.ts'
import type { OsFamily } from '../assessment/os/guest-os.ts'
import type { VmFacts } from '../inventory/facts.ts'
import type { FixTimeSettings } from './fix-time-settings.ts'
import type { EffectiveMode } from './schedule.ts'

/** What the minutes of one VM depend on. */
export interface FixSubject {
  readonly facts: VmFacts
  readonly assessment: Pick<Assessment, 'category'>
  readonly mode: EffectiveMode
  readonly vm: number
}

export interface FixWeight {
  readonly setting: Exclude<keyof FixTimeSettings, 'windowsRate' | 'linuxRate' | 'otherRate' | 'globalRate'>
  readonly what: string
  /** How often the minutes count for a VM; 0 where it does not apply or nobody knows. */
  readonly times: (subject: FixSubject) => number
}

/**
 * Reasons why a moved VM wants repairs (planner §28 REC). Bands are the risk category, cold is the effective mode.
 * Dependencies across tenants count once there are dependencies.
 */
export const FIX_WEIGHTS: readonly FixWeight[] = [
  { setting: 'windowsMinutes', what: 'Windows', times: (vm) => claim(familyOf(vm.facts, vm.vm) === 'windows') },
  {
    setting: 'unknownOsMinutes',
    what: 'Unknown system',
    times: (vm) => claim(familyOf(vm.facts, vm.vm) === 'unknown'),
  },
  { setting: 'extraDiskMinutes', what: 'Further disks', times: ({ facts, vm }) => beyondFirst(facts.diskCount[vm]) },
  { setting: 'extraNicMinutes', what: 'Further NICs', times: ({ facts, vm }) => beyondFirst(facts.nicCount[vm]) },
  { setting: 'coldMinutes', what: 'Cold move', times: ({ mode }) => claim(mode === 'cold') },
  { setting: 'redMinutes', what: 'RED', times: (vm) => claim(isCategory(vm, 'RED')) },
  { setting: 'yellowMinutes', what: 'YELLOW', times: (vm) => claim(isCategory(vm, 'YELLOW')) },
  { setting: 'snapshotMinutes', what: 'Snapshots', times: ({ facts, vm }) => claim(facts.snapshotCount[vm] > 0) },
]

/** Minutes that repairs take if every one of them is needed. */
export function rawFixMinutes(settings: FixTimeSettings, subject: FixSubject): number {
  let minutes = 0
  for (const weight of FIX_WEIGHTS) minutes += settings[weight.setting] * weight.times(subject)
  return minutes
}

/** How often repairs are needed, 0…1, by the family of the system. */
export function fixRate(settings: FixTimeSettings, family: OsFamily): number {
  if (settings.globalRate !== null) return settings.globalRate
  if (family === 'windows') return settings.windowsRate
  return family === 'linux' ? settings.linuxRate : settings.otherRate
}

export function familyOf(facts: VmFacts, vm: number): OsFamily {
  return facts.systems[facts.osOf[vm]].product.family
}

function claim(holds: boolean): number {
  return holds ? 1 : 0
}

/** An unknown number is NaN, which is not above 1 either. */
function beyondFirst(count: number): number {
  return count > 1 ? count - 1 : 0
}

function isCategory({ assessment, vm }: FixSubject, category: (typeof RISK_CATEGORIES)[number]): boolean {
  return RISK_CATEGORIES[assessment.category[vm]] === category
}
