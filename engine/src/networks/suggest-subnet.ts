import type { GuestAddresses } from './guest-addresses.ts'
import { cidrText } from './ip.ts'

/** A subnet that guests suggest. */
export interface SuggestedSubnet {
  readonly cidr: string
  /** How many of the addresses it holds. */
  readonly inside: number
  readonly addresses: number
}

/** What people plan in: nobody gives a handful of VMs less, and hardly anybody one network more. */
const USUAL_PREFIX = 24
const WIDEST_PREFIX = 20
const BITS = 32

/**
 * The subnet that IPv4 addresses of guests speak for: the narrowest around all of them, between /20 and /24, else the /24
 * that most of them are in. A guess for somebody to look at, never a seed: a guest knows its address, not its mask as
 * exported. null without addresses.
 */
export function suggestSubnet({ ipv4 }: GuestAddresses): SuggestedSubnet | null {
  if (ipv4.length === 0) return null
  let least = ipv4[0]
  let most = ipv4[0]
  for (const address of ipv4) {
    least = Math.min(least, address)
    most = Math.max(most, address)
  }
  // Bits above the first in which the outermost two differ are common to all between them.
  const common = Math.clz32(least ^ most)
  if (common >= WIDEST_PREFIX) {
    return { cidr: around(least, Math.min(common, USUAL_PREFIX)), inside: ipv4.length, addresses: ipv4.length }
  }
  const counts = new Map<number, number>()
  for (const address of ipv4) counts.set(address >>> 8, (counts.get(address >>> 8) ?? 0) + 1)
  const [[block, inside]] = [...counts].sort(([a, m], [b, n]) => n - m || a - b)
  return { cidr: around(block * 256, USUAL_PREFIX), inside, addresses: ipv4.length }
}

function around(address: number, prefix: number): string {
  const size = 2 ** (BITS - prefix)
  return cidrText({ family: 4, prefix, first: BigInt(address - (address % size)) })
}
