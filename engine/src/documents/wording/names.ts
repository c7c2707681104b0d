import type { MigrationMode, Severity } from '../../assessment/assessment.ts'
import type { ConstraintName } from '../../bandwidth/bandwidth.ts'
import { UsedBasis } from '../../inventory/facts.ts'
import type { DetectionMethod } from '../../tenancy/tenancy.ts'

/** What people call the words of the engine. */

export const CONSTRAINT_TITLES: Readonly<Record<ConstraintName, string>> = {
  source_host_nic: 'Source host NIC',
  transport_link: 'Transport link',
  agent_ingest: 'Agent ingest',
  target_ingress: 'Target ingress',
  target_storage: 'Target storage',
}

export const MODE_TITLES: Readonly<Record<MigrationMode, string>> = {
  warm_eligible: 'warm',
  warm_risky: 'warm, risky',
  cold_required: 'cold',
  unknown: 'unknown',
}

export const SEVERITY_TITLES: Readonly<Record<Severity, string>> = {
  critical: 'Critical',
  warning: 'Warning',
  info: 'Information',
}

/** By `PowerState`. */
export const POWER_TITLES: readonly string[] = ['unknown', 'on', 'off', 'suspended']

export const METHOD_TITLES: Readonly<Record<DetectionMethod, string>> = {
  vcd_folder: 'Cloud Director folder',
  folder_path: 'folder',
  resource_pool: 'resource pool',
  vapp_name: 'vApp',
  vm_name_prefix: 'name prefix',
  annotation_field: 'annotation',
  custom_attribute: 'custom attribute',
  cluster: 'cluster',
  fallback: 'nothing named one',
  by_hand: 'by hand',
}

/** By `UsedBasis`: where the data in use was read. */
export const USED_BASIS_TITLES: Readonly<Record<number, string>> = {
  [UsedBasis.partitions]: 'guest file systems (vPartition)',
  [UsedBasis.vInfo]: 'vInfo, In Use',
  [UsedBasis.thinEstimate]: 'estimate: 0.6 × thin and all of the thick capacity',
  [UsedBasis.thickCapacity]: 'all of the thick capacity',
  [UsedBasis.unknown]: 'nothing: no size is known',
}
