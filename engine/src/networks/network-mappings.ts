import type { ResolvedTenancy } from '../tenancy/resolved-tenancy.ts'
import type { TenantKey } from '../tenancy/tenant-key.ts'
import { byName, networkKeyOf } from './network-key.ts'
import type { MappingPresence, NetworkMapping, NetworkMappingFields } from './network-mapping.ts'
import type { NetworkMappingDecision } from './network-mapping-decision.ts'
import type { NetworkReference } from './network-reference.ts'
import { classifyNetwork } from './networks.ts'
import { seedNetworkMapping } from './seed-network-mapping.ts'
import { type SourceNetworkRow, UNUSED } from './source-network-rows.ts'
import { parseVlanName } from './vlan.ts'

/** The fields of a decision that take the place of what a row is seeded with. */
export type MappingField = keyof NetworkMappingFields

/**
 * The network map: a row for every network that VMs in scope have an adapter on, for every one that somebody decided
 * about or added; most VMs first, then by name and vCenter. What nobody decided is seeded anew each time, so a re-import
 * changes seeds and never a decision.
 */
export function networkMappings(
  sources: readonly SourceNetworkRow[],
  decisions: readonly NetworkMappingDecision[],
  { tenants }: Pick<ResolvedTenancy, 'tenants'>,
): NetworkMapping[] {
  const ownerOf = ownersAfterMerges(tenants)
  const decided = new Map(decisions.map((decision) => [networkKeyOf(decision), decision]))
  const rows: NetworkMapping[] = []
  for (const row of sources) {
    const key = networkKeyOf(row.source)
    const decision = decided.get(key)
    if (row.presence !== 'in_use' && !decision) continue
    decided.delete(key)
    rows.push(laidOver(row, row.presence, decision ?? row.source, ownerOf))
  }
  for (const decision of decided.values()) {
    const source = { vcenter: decision.vcenter, name: decision.name }
    rows.push(laidOver(withoutSource(source), decision.made ? 'made' : 'gone', decision, ownerOf))
  }
  return rows.sort((a, b) => b.vms - a.vms || byName(a.source, b.source))
}

function laidOver(
  row: SourceNetworkRow,
  presence: MappingPresence,
  decision: NetworkMappingDecision,
  ownerOf: (owner: TenantKey) => TenantKey,
): NetworkMapping {
  const { fields: seed, doubts } = seedNetworkMapping(row)
  const { vlan, physicalNetwork, mtu, owner, cidr, gateway } = decision
  // Field by field rather than by spreading: thousands of rows are laid anew with every change, and a spread takes long.
  return {
    source: row.source,
    presence,
    sourceType: row.type,
    sourceVlan: row.vlan,
    vms: row.vms,
    adapters: row.adapters,
    tenants: row.tenants,
    target: decision.target ?? seed.target,
    vlan: vlan === undefined ? seed.vlan : vlan,
    kind: decision.kind ?? seed.kind,
    physicalNetwork: physicalNetwork === undefined ? seed.physicalNetwork : physicalNetwork,
    mtu: mtu === undefined ? seed.mtu : mtu,
    shared: decision.shared ?? seed.shared,
    owner: owner === undefined ? seed.owner : owner === null ? null : ownerOf(owner),
    external: decision.external ?? seed.external,
    cidr: cidr === undefined ? seed.cidr : cidr,
    gateway: gateway === undefined ? seed.gateway : gateway,
    dns: decision.dns ?? seed.dns,
    pools: decision.pools ?? seed.pools,
    dhcp: decision.dhcp ?? seed.dhcp,
    // Who decided on the kind has looked.
    doubts: decision.kind === undefined ? doubts : [],
    confirmed: decision.confirmed ?? false,
    subnetConfirmed: decision.subnetConfirmed ?? false,
    notes: decision.notes ?? '',
    seed,
    decision,
  }
}

function withoutSource(source: NetworkReference): SourceNetworkRow {
  const vlan = parseVlanName(source.name)
  return {
    ...UNUSED,
    ...{ source, presence: 'gone', switches: [], vlan, vlanFrom: vlan ? 'name' : 'none', vlanAmbiguous: false },
    ...{ type: classifyNetwork(source.name, vlan), typeFrom: 'classified' },
    ...{ subnet: '', gateway: '', dns: [], range: '', notes: '', decision: source },
  }
}

/** A network follows its owner into the tenant that the owner was merged into. */
function ownersAfterMerges(tenants: ResolvedTenancy['tenants']): (owner: TenantKey) => TenantKey {
  const mergedInto = new Map(tenants.flatMap(({ key, mergedFrom }) => mergedFrom.map((from) => [from, key] as const)))
  return (owner) => mergedInto.get(owner) ?? owner
}
