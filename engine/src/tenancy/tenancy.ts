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
] as const
export type DetectionMethod = (typeof DETECTION_METHODS)[number]

export interface Tenant {
  readonly name: string
  /** '' where the method knows none. */
  readonly orgVdc: string
  readonly method: DetectionMethod
}

/** Who owns which VM. `tenantOf` is aligned with `VmFacts`; tenants are sorted by name, then org VDC. */
export interface Tenancy {
  readonly tenants: readonly Tenant[]
  readonly tenantOf: Uint32Array
  /** Codes into `VmFacts.texts` are not used: these are their own small table, aligned with `VmFacts`. */
  readonly appGroups: readonly string[]
  readonly appGroupOf: Uint32Array
}
