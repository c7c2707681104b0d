import type { TenantKey } from '../tenancy/tenant-key.ts'

/**
 * Why a VM is out of scope; the first of these that holds is the one that counts: somebody excluded the VM (`vm`) or its
 * tenant (`hand`), a filter takes out its tenant (`filter`), its cluster is out (`cluster`).
 */
export const EXCLUSION_KINDS = ['vm', 'hand', 'filter', 'cluster'] as const
export type ExclusionKind = (typeof EXCLUSION_KINDS)[number]

/** How many VMs are out of scope by each kind. */
export type VmsByExclusion = Readonly<Record<ExclusionKind, number>>

/** One thing that takes VMs out of scope: a tenant, a filter, a cluster, or one reason for which VMs were excluded. */
export interface Exclusion {
  readonly kind: ExclusionKind
  /** Tenant key, pattern or name of the cluster; '' for VMs. */
  readonly subject: string
  /** As somebody wrote it; '' where nobody gave one. */
  readonly reason: string
  /** One sentence that a person understands without anything beside it. */
  readonly text: string
  /** VMs that are out of scope by this and by nothing before it. */
  readonly vms: number
  /** VMs it would take out by itself; 0: it finds nothing in this estate (a filter waits, a cluster is gone). */
  readonly matchedVms: number
}

/** How much of a tenant is in scope. */
export interface TenantInScope {
  readonly tenant: TenantKey
  readonly vms: number
  readonly vmsInScope: number
  readonly outOfScope: VmsByExclusion
  /**
   * Why nothing of it is in scope: the tenant itself (`hand`, `filter`), else what took out most of its VMs. null while
   * one of its VMs is in, and for a tenant without VMs that nothing excludes.
   */
  readonly excludedBy: ExclusionKind | null
  /** What a person reads about `excludedBy`; '' with null. */
  readonly reason: string
}

/** How much of a cluster is in scope. */
export interface ClusterInScope {
  /** Index into `Estate.vcenters`. */
  readonly vcenter: number
  readonly datacenter: string
  /** '' for VMs that stand in none. */
  readonly cluster: string
  readonly vms: number
  readonly vmsInScope: number
  /** Whether the cluster itself is out; VMs of one that is in may be out by another reason. */
  readonly isExcluded: boolean
  /** The text of its exclusion; '' while it is in. */
  readonly reason: string
}

/**
 * What of an estate migrates. Templates and placeholders never count: they have no row. Whatever sums, sums over
 * `inScope`, or says that it does not.
 */
export interface Scope {
  /** 1 where the VM is in scope; aligned with `VmFacts`. */
  readonly inScope: Uint8Array
  /** 0 in scope, else 1 + index into `exclusions`; aligned with `VmFacts`. */
  readonly excludedBy: Uint32Array
  readonly vms: number
  readonly vmsInScope: number
  readonly outOfScope: VmsByExclusion
  /** Everything that excludes, in the order of `EXCLUSION_KINDS`, then by subject and reason. */
  readonly exclusions: readonly Exclusion[]
  /** Aligned with `ResolvedTenancy.tenants`. */
  readonly tenants: readonly TenantInScope[]
  /** Every cluster that VMs stand in, by vCenter, datacenter and name. */
  readonly clusters: readonly ClusterInScope[]
}

/** What of a scope tells about single VMs: all that a plan is made from. */
export type ScopeOfVms = Pick<Scope, 'inScope' | 'excludedBy' | 'exclusions'>

/** What put this VM out of scope; null while it is in. */
export function exclusionOf({ excludedBy, exclusions }: ScopeOfVms, vm: number): Exclusion | null {
  return excludedBy[vm] === 0 ? null : exclusions[excludedBy[vm] - 1]
}

/** How many of these VMs are in scope. */
export function countInScope(vms: ArrayLike<number>, { inScope }: Pick<Scope, 'inScope'>): number {
  let count = 0
  for (let i = 0; i < vms.length; i++) count += inScope[vms[i]]
  return count
}
