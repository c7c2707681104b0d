import type { Exclusion, ExclusionKind, Scope } from '../../scope/scope.ts'
import { count, plural } from './numbers.ts'

/** How documents speak of what is in scope, and what is not. */

export const EXCLUSION_TITLES: Readonly<Record<ExclusionKind, string>> = {
  vm: 'VMs by hand',
  hand: 'tenant by hand',
  filter: 'tenant filter',
  cluster: 'cluster',
}

type Counts = Pick<Scope, 'vms' | 'vmsInScope'>

export function isAllInScope({ vms, vmsInScope }: Counts): boolean {
  return vms === vmsInScope
}

/** `1,288 VMs`; where something is excluded `1,200 of 1,288 VMs in scope`. */
export function vmsInScope(scope: Counts): string {
  if (isAllInScope(scope)) return plural(scope.vms, 'VM')
  return `${count(scope.vmsInScope)} of ${plural(scope.vms, 'VM')} in scope`
}

/** What a share is a share of. */
export function scopeNoun(scope: Counts): string {
  return isAllInScope(scope) ? 'the estate' : 'what is in scope'
}

/** Only what takes a VM out, most VMs first; of equals the order of the scope. */
export function effectiveExclusions({ exclusions }: Pick<Scope, 'exclusions'>): Exclusion[] {
  return exclusions.filter(({ vms }) => vms > 0).sort((a, b) => b.vms - a.vms)
}
