import type { TenantDecision } from './tenant-decision.ts'
import type { TenantKey } from './tenant-key.ts'

/** Smaller goes first; a tenant that nobody gave a priority goes last (planner §13.2). */
export const DEFAULT_TENANT_PRIORITY = 999

/** Every decision about tenants, ready to be laid over a detection. */
export interface TenancyDecisions {
  /** At most one for each tenant, in any order; no merge leads back to where it began (`mergeCycle`). */
  readonly tenants: readonly TenantDecision[]
  /** By row of `VmFacts`: where its VM was moved. */
  readonly vmTenants: ReadonlyMap<number, TenantKey>
}

export const NO_TENANCY_DECISIONS: TenancyDecisions = { tenants: [], vmTenants: new Map() }
