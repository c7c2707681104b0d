import type { TenantKey } from '../../tenancy/tenant-key.ts'
import { type Cidr, cidrText, parseCidr } from '../ip.ts'
import type { Finding } from '../mapping-issues.ts'
import { byName } from '../network-key.ts'
import type { NetworkMapping } from '../network-mapping.ts'
import { targetKeyOf } from './target-findings.ts'

/** One subnet of the target, and the rows that say so. */
interface Subnet {
  readonly cidr: Cidr
  readonly rows: NetworkMapping[]
}

/**
 * Finds subnets that overlap in one routing domain. Routers of a tenant join the networks it owns and the shared ones that
 * its VMs are on; those that nobody owns meet one another too. Subnets of two tenants may be the same: nothing joins them.
 *
 * Sorted, not pairwise: in order of first addresses a subnet overlaps one before it exactly when it begins within what
 * those before it reach, and one behind it exactly when it reaches the beginning of the next.
 */
export function overlapFindings(rows: readonly NetworkMapping[], add: (row: NetworkMapping, finding: Finding) => void) {
  const found = new Set<Subnet>()
  for (const [domain, subnets] of routingDomains(rows)) {
    subnets.sort((a, b) => compareSubnets(a, b))
    let reach: Subnet | null = null
    for (const [at, subnet] of subnets.entries()) {
      const { cidr } = subnet
      if (reach && reach.cidr.family !== cidr.family) reach = null
      const next = subnets.at(at + 1)
      const before: Subnet | null = reach && reach.cidr.last >= cidr.first ? reach : null
      const behind = next && next.cidr.family === cidr.family && next.cidr.first <= cidr.last ? next : null
      const peer = before ?? behind
      if (peer && !found.has(subnet)) {
        found.add(subnet)
        for (const row of subnet.rows) add(row, overlap(subnet, peer, domain))
      }
      if (!reach || cidr.last > reach.cidr.last) reach = subnet
    }
  }
}

function overlap({ cidr }: Subnet, { cidr: other, rows: [row] }: Subnet, domain: TenantKey | null): Finding {
  const where = domain === null ? 'networks that nobody owns' : `the networks of ${domain}`
  return {
    code: 'cidr_overlap',
    expected: `no address of ${cidrText(cidr)} in another subnet of ${where}`,
    found: `${cidrText(other)} of "${row.target}"`,
  }
}

/** Subnets by who routes between them; null: the networks that nobody owns, or that everybody may use. */
function routingDomains(rows: readonly NetworkMapping[]): Map<TenantKey | null, Subnet[]> {
  const subnets = new Map<string, Subnet>()
  const domains = new Map<TenantKey | null, Set<Subnet>>()
  for (const row of [...rows].sort((a, b) => byName(a.source, b.source))) {
    const cidr = row.cidr === null ? null : parseCidr(row.cidr)
    if (!cidr) continue
    const key = `${cidrText(cidr)} ${targetKeyOf(row)}`
    const subnet = subnets.get(key) ?? { cidr, rows: [] }
    subnets.set(key, subnet)
    subnet.rows.push(row)
    for (const domain of domainsOf(row)) {
      const members = domains.get(domain)
      if (members) members.add(subnet)
      else domains.set(domain, new Set([subnet]))
    }
  }
  return new Map([...domains].map(([domain, members]) => [domain, [...members]]))
}

export function domainsOf({ owner, shared, tenants }: NetworkMapping): Iterable<TenantKey | null> {
  if (owner !== null && !shared) return [owner]
  return new Set([null, ...(owner === null ? [] : [owner]), ...tenants])
}

function compareSubnets({ cidr: a }: Subnet, { cidr: b }: Subnet): number {
  if (a.family !== b.family) return a.family - b.family
  if (a.first !== b.first) return a.first < b.first ? -1 : 1
  return a.last < b.last ? -1 : a.last > b.last ? 1 : 0
}
