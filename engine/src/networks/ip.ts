/**
 * The one place that knows addresses: how they are written, which of them a subnet holds and which of those a host may
 * have. IPv4 and IPv6; addresses are numbers, so that every question about them is a comparison.
 */

export type IpFamily = 4 | 6

export interface IpAddress {
  readonly family: IpFamily
  readonly value: bigint
}

/** Addresses of one family from `first` to `last`, both included. */
export interface IpRange {
  readonly family: IpFamily
  readonly first: bigint
  readonly last: bigint
}

export interface Cidr extends IpRange {
  readonly prefix: number
  /** Written with an address inside (`10.1.2.5/24`): OpenStack takes the network around it without a word. */
  readonly hasHostBits: boolean
}

const BITS = { 4: 32, 6: 128 } as const
const CIDR = /^([^/\s]+)\/(0|[1-9]\d{0,2})$/
const HEX_GROUP = /^[0-9a-f]{1,4}$/i

/** An address without prefix, zone or port; null for anything else. Octets with leading zeros are octal to some readers. */
export function parseIp(text: string): IpAddress | null {
  if (!text.includes(':')) {
    const value = parseIpv4(text)
    return value < 0 ? null : { family: 4, value: BigInt(value) }
  }
  const value = parseIpv6(text)
  return value === null ? null : { family: 6, value }
}

/** A dotted quad as a number of 32 bits; -1 for anything else. Made for columns of a hundred thousand addresses. */
export function parseIpv4(text: string): number {
  let value = 0
  let octet = -1
  let dots = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x2e) {
      if (octet < 0) return -1
      value = value * 256 + octet
      octet = -1
      dots++
    } else if (code >= 0x30 && code <= 0x39) {
      if (octet === 0) return -1
      octet = octet < 0 ? code - 0x30 : octet * 10 + code - 0x30
      if (octet > 255) return -1
    } else return -1
  }
  return dots === 3 && octet >= 0 ? value * 256 + octet : -1
}

function parseIpv6(text: string): bigint | null {
  const halves = text.split('::')
  if (halves.length > 2) return null
  const head = groupsOf(halves[0], halves.length === 1)
  const tail = halves.length === 2 ? groupsOf(halves[1], true) : []
  if (head === null || tail === null) return null
  const missing = 8 - head.length - tail.length
  // `::` stands for one group at least.
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null
  return [...head, ...Array<number>(missing).fill(0), ...tail].reduce(
    (value, group) => value * 65_536n + BigInt(group),
    0n,
  )
}

/** Groups of 16 bits; the last two of an address may be written as IPv4. */
function groupsOf(text: string, isEnd: boolean): number[] | null {
  if (text === '') return []
  const groups: number[] = []
  const parts = text.split(':')
  for (const [index, part] of parts.entries()) {
    if (HEX_GROUP.test(part)) {
      groups.push(Number.parseInt(part, 16))
      continue
    }
    const ipv4 = isEnd && index === parts.length - 1 ? parseIpv4(part) : -1
    if (ipv4 < 0) return null
    groups.push(Math.floor(ipv4 / 65_536), ipv4 % 65_536)
  }
  return groups
}

/** A subnet in CIDR notation; null for anything else. A prefix of 0 is everything there is, and no subnet. */
export function parseCidr(text: string): Cidr | null {
  const match = CIDR.exec(text)
  const address = match && parseIp(match[1])
  if (!address) return null
  const { family, value } = address
  const prefix = Number(match[2])
  if (prefix < 1 || prefix > BITS[family]) return null
  const size = 1n << BigInt(BITS[family] - prefix)
  const first = value - (value % size)
  return { family, prefix, first, last: first + size - 1n, hasHostBits: first !== value }
}

/**
 * Addresses a host, a gateway or a pool may have, as Neutron sees it: not the network address, and in IPv4 not the
 * broadcast address. Subnets of two addresses or one (RFC 3021, RFC 6164) have neither.
 */
export function hostRange({ family, prefix, first, last }: Cidr): IpRange {
  if (prefix >= BITS[family] - 1) return { family, first, last }
  return { family, first: first + 1n, last: family === 4 ? last - 1n : last }
}

export function contains(range: IpRange, { family, value }: IpAddress): boolean {
  return range.family === family && value >= range.first && value <= range.last
}

/** The spelling every program agrees on: dotted quads; RFC 5952 for IPv6. */
export function ipText({ family, value }: IpAddress): string {
  if (family === 4) return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n).join('.')
  const groups = Array.from({ length: 8 }, (_, index) => ((value >> BigInt(112 - index * 16)) & 65_535n).toString(16))
  const zeros = longestZeros(groups)
  if (zeros.length < 2) return groups.join(':')
  return `${groups.slice(0, zeros.start).join(':')}::${groups.slice(zeros.start + zeros.length).join(':')}`
}

export function cidrText({ family, prefix, first }: Pick<Cidr, 'family' | 'prefix' | 'first'>): string {
  return `${ipText({ family, value: first })}/${prefix}`
}

export function rangeText({ family, first, last }: IpRange): string {
  const start = ipText({ family, value: first })
  return first === last ? start : `${start}–${ipText({ family, value: last })}`
}

/** The first of the longest runs of zero groups. */
function longestZeros(groups: readonly string[]): { start: number; length: number } {
  let best = { start: 0, length: 0 }
  for (let start = 0; start < groups.length; start++) {
    let end = start
    while (end < groups.length && groups[end] === '0') end++
    if (end - start > best.length) best = { start, length: end - start }
    start = Math.max(start, end)
  }
  return best
}
