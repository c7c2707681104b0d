import type { NetworkMappingDecision } from '../networks/network-mapping-decision.ts'
import type { SourceNetworkDecision } from '../networks/source-network-decision.ts'
import type { StorageMappingDecision } from '../storage/storage-mapping-decision.ts'

/** What people decided about networks and storage; what they decided about tenants is with the tenants. */
export interface MappingDecisions {
  readonly sourceNetworks: readonly SourceNetworkDecision[]
  readonly networkMappings: readonly NetworkMappingDecision[]
  readonly storageMappings: readonly StorageMappingDecision[]
}

export const NO_MAPPING_DECISIONS: MappingDecisions = { sourceNetworks: [], networkMappings: [], storageMappings: [] }
