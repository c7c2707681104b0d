import { z } from 'zod'
import { VmReference } from '../inventory/vm-reference.ts'
import { DEFAULT_TENANT_PRIORITY } from './tenancy-decisions.ts'
import { TenantKey } from './tenant-key.ts'

const targetField = z.string().max(1000).nullable().optional()

/** Where a tenant goes in OpenStack; a field that is null or absent stays what it is seeded with (`mapping/`). */
export const TenantTarget = z.strictObject({
  domain: targetField,
  domainDescription: targetField,
  project: targetField,
  projectDescription: targetField,
})
export type TenantTarget = z.infer<typeof TenantTarget>

/**
 * What people decided about one tenant. It lies over what detection finds and is never touched by a re-detection or a
 * re-import; what is absent is left to detection, filters and seeds.
 */
export const TenantDecision = z
  .strictObject({
    tenant: TenantKey,
    /** In place of the detected name. */
    name: z.string().trim().min(1).max(255).optional(),
    /** In place of the detected org VDC; '' is none. */
    orgVdc: z.string().trim().max(255).optional(),
    /** All VMs of this tenant belong to that one. */
    mergedInto: TenantKey.optional(),
    /** Added by hand: listed even when nothing detects it and no VM was moved to it. */
    made: z.boolean().optional(),
    /** Out of scope with all its VMs. */
    excluded: z.boolean().optional(),
    excludeReason: z.string().trim().max(1000).optional(),
    /** In scope even where a filter would exclude it. */
    included: z.boolean().optional(),
    /** Smaller goes first; absent: `DEFAULT_TENANT_PRIORITY`. */
    priority: z.int().min(0).max(DEFAULT_TENANT_PRIORITY).optional(),
    target: TenantTarget.optional(),
    /** Somebody looked at the target and agreed. */
    confirmed: z.boolean().optional(),
    notes: z.string().max(10_000).optional(),
  })
  .refine((it) => !(it.excluded && it.included), 'is both excluded and included: decide on one')
export type TenantDecision = z.infer<typeof TenantDecision>

/** A VM that somebody moved to a tenant by hand. A tenant is split by moves to another. */
export const VmTenantDecision = z.strictObject({ vm: VmReference, tenant: TenantKey })
export type VmTenantDecision = z.infer<typeof VmTenantDecision>
