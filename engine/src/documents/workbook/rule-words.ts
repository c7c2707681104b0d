import type { EffectiveRule } from '../../assessment/effective-rules.ts'
import { TARGETS, type Target } from '../../assessment/os/guest-os.ts'

export const TARGET_TITLES: Readonly<Record<Target, string>> = {
  kvm: 'KVM / OpenStack',
  hyper_v: 'Hyper-V',
  azure_local: 'Azure Local',
}

/** What a rule means for the move; where targets differ, target by target. */
export function meaningOf({ rule }: EffectiveRule): string {
  const { meaning } = rule
  if (typeof meaning === 'string') return meaning
  return TARGETS.map((target) => `${TARGET_TITLES[target]}: ${meaning[target]}`).join(' ')
}
