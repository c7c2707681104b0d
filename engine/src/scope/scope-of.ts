import type { Vcenter } from '../inventory/estate.ts'
import type { VmFacts } from '../inventory/facts.ts'
import type { Decisions } from '../schedule/decisions.ts'
import type { ResolvedTenancy } from '../tenancy/resolved-tenancy.ts'
import { type ClusterRow, clusterRows } from './cluster-rows.ts'
import { type ExclusionDraft, exclusionsOf, NOT_EXCLUDED } from './exclusions.ts'
import { type ClusterInScope, EXCLUSION_KINDS, type ExclusionKind, type Scope, type TenantInScope } from './scope.ts'
import { NO_SCOPE_RULES, type ScopeRules } from './scope-rules.ts'

export interface ScopeInput {
  readonly facts: Pick<VmFacts, 'count' | 'texts' | 'vcenter' | 'datacenter' | 'cluster'>
  /** `Estate.vcenters`: cluster rules name clusters by theirs. */
  readonly vcenters: readonly Pick<Vcenter, 'uuid' | 'server'>[]
  readonly tenancy: ResolvedTenancy
  /** VMs that somebody excluded, among others. */
  readonly decisions: Decisions
  readonly rules?: ScopeRules
}

/**
 * What of an estate migrates, and why the rest does not. Of several reasons the first of `EXCLUSION_KINDS` counts, so every
 * VM is out of scope once; of two filters or cluster rules about one thing, the first by name. A tenant that somebody
 * included is out of the reach of filters; its VMs and clusters may still be excluded.
 *
 * The answer depends on no order of decisions. Work: VMs, and tenants × filters.
 */
export function scopeOf({ facts, vcenters, tenancy, decisions, rules = NO_SCOPE_RULES }: ScopeInput): Scope {
  const { clusters, clusterOf } = clusterRows(facts, vcenters)
  const { drafts, ofVm, ofTenant, ofCluster } = exclusionsOf({ vms: facts.count, tenancy, clusters, decisions, rules })

  const inScope = new Uint8Array(facts.count)
  const excludedBy = new Uint32Array(facts.count)
  const tenants = tenancy.tenants.map(() => new Tally())
  const perCluster = clusters.map(() => new Tally())
  const all = new Tally()
  for (let vm = 0; vm < facts.count; vm++) {
    const tenant = tenancy.tenantOf[vm]
    const cluster = clusterOf[vm]
    const by = ofVm[vm] || ofTenant[tenant] || ofCluster[cluster]
    const kind = by === NOT_EXCLUDED ? null : drafts[by - 1].kind
    excludedBy[vm] = by
    inScope[vm] = kind === null ? 1 : 0
    if (by !== NOT_EXCLUDED) drafts[by - 1].vms++
    all.add(kind)
    tenants[tenant].add(kind)
    perCluster[cluster].add(kind)
  }

  return {
    inScope,
    excludedBy,
    vms: all.vms,
    vmsInScope: all.vmsInScope,
    outOfScope: all.outOfScope,
    exclusions: drafts,
    tenants: tenancy.tenants.map(({ key }, index) => tenantInScope(key, tenants[index], drafts[ofTenant[index] - 1])),
    clusters: clusters.map((cluster, index) =>
      clusterInScope(cluster, perCluster[index], drafts[ofCluster[index] - 1]),
    ),
  }
}

/** Counts VMs, in and out. */
class Tally {
  vms = 0
  vmsInScope = 0
  readonly outOfScope: Record<ExclusionKind, number> = { vm: 0, hand: 0, filter: 0, cluster: 0 }

  add(kind: ExclusionKind | null): void {
    this.vms++
    if (kind === null) this.vmsInScope++
    else this.outOfScope[kind]++
  }
}

const REASONS_OF_PARTS: Readonly<Record<ExclusionKind, string>> = {
  vm: 'Every VM of it is excluded by hand',
  hand: '',
  filter: '',
  cluster: 'Every VM of it stands in an excluded cluster or is excluded by hand',
}

function tenantInScope(
  tenant: TenantInScope['tenant'],
  { vms, vmsInScope, outOfScope }: Tally,
  exclusion: ExclusionDraft | undefined,
): TenantInScope {
  const counts = { tenant, vms, vmsInScope, outOfScope }
  if (exclusion) return { ...counts, excludedBy: exclusion.kind, reason: exclusion.text }
  if (vmsInScope > 0 || vms === 0) return { ...counts, excludedBy: null, reason: '' }
  const most = EXCLUSION_KINDS.reduce((most, kind) => (outOfScope[kind] > outOfScope[most] ? kind : most))
  return { ...counts, excludedBy: most, reason: REASONS_OF_PARTS[outOfScope.cluster > 0 ? 'cluster' : 'vm'] }
}

function clusterInScope(
  { vcenter, datacenter, cluster }: ClusterRow,
  { vms, vmsInScope }: Tally,
  exclusion: ExclusionDraft | undefined,
): ClusterInScope {
  const counts = { vcenter, datacenter, cluster, vms, vmsInScope }
  return { ...counts, isExcluded: exclusion !== undefined, reason: exclusion?.text ?? '' }
}
