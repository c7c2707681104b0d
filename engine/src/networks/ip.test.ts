import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cidrText,
  contains,
  hostRange,
  type IpAddress,
  ipText,
  parseCidr,
  parseIp,
  parseIpv4,
  rangeText,
} from './ip.ts'

describe('an address', () => {
  it.each`
    text                                         | canonical
    ${'0.0.0.0'}                                 | ${'0.0.0.0'}
    ${'10.1.2.3'}                                | ${'10.1.2.3'}
    ${'255.255.255.255'}                         | ${'255.255.255.255'}
    ${'::'}                                      | ${'::'}
    ${'::1'}                                     | ${'::1'}
    ${'1::'}                                     | ${'1::'}
    ${'2001:DB8:0:0:1:0:0:1'}                    | ${'2001:db8::1:0:0:1'}
    ${'2001:db8:0:1:1:1:1:1'}                    | ${'2001:db8:0:1:1:1:1:1'}
    ${'2001:0db8:0000:0000:0000:0000:0000:0001'} | ${'2001:db8::1'}
    ${'::ffff:10.1.2.3'}                         | ${'::ffff:a01:203'}
    ${'1:2:3:4:5:6:7::'}                         | ${'1:2:3:4:5:6:7:0'}
  `('$text is $canonical', ({ text, canonical }) => {
    expect(ipText(parseIp(text)!)).toBe(canonical)
  })

  it.each([
    ...[
      '',
      '10.1.2',
      '10.1.2.3.4',
      '10.1.2.256',
      '10.1.2.03',
      '10..2.3',
      '.1.2.3',
      '10.1.2.',
      ' 10.1.2.3',
      '10.1.2.3/24',
    ],
    ...[
      '10,1,2,3',
      'a.b.c.d',
      ':',
      ':::',
      '1::2::3',
      '1:2:3:4:5:6:7',
      '1:2:3:4:5:6:7:8:9',
      '1:2:3:4:5:6:7:8::',
      '12345::',
    ],
    ...['::g', 'fe80::1%eth0', '[::1]', '::10.1.2', '10.1.2.3::', '1:', ':1'],
  ])('%j is none', (text) => {
    expect(parseIp(text)).toBeNull()
  })

  it('reads back what it writes', () => {
    const addresses = fc.oneof(
      fc.bigInt({ min: 0n, max: 2n ** 32n - 1n }).map((value): IpAddress => ({ family: 4, value })),
      fc.bigInt({ min: 0n, max: 2n ** 128n - 1n }).map((value): IpAddress => ({ family: 6, value })),
      // Many zeros: what the short spelling is about.
      fc.array(fc.constantFrom(0n, 0n, 1n, 65_535n), { minLength: 8, maxLength: 8 }).map(
        (groups): IpAddress => ({
          family: 6,
          value: groups.reduce<bigint>((value, group) => value * 65_536n + group, 0n),
        }),
      ),
    )
    fc.assert(
      fc.property(addresses, (address) => {
        expect(parseIp(ipText(address))).toEqual(address)
      }),
    )
  })

  it('agrees with the address bar of a browser', () => {
    const groups = fc.array(fc.constantFrom(0, 0, 0, 1, 0xdb8, 0xffff), { minLength: 8, maxLength: 8 })
    fc.assert(
      fc.property(groups, (all) => {
        const text = all.map((group) => group.toString(16)).join(':')
        expect(`[${ipText(parseIp(text)!)}]`).toBe(new URL(`http://[${text}]/`).hostname)
      }),
    )
  })
})

describe('a subnet', () => {
  it.each`
    text                 | network              | hosts                          | hasHostBits
    ${'10.1.2.0/24'}     | ${'10.1.2.0/24'}     | ${'10.1.2.1–10.1.2.254'}       | ${false}
    ${'10.1.2.5/24'}     | ${'10.1.2.0/24'}     | ${'10.1.2.1–10.1.2.254'}       | ${true}
    ${'10.1.2.4/30'}     | ${'10.1.2.4/30'}     | ${'10.1.2.5–10.1.2.6'}         | ${false}
    ${'10.1.2.4/31'}     | ${'10.1.2.4/31'}     | ${'10.1.2.4–10.1.2.5'}         | ${false}
    ${'10.1.2.4/32'}     | ${'10.1.2.4/32'}     | ${'10.1.2.4'}                  | ${false}
    ${'128.0.0.0/1'}     | ${'128.0.0.0/1'}     | ${'128.0.0.1–255.255.255.254'} | ${false}
    ${'2001:db8::/120'}  | ${'2001:db8::/120'}  | ${'2001:db8::1–2001:db8::ff'}  | ${false}
    ${'2001:db8::6/127'} | ${'2001:db8::6/127'} | ${'2001:db8::6–2001:db8::7'}   | ${false}
  `('$text is $network with hosts $hosts', ({ text, network, hosts, hasHostBits }) => {
    const cidr = parseCidr(text)!
    expect([cidrText(cidr), rangeText(hostRange(cidr)), cidr.hasHostBits]).toEqual([network, hosts, hasHostBits])
  })

  it.each([
    '10.1.2.0',
    '10.1.2.0/33',
    '10.1.2.0/024',
    '10.1.2.0/',
    '10.1.2.0/255.255.255.0',
    '0.0.0.0/0',
    '::/0',
    '::/129',
    '/24',
    '10.1.2.0/ 24',
  ])('%j is none', (text) => {
    expect(parseCidr(text)).toBeNull()
  })

  it('holds exactly the addresses whose leading bits are its own', () => {
    const bits = (address: number) => address.toString(2).padStart(32, '0')
    const near = fc.tuple(
      fc.integer({ min: 0, max: 2 ** 32 - 1 }),
      fc.integer({ min: 1, max: 32 }),
      fc.integer({ min: -300, max: 300 }),
    )
    fc.assert(
      fc.property(near, ([address, prefix, step]) => {
        const text = (value: number) => ipText({ family: 4, value: BigInt(value) })
        const other = Math.min(2 ** 32 - 1, Math.max(0, address + step))
        const isInside = bits(other).slice(0, prefix) === bits(address).slice(0, prefix)
        expect(contains(parseCidr(`${text(address)}/${prefix}`)!, parseIp(text(other))!)).toBe(isInside)
        expect(parseIpv4(text(other))).toBe(other)
      }),
    )
  })
})
