export const DETECTION_METHODS = [
  'vcd_folder',
  'folder_path',
  'resource_pool',
  'vapp_name',
  'vm_name_prefix',
  'annotation_field',
  'custom_attribute',
  'cluster',
  'fallback',
  // Somebody moved the VM, or added the tenant; no detection says this.
  'by_hand',
] as const
export type DetectionMethod = (typeof DETECTION_METHODS)[number]

export interface Tenant {
  readonly name: string
  /** '' where the method knows none. */
  readonly orgVdc: string
  /** Of its VMs' methods the first in the order of the settings. */
  readonly method: DetectionMethod
  /** How many VMs of the estate it owns. */
  readonly vms: number
}

/** Who owns which VM. `tenantOf` is aligned with `VmFacts`; tenants are sorted by name, then org VDC. */
export interface Tenancy {
  readonly tenants: readonly Tenant[]
  readonly tenantOf: Uint32Array
  /** Index into `DETECTION_METHODS`, aligned with `VmFacts`: what named the tenant of this VM. */
  readonly methodOf: Uint8Array
  /** Codes into `VmFacts.texts` are not used: these are their own small table, aligned with `VmFacts`. */
  readonly appGroups: readonly string[]
  readonly appGroupOf: Uint32Array
}

/** Distinct tenants with VMs by name: an organisation with three org VDCs is three rows above and one here. */
export function countTenantNames(tenancy: Pick<Tenancy, 'tenants'>): number {
  return new Set(tenancy.tenants.filter(({ vms }) => vms > 0).map(({ name }) => name)).size
}

/** A tenant as a sentence names it. */
export function tenantLabel({ name, orgVdc }: Pick<Tenant, 'name' | 'orgVdc'>): string {
  return orgVdc === '' || orgVdc === name ? name : `${name} / ${orgVdc}`
}
