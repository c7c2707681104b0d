import { Flag, type Flags, PowerState } from '../inventory/estate.ts'
import type { VmFacts } from '../inventory/facts.ts'
import type { Settings } from '../settings.ts'
import { MIGRATION_MODES, type MigrationMode, MODE_REASONS, type ModeReason, RISK_CATEGORIES } from './assessment.ts'
import { isUnrecognised } from './system-tests.ts'

const BIT = Object.fromEntries(MODE_REASONS.map((reason, bit) => [reason, 1 << bit])) as Record<ModeReason, number>
const MODE = Object.fromEntries(MIGRATION_MODES.map((mode, index) => [mode, index])) as Record<MigrationMode, number>
const RED = RISK_CATEGORIES.indexOf('RED')

const FORCES_COLD =
  BIT.cold_os | BIT.powered_off | BIT.suspended | BIT.independent_disk | BIT.physical_rdm | BIT.red_policy
const LEAVES_OPEN = BIT.power_state_unknown | BIT.os_unknown
const MAKES_RISKY = BIT.risky_os | BIT.very_large | BIT.many_snapshots | BIT.old_hardware_without_cbt

/**
 * How each VM can move, with every reason that holds (planner §8 REC). What forces a cold move wins; then what nobody
 * knows; then what makes a warm move risky. Changed block tracking that is off is a reason only: it makes a warm move
 * slow, not impossible. RED forces cold where the settings make that a policy.
 */
export function modesOf(
  facts: VmFacts,
  settings: Settings,
  category: Uint8Array,
): { readonly mode: Uint8Array; readonly modeReasons: Uint32Array } {
  const { diskVeryLargeGiB, snapshotCritical, cbtHardwareVersion } = settings.risk.thresholds
  const bitsOfSystem = Uint32Array.from(facts.systems, (os) => {
    const cold = os.product.coldOnly ? BIT.cold_os : 0
    const risky = os.product.warmRisky ? BIT.risky_os : 0
    return cold | risky | (isUnrecognised(os) ? BIT.os_unknown : 0)
  })
  const bitsOfPower = new Uint32Array(4)
  bitsOfPower[PowerState.unknown] = BIT.power_state_unknown
  bitsOfPower[PowerState.poweredOff] = BIT.powered_off
  bitsOfPower[PowerState.suspended] = BIT.suspended
  const independent: Flags = facts.signals.diskIndependent
  const physical: Flags = facts.signals.rdmPhysical

  const mode = new Uint8Array(facts.count)
  const modeReasons = new Uint32Array(facts.count)
  for (let row = 0; row < facts.count; row++) {
    let bits = bitsOfSystem[facts.osOf[row]] | bitsOfPower[facts.powerState[row]]
    if (independent[row] === Flag.yes) bits |= BIT.independent_disk
    if (physical[row] === Flag.yes) bits |= BIT.physical_rdm
    if (settings.redForcesCold && category[row] === RED) bits |= BIT.red_policy
    if (facts.diskCapacityGiB[row] >= diskVeryLargeGiB) bits |= BIT.very_large
    if (facts.snapshotCount[row] >= snapshotCritical) bits |= BIT.many_snapshots
    if (facts.cbt[row] === Flag.no) bits |= BIT.cbt_off
    if (facts.cbt[row] !== Flag.yes && facts.hardwareVersion[row] < cbtHardwareVersion) {
      bits |= BIT.old_hardware_without_cbt
    }
    modeReasons[row] = bits
    mode[row] = modeOf(bits)
  }
  return { mode, modeReasons }
}

function modeOf(bits: number): number {
  if (bits & FORCES_COLD) return MODE.cold_required
  if (bits & LEAVES_OPEN) return MODE.unknown
  return bits & MAKES_RISKY ? MODE.warm_risky : MODE.warm_eligible
}
