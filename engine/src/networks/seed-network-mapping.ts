import { sanitisedName } from '../mapping/sanitise.ts'
import { cidrText, ipText, parseCidr, parseIp } from './ip.ts'
import type { MappedKind, NetworkMappingFields, SeedDoubt } from './network-mapping.ts'
import type { AddressPool } from './network-mapping-decision.ts'
import type { SourceNetworkRow } from './source-network-rows.ts'

/** Longest name that Neutron keeps, in characters. */
export const MAX_NETWORK_NAME = 255

export interface Seeded {
  readonly fields: NetworkMappingFields
  /** Why somebody has to look at it; [] where the export says it all. */
  readonly doubts: readonly SeedDoubt[]
}

/**
 * What a row of the network map is before anybody decides (planner §17.3): a VLAN becomes a provider network on it;
 * overlays and isolated networks become networks of the tenant; a trunk or a network without a VLAN is carried over as it
 * is, on the physical network. The one tenant that uses it owns it; what several use is shared.
 *
 * Physical network and MTU stay open: the source knows neither what the provider calls its cables nor what they carry.
 */
export function seedNetworkMapping(source: SourceNetworkRow): Seeded {
  const { kind, doubts } = kindOf(source)
  return {
    doubts: source.vlanAmbiguous ? [...doubts, 'vlan_ambiguous'] : doubts,
    fields: {
      target: sanitisedName(source.source.name, MAX_NETWORK_NAME),
      vlan: kind === 'virtual' ? null : (source.vlan?.id ?? null),
      kind,
      physicalNetwork: null,
      mtu: null,
      shared: source.tenants.length > 1,
      owner: source.tenants.length === 1 ? source.tenants[0] : null,
      external: false,
      cidr: canonicalCidr(source.subnet),
      gateway: source.gateway === '' ? null : canonicalIp(source.gateway),
      dns: source.dns.map(canonicalIp),
      pools: poolsOf(source.range),
      dhcp: true,
    },
  }
}

function kindOf({ type, vlan }: SourceNetworkRow): { kind: MappedKind; doubts: readonly SeedDoubt[] } {
  if (type === 'nsx_t') return { kind: 'virtual', doubts: ['overlay'] }
  if (type === 'isolated') return { kind: 'virtual', doubts: [] }
  if (vlan?.id != null) return { kind: 'physical_managed', doubts: [] }
  return { kind: 'physical_l2', doubts: [vlan ? 'trunk' : 'kind_guessed'] }
}

/** As the checks would spell it; what is no subnet stays as written, so that the checks can say so. */
function canonicalCidr(text: string): string | null {
  if (text === '') return null
  const cidr = parseCidr(text)
  return cidr ? cidrText(cidr) : text
}

function canonicalIp(text: string): string {
  const address = parseIp(text)
  return address ? ipText(address) : text
}

/** `10.0.0.10-10.0.0.99, 10.0.0.120`, with a dash of any length. */
function poolsOf(range: string): AddressPool[] {
  return range
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [start, end = start] = part.split(/\s*[-–—]\s*/)
      return { start: canonicalIp(start), end: canonicalIp(end) }
    })
}
