import type { GuestAddresses } from '../guest-addresses.ts'
import { cidrText, type IpFamily, ipText, parseCidr } from '../ip.ts'
import type { Finding } from '../mapping-issues.ts'
import type { NetworkMapping } from '../network-mapping.ts'
import { withMore } from './network-findings.ts'

const EXAMPLES = 3

/**
 * Guests whose addresses the mapped subnet does not hold: they cannot keep them. A row has one subnet, so addresses of the
 * other family are nobody's mistake. `nameOf` names the VM in a row of `VmFacts`.
 */
export function guestFindings(
  row: NetworkMapping,
  guests: GuestAddresses | undefined,
  nameOf: (vm: number) => string,
): Finding[] {
  const cidr = row.cidr === null ? null : parseCidr(row.cidr)
  if (!cidr || !guests) return []
  const { outside, count } =
    cidr.family === 4
      ? outsideOf(4, guests.ipv4, guests.ipv4Vm, Number(cidr.first), Number(cidr.last), nameOf)
      : outsideOf(6, guests.ipv6, guests.ipv6Vm, cidr.first, cidr.last, nameOf)
  if (count === 0) return []
  const total = cidr.family === 4 ? guests.ipv4.length : guests.ipv6.length
  return [
    {
      code: 'guests_outside',
      expected: `${total === 1 ? 'the address' : `all ${total} addresses`} of its guests in ${cidrText(cidr)}`,
      found: `${count} outside: ${withMore(outside, count)}`,
    },
  ]
}

function outsideOf<T extends number | bigint>(
  family: IpFamily,
  addresses: readonly T[],
  vms: readonly number[],
  first: T,
  last: T,
  nameOf: (vm: number) => string,
): { outside: string[]; count: number } {
  const outside: string[] = []
  let count = 0
  for (let at = 0; at < addresses.length; at++) {
    const value = addresses[at]
    if (value >= first && value <= last) continue
    if (count < EXAMPLES) outside.push(`${ipText({ family, value: BigInt(value) })} (${nameOf(vms[at])})`)
    count++
  }
  return { outside, count }
}
