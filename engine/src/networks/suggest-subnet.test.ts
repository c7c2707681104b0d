import { describe, expect, it } from 'vitest'
import { parseIpv4 } from './ip.ts'
import { suggestSubnet } from './suggest-subnet.ts'

const suggested = (...addresses: string[]) => {
  const guests = { ipv4: addresses.map(parseIpv4), ipv4Vm: addresses.map((_, vm) => vm), ipv6: [], ipv6Vm: [] }
  const it = suggestSubnet(guests)
  return it && `${it.cidr} ${it.inside}/${it.addresses}`
}

describe('the subnet that guests suggest', () => {
  it.each`
    addresses                                          | expected
    ${[]}                                              | ${null}
    ${['10.1.2.3']}                                    | ${'10.1.2.0/24 1/1'}
    ${['10.1.2.3', '10.1.2.200']}                      | ${'10.1.2.0/24 2/2'}
    ${['10.1.2.3', '10.1.3.4']}                        | ${'10.1.2.0/23 2/2'}
    ${['10.1.3.3', '10.1.4.4']}                        | ${'10.1.0.0/21 2/2'}
    ${['10.1.2.3', '10.1.2.4', '192.168.7.1']}         | ${'10.1.2.0/24 2/3'}
    ${['192.168.7.1', '10.1.2.3']}                     | ${'10.1.2.0/24 1/2'}
    ${['255.255.255.1', '128.0.0.1', '255.255.255.2']} | ${'255.255.255.0/24 2/3'}
  `('of $addresses is $expected', ({ addresses, expected }) => {
    expect(suggested(...addresses)).toBe(expected)
  })
})
