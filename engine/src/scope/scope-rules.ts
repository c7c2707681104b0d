import type { ClusterScope, TenantFilter } from './scope-decisions.ts'

/** Two rules about the same clusters have the same key. */
export function clusterKeyOf({ vcenter, datacenter, cluster }: ClusterScope): string {
  return JSON.stringify([vcenter, datacenter, cluster])
}

/** What is out of scope beside tenants and VMs excluded by hand. */
export interface ScopeRules {
  readonly filters: readonly TenantFilter[]
  readonly clusters: readonly ClusterScope[]
}

export const NO_SCOPE_RULES: ScopeRules = { filters: [], clusters: [] }
