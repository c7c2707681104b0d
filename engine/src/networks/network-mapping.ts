import type { TenantKey } from '../tenancy/tenant-key.ts'
import type { AddressPool, NetworkMappingDecision } from './network-mapping-decision.ts'
import type { NetworkReference } from './network-reference.ts'
import type { NetworkKind } from './networks.ts'
import type { Vlan } from './vlan.ts'

/**
 * What becomes of a network in the target (planner §17.3): a provider network on a VLAN, a flat or trunked one on the
 * physical network without a subnet of its own, a network of the tenant that no cable knows.
 */
export const MAPPED_KINDS = ['physical_managed', 'physical_l2', 'virtual'] as const
export type MappedKind = (typeof MAPPED_KINDS)[number]

/**
 * Where the source of a row is: VMs in scope are on it; VMs are on it but none that is in scope; no VM of the estate is
 * on it any more, and only a decision is left; somebody added it and no VM is on it.
 */
export const MAPPING_PRESENCES = ['in_use', 'out_of_scope', 'gone', 'made'] as const
export type MappingPresence = (typeof MAPPING_PRESENCES)[number]

/** Why somebody has to look at what a row was seeded with. */
export const SEED_DOUBTS = ['kind_guessed', 'trunk', 'vlan_ambiguous', 'overlay'] as const
export type SeedDoubt = (typeof SEED_DOUBTS)[number]

/** What a row is seeded with and people may decide. Null, '' and [] are "none". */
export interface NetworkMappingFields {
  readonly target: string
  readonly vlan: number | null
  readonly kind: MappedKind
  readonly physicalNetwork: string | null
  readonly mtu: number | null
  readonly shared: boolean
  readonly owner: TenantKey | null
  readonly external: boolean
  readonly cidr: string | null
  readonly gateway: string | null
  readonly dns: readonly string[]
  readonly pools: readonly AddressPool[]
  readonly dhcp: boolean
}

/**
 * A row of the network map: seeded from the adapters of VMs in scope, with what people decided laid over. Never stored:
 * it is computed from the estate and the decisions of a scenario.
 */
export interface NetworkMapping extends NetworkMappingFields {
  readonly source: NetworkReference
  readonly presence: MappingPresence
  readonly sourceType: NetworkKind
  /** All VLANs of the source; a trunk has several, and `vlan` is null then. */
  readonly sourceVlan: Vlan | null
  /** VMs and adapters in scope, powered on or not. */
  readonly vms: number
  readonly adapters: number
  /** Whose VMs in scope are on it; sorted. */
  readonly tenants: readonly TenantKey[]
  readonly doubts: readonly SeedDoubt[]
  readonly confirmed: boolean
  readonly subnetConfirmed: boolean
  readonly notes: string
  /** What the row would be without decisions. */
  readonly seed: NetworkMappingFields
  /** Everything that was decided; nothing but the reference where nobody decided anything. */
  readonly decision: NetworkMappingDecision
}

/** Whether a subnet has to be made with the network: not for what exists already, nor for one without a subnet by its kind. */
export function needsSubnet({ external, kind }: Pick<NetworkMapping, 'external' | 'kind'>): boolean {
  return !external && kind !== 'physical_l2'
}
