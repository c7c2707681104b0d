import { characterCount, hasInvisible } from '../../mapping/sanitise.ts'
import type { TenantKey } from '../../tenancy/tenant-key.ts'
import { parseCidr } from '../ip.ts'
import type { Finding } from '../mapping-issues.ts'
import type { NetworkMapping } from '../network-mapping.ts'
import { MAX_NETWORK_NAME } from '../seed-network-mapping.ts'
import { FIRST_VLAN, LAST_VLAN } from '../vlan.ts'

/** What every host has to take (RFC 791, RFC 8200), and the largest frame that switches agree on. */
const LEAST_MTU = { 4: 576, 6: 1280 } as const
const MOST_MTU = 9216

/** What is wrong with the network of a row, looked at by itself. */
export function networkFindings(row: NetworkMapping, tenants: ReadonlySet<TenantKey> | null): Finding[] {
  return [...nameFindings(row.target), ...cableFindings(row), ...mtuFindings(row), ...ownerFindings(row, tenants)]
}

function nameFindings(target: string): Finding[] {
  if (target.trim() === '') return [{ code: 'target_missing', expected: 'a name', found: 'none' }]
  const findings: Finding[] = []
  const length = characterCount(target)
  if (length > MAX_NETWORK_NAME) {
    const expected = `at most ${MAX_NETWORK_NAME} characters`
    findings.push({ code: 'target_too_long', expected, found: `${length}` })
  }
  if (hasInvisible(target)) {
    findings.push({ code: 'target_invisible', expected: 'characters that print', found: JSON.stringify(target) })
  }
  if (target !== target.trim()) {
    findings.push({ code: 'target_padded', expected: `"${target.trim()}"`, found: `"${target}"` })
  }
  return findings
}

/** VLAN and physical network. What exists already (external) is not made, so nothing has to be known about its cable. */
function cableFindings({ vlan, kind, physicalNetwork, external }: NetworkMapping): Finding[] {
  const findings: Finding[] = []
  if (vlan !== null && !isVlan(vlan)) {
    findings.push({ code: 'vlan_out_of_range', expected: `${FIRST_VLAN}–${LAST_VLAN}`, found: `${vlan}` })
  }
  if (kind === 'virtual') {
    if (vlan !== null) findings.push({ code: 'vlan_unused', expected: 'none', found: `${vlan}` })
    return findings
  }
  if (external) return findings
  if (kind === 'physical_managed' && vlan === null) {
    findings.push({ code: 'vlan_missing', expected: `${FIRST_VLAN}–${LAST_VLAN}`, found: 'none' })
  }
  if (!physicalNetwork) {
    findings.push({ code: 'physical_network_missing', expected: "the provider's name for the cable", found: 'none' })
  }
  return findings
}

function mtuFindings({ mtu, cidr }: NetworkMapping): Finding[] {
  if (mtu === null) return []
  const least = LEAST_MTU[(cidr === null ? null : parseCidr(cidr))?.family ?? 4]
  if (mtu >= least && mtu <= MOST_MTU) return []
  return [{ code: 'mtu_out_of_range', expected: `${least}–${MOST_MTU}`, found: `${mtu}` }]
}

function ownerFindings({ owner, shared, tenants: users }: NetworkMapping, tenants: ReadonlySet<TenantKey> | null) {
  const findings: Finding[] = []
  if (owner !== null && tenants !== null && !tenants.has(owner)) {
    findings.push({ code: 'owner_unknown', expected: 'a tenant of this project', found: `"${owner}"` })
  }
  const shutOut = owner === null || shared ? [] : users.filter((tenant) => tenant !== owner)
  if (shutOut.length > 0) {
    const expected = `a shared network, or only ${owner} on it`
    findings.push({ code: 'owner_shuts_out', expected, found: named(shutOut) })
  }
  return findings
}

export function isVlan(vlan: number): boolean {
  return vlan >= FIRST_VLAN && vlan <= LAST_VLAN
}

const EXAMPLES = 3

/** `a, b, c and 4 more`. */
export function named(names: readonly string[]): string {
  return withMore(names.slice(0, EXAMPLES), names.length)
}

/** The same without the one at `own`; looks at no more names than it says. */
export function namedOthers(names: readonly string[], own: number): string {
  const shown = names.slice(0, EXAMPLES + 1).filter((_, index) => index !== own)
  return withMore(shown.slice(0, EXAMPLES), names.length - 1)
}

/** The first of `count` names, and how many more there are. */
export function withMore(shown: readonly string[], count: number): string {
  return count > shown.length ? `${shown.join(', ')} and ${count - shown.length} more` : shown.join(', ')
}
