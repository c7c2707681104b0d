import { z } from 'zod'

const reason = z.string().trim().max(1000).default('')

/**
 * A rule that takes tenants out of scope by their whole name, in any case; `*` and `%` stand for any run of characters. It
 * is alive: it holds for tenants that a later import brings, and its removal brings back what it took out.
 */
export const TenantFilter = z.strictObject({
  pattern: z.string().trim().min(1).max(255),
  reason,
})
export type TenantFilter = z.infer<typeof TenantFilter>

/** A cluster whose VMs are out of scope. */
export const ClusterScope = z.strictObject({
  /** UUID of the vCenter, where the export tells none its server; '' where it tells neither. */
  vcenter: z.string().trim().toLowerCase().max(255).default(''),
  /** null: clusters of this name in every datacenter of the vCenter. */
  datacenter: z.string().max(255).nullable().default(null),
  cluster: z.string().min(1).max(255),
  reason,
})
export type ClusterScope = z.infer<typeof ClusterScope>
