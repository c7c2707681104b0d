import { APPLICATION_RULES } from './rules/applications.ts'
import { CONFIGURATION_RULES } from './rules/configuration.ts'
import { DEVICE_RULES } from './rules/devices.ts'
import { DISK_RULES } from './rules/disks.ts'
import { GUEST_RULES } from './rules/guest.ts'
import { NAME_RULES } from './rules/names.ts'
import { NETWORK_RULES } from './rules/network.ts'
import { PLATFORM_RULES } from './rules/platform.ts'
import type { RiskRule } from './rules/rule.ts'
import { SIZE_RULES } from './rules/size.ts'
import { SNAPSHOT_RULES } from './rules/snapshots.ts'
import { STATE_RULES } from './rules/state.ts'
import { SYSTEM_RULES } from './rules/system.ts'

/** The rule table. Its order is the order of findings everywhere, and of ties within an exclusive group. */
export const RISK_RULES: readonly RiskRule[] = [
  ...SYSTEM_RULES,
  ...SIZE_RULES,
  ...DISK_RULES,
  ...SNAPSHOT_RULES,
  ...NETWORK_RULES,
  ...DEVICE_RULES,
  ...GUEST_RULES,
  ...CONFIGURATION_RULES,
  ...PLATFORM_RULES,
  ...STATE_RULES,
  ...NAME_RULES,
  ...APPLICATION_RULES,
]

const byId: ReadonlyMap<string, RiskRule> = new Map(RISK_RULES.map((rule) => [rule.id, rule]))

/** The rule of an id; undefined for an id that is none. */
export function ruleOf(id: string): RiskRule | undefined {
  return byId.get(id)
}
