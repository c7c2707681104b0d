import type { TenantDecision } from './tenant-decision.ts'
import type { TenantKey } from './tenant-key.ts'

type Merge = Pick<TenantDecision, 'tenant' | 'mergedInto'>

/**
 * The first merge that leads back to where it began, as its path (`acme → beta → acme`, the smallest key first); null
 * where every merge ends at a tenant. Who saves a merge, or reads a plan input, asks this first.
 */
export function mergeCycle(decisions: readonly Merge[]): readonly TenantKey[] | null {
  const into = mergesOf(decisions)
  const cycles: TenantKey[][] = []
  const seen = new Set<TenantKey>()
  for (const start of into.keys()) {
    const path: TenantKey[] = []
    const onPath = new Set<TenantKey>()
    let tenant: TenantKey | undefined = start
    while (tenant !== undefined && !seen.has(tenant)) {
      seen.add(tenant)
      onPath.add(tenant)
      path.push(tenant)
      tenant = into.get(tenant)
    }
    if (tenant !== undefined && onPath.has(tenant)) cycles.push(fromSmallest(path.slice(path.indexOf(tenant))))
  }
  if (cycles.length === 0) return null
  const [first] = cycles.sort(([a], [b]) => (a < b ? -1 : 1))
  return [...first, first[0]]
}

/** The sentence about a cycle. */
export function mergeCycleText(cycle: readonly TenantKey[]): string {
  return `these tenants are merged in a circle: ${cycle.join(' → ')}; take one of the merges back`
}

/** The tenant that a tenant's VMs belong to in the end. Throws on a cycle: who lets one in has not asked `mergeCycle`. */
export function mergeTargets(decisions: readonly Merge[]): (tenant: TenantKey) => TenantKey {
  const cycle = mergeCycle(decisions)
  if (cycle) throw new RangeError(mergeCycleText(cycle))
  const into = mergesOf(decisions)
  return (tenant) => {
    let end = tenant
    for (let next = into.get(end); next !== undefined; next = into.get(end)) end = next
    return end
  }
}

function mergesOf(decisions: readonly Merge[]): Map<TenantKey, TenantKey> {
  const into = new Map<TenantKey, TenantKey>()
  for (const { tenant, mergedInto } of decisions) if (mergedInto !== undefined) into.set(tenant, mergedInto)
  return into
}

/** The same circle whichever tenant the search entered it by. */
function fromSmallest(cycle: readonly TenantKey[]): TenantKey[] {
  const smallest = cycle.reduce((least, tenant, index) => (tenant < cycle[least] ? index : least), 0)
  return [...cycle.slice(smallest), ...cycle.slice(0, smallest)]
}
