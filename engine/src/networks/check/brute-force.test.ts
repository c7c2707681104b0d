import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mappingRow } from '../../../test/support/mapping-row.ts'
import type { TenantKey } from '../../tenancy/tenant-key.ts'
import { networkKeyOf } from '../network-key.ts'
import type { NetworkMapping } from '../network-mapping.ts'
import type { AddressPool } from '../network-mapping-decision.ts'
import { checkNetworkMappings, NO_EVIDENCE } from './check-network-mappings.ts'

/**
 * The checks against sets of addresses. Everything here is an address 0…255 of one of two small blocks of a family, written
 * out only at the end, so that nothing of the product's arithmetic helps to judge it.
 */
interface Spot {
  readonly family: 4 | 6
  readonly block: 0 | 1
  readonly at: number
}
interface Subnet extends Spot {
  /** Of 256 addresses: 0 all of them, 8 one. */
  readonly bits: number
}

const textOf = ({ family, block, at }: Spot) =>
  family === 4 ? `10.0.${block}.${at}` : `2001:db8:0:0:0:0:${block}:${at.toString(16)}`
const cidrOf = (subnet: Subnet) => `${textOf(subnet)}/${(subnet.family === 4 ? 24 : 120) + subnet.bits}`
const keyOf = ({ family, block, at }: Spot) => `${family} ${block} ${at}`

/** All addresses that share the leading bits. */
function addressesOf({ family, block, at, bits }: Subnet): Spot[] {
  const all = Array.from({ length: 256 }, (_, other): Spot => ({ family, block, at: other }))
  return all.filter((other) => other.at >> (8 - bits) === at >> (8 - bits))
}

/** Those a host may have: without the first, in IPv4 without the last, unless there are but two. */
function hostsOf(subnet: Subnet): Set<string> {
  const all = addressesOf(subnet).map(keyOf)
  if (all.length <= 2) return new Set(all)
  return new Set(all.slice(1, subnet.family === 4 ? -1 : undefined))
}

const family = fc.constantFrom(4 as const, 4 as const, 6 as const)
const spot: fc.Arbitrary<Spot> = fc.record({
  family,
  block: fc.constantFrom(0 as const, 1 as const),
  at: fc.integer({ min: 0, max: 255 }),
})
const subnet: fc.Arbitrary<Subnet> = fc
  .tuple(spot, fc.integer({ min: 0, max: 8 }))
  .map(([it, bits]) => ({ ...it, bits }))
/** Mostly within or just beside the subnet, now and then anywhere. */
const near = (of: Subnet): fc.Arbitrary<Spot> =>
  fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: -2, max: 256 >> of.bits }).map((step) => stepped(of, step)) },
    { weight: 1, arbitrary: spot },
  )

function stepped(of: Subnet, step: number): Spot {
  const first = (of.at >> (8 - of.bits)) << (8 - of.bits)
  return { family: of.family, block: of.block, at: Math.min(255, Math.max(0, first + step)) }
}

function rowWith(decided: object): NetworkMapping {
  return mappingRow('LAN', { kind: 'physical_managed', physicalNetwork: 'p', vlan: 1, ...decided })
}

const codes = (row: NetworkMapping) => checkNetworkMappings([row]).map(({ code }) => code)

describe('against sets of addresses', () => {
  it('a gateway is right exactly when a host of the subnet may have it', () => {
    const cases = subnet.chain((of) => near(of).map((gateway) => ({ of, gateway })))
    fc.assert(
      fc.property(cases, ({ of, gateway }) => {
        const isHost = hostsOf(of).has(keyOf(gateway))
        const isInside = addressesOf(of).some((address) => keyOf(address) === keyOf(gateway))
        const found = codes(rowWith({ cidr: cidrOf(of), gateway: textOf(gateway) }))
        expect(found.includes('gateway_outside')).toBe(!isInside)
        expect(found.includes('gateway_reserved')).toBe(isInside && !isHost)
        expect(found.includes('cidr_host_bits')).toBe(keyOf(addressesOf(of)[0]) !== keyOf(of))
      }),
      { numRuns: 300 },
    )
  })

  it('pools are right exactly when they are hosts of the subnet, apart from one another and from the gateway', () => {
    const cases = subnet.chain((of) =>
      fc.record({
        of: fc.constant(of),
        gateway: fc.option(near(of)),
        pools: fc.array(fc.tuple(near(of), near(of)), { minLength: 1, maxLength: 4 }),
      }),
    )
    fc.assert(
      fc.property(cases, ({ of, gateway, pools }) => {
        const hosts = hostsOf(of)
        // A pool that crosses blocks goes through addresses that are not listed here: its ends tell enough.
        const listed = pools.flatMap(([start, end]) => {
          if (start.family !== end.family) return []
          const order = start.block - end.block || start.at - end.at
          return order > 0 ? [] : [membersOf(start, end)]
        })
        const isDisjoint = new Set(listed.flat()).size === listed.flat().length
        const found = codes(
          rowWith({
            cidr: cidrOf(of),
            gateway: gateway ? textOf(gateway) : null,
            pools: pools.map(([start, end]): AddressPool => ({ start: textOf(start), end: textOf(end) })),
          }),
        )
        const count = (code: string) => found.filter((it) => it === code).length
        expect(count('pool_invalid')).toBe(pools.filter(([start, end]) => start.family !== end.family).length)
        expect(count('pool_invalid') + count('pool_reversed') + listed.length).toBe(pools.length)
        expect(count('pool_outside')).toBe(listed.filter((pool) => pool.some((it) => !hosts.has(it))).length)
        expect(count('pool_overlap') > 0).toBe(!isDisjoint)
        expect(count('pool_over_gateway') > 0).toBe(gateway !== null && listed.flat().includes(keyOf(gateway)))
      }),
      { numRuns: 150 },
    )
  })

  it('subnets overlap exactly when one router of a tenant reaches an address in two of them', () => {
    const tenant = fc.constantFrom('a' as TenantKey, 'b' as TenantKey)
    const rows = fc.array(
      fc.record({
        of: subnet,
        target: fc.constantFrom('X', 'Y', 'Z', 'W'),
        owner: fc.option(tenant),
        shared: fc.boolean(),
        users: fc.subarray(['a', 'b']),
      }),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(rows, (all) => {
        const mapped = all.map(({ of, users, ...decided }, index) => {
          const row = mappingRow(`LAN ${index}`, { kind: 'virtual', vlan: null, cidr: cidrOf(of), ...decided }, users)
          return { row, of, addresses: new Set(addressesOf(of).map(keyOf)) }
        })
        const isOpen = (row: NetworkMapping) => row.shared || row.owner === null
        const reaches = (who: string, row: NetworkMapping) =>
          row.owner === who || (isOpen(row) && row.tenants.includes(who as TenantKey))
        const meet = (a: NetworkMapping, b: NetworkMapping) =>
          (isOpen(a) && isOpen(b)) || ['a', 'b'].some((who) => reaches(who, a) && reaches(who, b))
        const expected = mapped.map(({ row, addresses }) =>
          mapped.some((other) => {
            const isSameSubnet =
              other.row.target === row.target &&
              other.row.owner === row.owner &&
              other.addresses.size === addresses.size &&
              [...addresses].every((it) => other.addresses.has(it))
            return !isSameSubnet && meet(row, other.row) && [...addresses].some((it) => other.addresses.has(it))
          }),
        )
        const issues = checkNetworkMappings(mapped.map(({ row }) => row))
        const found = mapped.map(
          (_, index) => issues.filter((it) => it.row === index && it.code === 'cidr_overlap').length,
        )
        expect(found).toEqual(expected.map(Number))
      }),
      { numRuns: 400 },
    )
  })

  it('counts exactly the guests that the subnet does not hold', () => {
    const cases = subnet.chain((of) =>
      fc.record({ of: fc.constant(of), guests: fc.array(near(of), { maxLength: 20 }) }),
    )
    fc.assert(
      fc.property(cases, ({ of, guests }) => {
        const row = rowWith({ cidr: cidrOf(of) })
        const own = guests.filter((guest) => guest.family === of.family)
        const inside = new Set(addressesOf(of).map(keyOf))
        const outside = own.filter((guest) => !inside.has(keyOf(guest)))
        const [ipv4, ipv6] = [4, 6].map((which) => guests.filter((guest) => guest.family === which))
        const evidence = {
          ...NO_EVIDENCE,
          guests: new Map([
            [
              networkKeyOf(row.source),
              {
                ipv4: ipv4.map(({ block, at }) => 10 * 2 ** 24 + block * 256 + at),
                ipv4Vm: ipv4.map((_, index) => index),
                ipv6: ipv6.map(({ block, at }) => (0x20010db8n << 96n) + BigInt(block * 65_536 + at)),
                ipv6Vm: ipv6.map((_, index) => index),
              },
            ],
          ]),
        }
        const found = checkNetworkMappings([row], evidence).find(({ code }) => code === 'guests_outside')
        expect(found?.found.match(/^\d+/)?.[0] ?? '0').toBe(String(outside.length))
      }),
    )
  })

  function membersOf(start: Spot, end: Spot): string[] {
    const members: string[] = []
    const stride = start.family === 4 ? 256 : 65_536
    for (let at = start.block * stride + start.at; at <= end.block * stride + end.at; at++) {
      members.push(`${start.family} ${Math.floor(at / stride)} ${at % stride}`)
    }
    return members
  }
})
