import type { TenantPair } from './key-of-tenant.ts'
import type { Tenancy, Tenant } from './tenancy.ts'
import type { TenantDecision } from './tenant-decision.ts'
import type { TenantKey } from './tenant-key.ts'

/** `gone`: somebody decided about it, or moved VMs to it, and no detection finds it any more. */
export const TENANT_ORIGINS = ['detected', 'made', 'gone'] as const
export type TenantOrigin = (typeof TENANT_ORIGINS)[number]

/** A tenant after what people decided: `name`, `orgVdc` and `vms` are what holds. */
export interface ResolvedTenant extends Tenant {
  readonly key: TenantKey
  readonly origin: TenantOrigin
  /** As detection named it; null where it finds no such tenant. */
  readonly detected: TenantPair | null
  /** Tenants whose VMs came here by a merge, directly or over others; sorted. */
  readonly mergedFrom: readonly TenantKey[]
  /** How many of `vms` somebody moved here. */
  readonly movedVms: number
  /** Smaller goes first. */
  readonly priority: number
  /** Everything else that was decided; nothing but the key where nobody decided anything. */
  readonly decision: TenantDecision
}

/**
 * Who owns which VM once decisions are laid over a detection. Tenants are sorted by name, org VDC and key; a tenant that
 * was merged into another has no row of its own. Without decisions it is the detection itself.
 */
export interface ResolvedTenancy extends Tenancy {
  readonly tenants: readonly ResolvedTenant[]
}
