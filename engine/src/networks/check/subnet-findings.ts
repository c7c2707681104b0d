import {
  type Cidr,
  cidrText,
  contains,
  hostRange,
  type IpAddress,
  type IpRange,
  ipText,
  parseCidr,
  parseIp,
  rangeText,
} from '../ip.ts'
import type { Finding } from '../mapping-issues.ts'
import type { NetworkMapping } from '../network-mapping.ts'

/** `max_dns_nameservers` of Neutron, unless a cloud says otherwise. */
const MAX_DNS = 5

/**
 * What is wrong with the subnet of a row, looked at by itself. Everything is judged as Neutron does, but for one thing:
 * it takes a gateway outside the subnet, and guests then find none.
 */
export function subnetFindings(row: NetworkMapping): Finding[] {
  const cidr = row.cidr === null ? null : parseCidr(row.cidr)
  return [...cidrFindings(row, cidr), ...gatewayFindings(row, cidr), ...dnsFindings(row), ...poolFindings(row, cidr)]
}

function cidrFindings({ cidr: text, kind, external }: NetworkMapping, cidr: Cidr | null): Finding[] {
  if (text === null) return []
  if (!cidr)
    return [{ code: 'cidr_invalid', expected: 'a subnet such as 10.1.2.0/24 or 2001:db8::/64', found: `"${text}"` }]
  const findings: Finding[] = []
  if (cidr.hasHostBits) findings.push({ code: 'cidr_host_bits', expected: cidrText(cidr), found: text })
  if (kind === 'physical_l2' && !external) {
    findings.push({ code: 'cidr_unused', expected: 'none with kind physical_l2', found: text })
  }
  return findings
}

function gatewayFindings({ gateway, cidr: text }: NetworkMapping, cidr: Cidr | null): Finding[] {
  if (gateway === null) return []
  const address = parseIp(gateway)
  if (!address) return [{ code: 'gateway_invalid', expected: 'an address', found: `"${gateway}"` }]
  if (text === null) return [{ code: 'gateway_without_cidr', expected: 'a subnet that holds it', found: 'none' }]
  // The subnet is what is wrong, and it is said there.
  if (!cidr) return []
  const expected = `one of ${rangeText(hostRange(cidr))}`
  if (!contains(cidr, address)) return [{ code: 'gateway_outside', expected, found: gateway }]
  if (!contains(hostRange(cidr), address)) return [{ code: 'gateway_reserved', expected, found: gateway }]
  return []
}

function dnsFindings({ dns }: NetworkMapping): Finding[] {
  const findings: Finding[] = []
  const wrong = dns.filter((server) => !parseIp(server))
  if (wrong.length > 0) {
    findings.push({ code: 'dns_invalid', expected: 'addresses', found: wrong.map((it) => `"${it}"`).join(', ') })
  }
  const canonical = dns.map(canonicalText)
  const twice = dns.filter((_, index) => canonical.indexOf(canonical[index]) < index)
  if (twice.length > 0) findings.push({ code: 'dns_duplicate', expected: 'each once', found: twice.join(', ') })
  if (dns.length > MAX_DNS) {
    findings.push({ code: 'dns_too_many', expected: `at most ${MAX_DNS}`, found: `${dns.length}` })
  }
  return findings
}

function poolFindings({ pools, dhcp, cidr: text, gateway }: NetworkMapping, cidr: Cidr | null): Finding[] {
  if (pools.length === 0) return []
  const written = pools.map(({ start, end }) => `${start}–${end}`)
  if (!dhcp) return [{ code: 'pool_without_dhcp', expected: 'no pools, or DHCP on', found: written.join(', ') }]
  if (text === null) return [{ code: 'pool_without_cidr', expected: 'a subnet that holds it', found: 'none' }]
  const findings: Finding[] = []
  const ranges: IpRange[] = []
  for (const [index, { start, end }] of pools.entries()) {
    const found = written[index]
    const first = parseIp(start)
    const last = parseIp(end)
    if (!first || !last || first.family !== last.family) {
      findings.push({ code: 'pool_invalid', expected: 'two addresses of one family', found })
    } else if (last.value < first.value) {
      findings.push({ code: 'pool_reversed', expected: `${ipText(last)}–${ipText(first)}`, found })
    } else ranges.push({ family: first.family, first: first.value, last: last.value })
  }
  if (!cidr) return findings
  const hosts = hostRange(cidr)
  for (const range of ranges) {
    if (range.family !== hosts.family || range.first < hosts.first || range.last > hosts.last) {
      findings.push({ code: 'pool_outside', expected: `within ${rangeText(hosts)}`, found: rangeText(range) })
    }
  }
  return [...findings, ...overlapsOf(ranges), ...gatewayInPool(ranges, gateway === null ? null : parseIp(gateway))]
}

function overlapsOf(ranges: readonly IpRange[]): Finding[] {
  const sorted = [...ranges].sort((a, b) => a.family - b.family || compare(a.first, b.first) || compare(a.last, b.last))
  const findings: Finding[] = []
  for (let at = 1, reach = sorted[0]; at < sorted.length; at++) {
    const range = sorted[at]
    if (range.family === reach.family && range.first <= reach.last) {
      const found = `${rangeText(reach)} and ${rangeText(range)}`
      findings.push({ code: 'pool_overlap', expected: 'pools apart from one another', found })
    }
    if (range.family !== reach.family || range.last > reach.last) reach = range
  }
  return findings
}

function gatewayInPool(ranges: readonly IpRange[], gateway: IpAddress | null): Finding[] {
  const over = gateway && ranges.find((range) => contains(range, gateway))
  return over
    ? [{ code: 'pool_over_gateway', expected: `a pool without ${ipText(gateway)}`, found: rangeText(over) }]
    : []
}

function canonicalText(text: string): string {
  const address = parseIp(text)
  return address ? ipText(address) : text.toLowerCase()
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0
}
