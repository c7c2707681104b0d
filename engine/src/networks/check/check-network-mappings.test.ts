import { describe, expect, it } from 'vitest'
import { mappingRow } from '../../../test/support/mapping-row.ts'
import type { TenantKey } from '../../tenancy/tenant-key.ts'
import { issueText } from '../mapping-issues.ts'
import type { NetworkMapping } from '../network-mapping.ts'
import { checkNetworkMappings, NO_EVIDENCE } from './check-network-mappings.ts'

/** A row without a fault, whatever its kind. */
const SOUND = { physicalNetwork: 'physnet1', vlan: 100, kind: 'physical_managed' } as const
const acme = 'acme' as TenantKey
const beta = 'beta' as TenantKey

const codesOf = (...rows: NetworkMapping[]) => checkNetworkMappings(rows).map(({ row, code }) => `${row} ${code}`)
const textsOf = (...rows: NetworkMapping[]) => checkNetworkMappings(rows).map(issueText)

describe('a row of the network map', () => {
  it.each`
    decided                                                                        | codes
    ${{}}                                                                          | ${[]}
    ${{ target: '' }}                                                              | ${['target_missing']}
    ${{ target: '  ' }}                                                            | ${['target_missing']}
    ${{ target: 'x'.repeat(255) }}                                                 | ${[]}
    ${{ target: 'x'.repeat(256) }}                                                 | ${['target_too_long']}
    ${{ target: '😀'.repeat(255) }}                                                | ${[]}
    ${{ target: 'a\u200bb' }}                                                      | ${['target_invisible']}
    ${{ target: ' a' }}                                                            | ${['target_padded']}
    ${{ vlan: 1 }}                                                                 | ${[]}
    ${{ vlan: 4094 }}                                                              | ${[]}
    ${{ vlan: 0 }}                                                                 | ${['vlan_out_of_range']}
    ${{ vlan: 4095 }}                                                              | ${['vlan_out_of_range']}
    ${{ vlan: null }}                                                              | ${['vlan_missing']}
    ${{ vlan: null, kind: 'physical_l2' }}                                         | ${[]}
    ${{ vlan: null, external: true }}                                              | ${[]}
    ${{ kind: 'virtual' }}                                                         | ${['vlan_unused']}
    ${{ physicalNetwork: null }}                                                   | ${['physical_network_missing']}
    ${{ physicalNetwork: null, kind: 'virtual', vlan: null }}                      | ${[]}
    ${{ physicalNetwork: null, external: true }}                                   | ${[]}
    ${{ mtu: 575 }}                                                                | ${['mtu_out_of_range']}
    ${{ mtu: 576 }}                                                                | ${[]}
    ${{ mtu: 9216 }}                                                               | ${[]}
    ${{ mtu: 9217 }}                                                               | ${['mtu_out_of_range']}
    ${{ mtu: 1279, cidr: '2001:db8::/64' }}                                        | ${['mtu_out_of_range']}
    ${{ mtu: 1280, cidr: '2001:db8::/64' }}                                        | ${[]}
    ${{ cidr: '10.0.0.0' }}                                                        | ${['cidr_invalid']}
    ${{ cidr: '10.0.0.0/33' }}                                                     | ${['cidr_invalid']}
    ${{ cidr: '10.0.0.5/24' }}                                                     | ${['cidr_host_bits']}
    ${{ cidr: '10.0.0.0/24', kind: 'physical_l2' }}                                | ${['cidr_unused']}
    ${{ gateway: '10.0.0.1' }}                                                     | ${['gateway_without_cidr']}
    ${{ cidr: 'x', gateway: '10.0.0.1' }}                                          | ${['cidr_invalid']}
    ${{ cidr: '10.0.0.0/24', gateway: '10.0.0' }}                                  | ${['gateway_invalid']}
    ${{ cidr: '10.0.0.0/24', gateway: '10.0.1.1' }}                                | ${['gateway_outside']}
    ${{ cidr: '10.0.0.0/24', gateway: '2001:db8::1' }}                             | ${['gateway_outside']}
    ${{ cidr: '10.0.0.0/24', gateway: '10.0.0.0' }}                                | ${['gateway_reserved']}
    ${{ cidr: '10.0.0.0/24', gateway: '10.0.0.255' }}                              | ${['gateway_reserved']}
    ${{ cidr: '10.0.0.0/31', gateway: '10.0.0.0' }}                                | ${[]}
    ${{ cidr: '2001:db8::/64', gateway: '2001:db8::' }}                            | ${['gateway_reserved']}
    ${{ cidr: '2001:db8::/64', gateway: '2001:DB8:0::1' }}                         | ${[]}
    ${{ dns: ['8.8.8.8', '2001:4860:4860::8888'] }}                                | ${[]}
    ${{ dns: ['8.8.8.8', 'dns.example'] }}                                         | ${['dns_invalid']}
    ${{ dns: ['2001:db8::1', '2001:DB8:0::1'] }}                                   | ${['dns_duplicate']}
    ${{ dns: ['1.1.1.1', '1.1.1.2', '1.1.1.3', '1.1.1.4', '1.1.1.5', '1.1.1.6'] }} | ${['dns_too_many']}
  `('$decided has $codes', ({ decided, codes }) => {
    expect(codesOf(mappingRow('LAN', { ...SOUND, ...decided }))).toEqual(codes.map((code: string) => `0 ${code}`))
  })

  it.each`
    pools                                                                                  | codes
    ${[['10.0.0.2', '10.0.0.9'], ['10.0.0.20', '10.0.0.20']]}                              | ${[]}
    ${[['10.0.0.1', '10.0.0.9']]}                                                          | ${['pool_over_gateway']}
    ${[['10.0.0.9', '10.0.0.2']]}                                                          | ${['pool_reversed']}
    ${[['10.0.0.2', '']]}                                                                  | ${['pool_invalid']}
    ${[['10.0.0.2', '2001:db8::1']]}                                                       | ${['pool_invalid']}
    ${[['10.0.0.9', '10.0.0.255']]}                                                        | ${['pool_outside']}
    ${[['10.0.1.2', '10.0.1.9']]}                                                          | ${['pool_outside']}
    ${[['10.0.0.2', '10.0.0.9'], ['10.0.0.9', '10.0.0.12']]}                               | ${['pool_overlap']}
    ${[['10.0.0.2', '10.0.0.99'], ['10.0.0.9', '10.0.0.12'], ['10.0.0.98', '10.0.0.120']]} | ${['pool_overlap', 'pool_overlap']}
  `('pools $pools have $codes', ({ pools, codes }) => {
    const all = pools.map(([start, end]: [string, string]) => ({ start, end }))
    const row = mappingRow('LAN', { ...SOUND, cidr: '10.0.0.0/24', gateway: '10.0.0.1', pools: all })
    expect(codesOf(row)).toEqual(codes.map((code: string) => `0 ${code}`))
  })

  it('takes no pools without DHCP or without a subnet', () => {
    const pools = [{ start: '10.0.0.2', end: '10.0.0.9' }]
    expect(codesOf(mappingRow('LAN', { ...SOUND, pools }))).toEqual(['0 pool_without_cidr'])
    expect(codesOf(mappingRow('LAN', { ...SOUND, cidr: '10.0.0.0/24', dhcp: false, pools }))).toEqual([
      '0 pool_without_dhcp',
    ])
  })

  it('says what was expected and what was found', () => {
    expect(
      textsOf(mappingRow('LAN', { ...SOUND, vlan: 5000, cidr: '10.0.0.0/24', gateway: '10.0.1.1', mtu: 90 })),
    ).toEqual([
      'There is no such VLAN: expected 1–4094, found 5000.',
      'There is no such MTU: expected 576–9216, found 90.',
      'The gateway is outside the subnet: expected one of 10.0.0.1–10.0.0.254, found 10.0.1.1.',
    ])
  })

  it('knows who may own it and who may use it', () => {
    const row = mappingRow('LAN', { ...SOUND, owner: acme, shared: false }, ['acme', 'beta'])
    const evidence = { ...NO_EVIDENCE, tenants: new Set([beta]) }
    expect(checkNetworkMappings([row], evidence).map(({ code }) => code)).toEqual(['owner_unknown', 'owner_shuts_out'])
  })
})

describe('rows of the network map among one another', () => {
  const lan = (name: string, decided: object = {}) =>
    mappingRow(name, { ...SOUND, owner: acme, shared: false, ...decided })

  it('refuses two networks on one VLAN of one physical network', () => {
    expect(codesOf(lan('A'), lan('B'))).toEqual(['0 vlan_duplicate', '1 vlan_duplicate'])
    expect(codesOf(lan('A'), lan('B', { physicalNetwork: 'physnet2' }))).toEqual([])
    expect(codesOf(lan('A'), lan('B', { external: true }))).toEqual(['0 vlan_duplicate'])
    expect(codesOf(lan('A', { external: true }), lan('B', { external: true }))).toEqual([])
  })

  it('refuses two flat networks on one physical network', () => {
    const flat = { kind: 'physical_l2', vlan: null }
    expect(codesOf(lan('A', flat), lan('B', flat))).toEqual(['0 flat_duplicate', '1 flat_duplicate'])
    expect(codesOf(lan('A', flat), lan('B', { ...flat, vlan: 7 }))).toEqual([])
  })

  it('lets several source networks become one, if they agree on it', () => {
    expect(codesOf(lan('A', { target: 'X' }), lan('B', { target: 'X' }))).toEqual([
      '0 target_of_several',
      '1 target_of_several',
    ])
    expect(textsOf(lan('A', { target: 'X' }), lan('B', { target: 'X', vlan: 20, mtu: 9000 }))).toEqual([
      'Rows of one target network disagree: expected the same of every source of "X", found vlan 100 but 20 in "B", mtu none but 9000 in "B".',
      'Rows of one target network disagree: expected the same of every source of "X", found vlan 20 but 100 in "A", mtu 9000 but none in "A".',
    ])
    expect(codesOf(lan('A', { target: 'X' }), lan('B', { target: 'X', owner: beta, vlan: 20 }))).toEqual([])
  })

  it('refuses subnets that overlap where one router joins them', () => {
    const a = { vlan: 1, cidr: '10.0.0.0/16' }
    const b = { vlan: 2, cidr: '10.0.7.0/24' }
    expect(codesOf(lan('A', a), lan('B', b))).toEqual(['0 cidr_overlap', '1 cidr_overlap'])
    expect(codesOf(lan('A', a), lan('B', { ...b, owner: beta }))).toEqual([])
    const shared = mappingRow('S', { ...SOUND, vlan: 3, owner: null, shared: true, cidr: '10.0.0.0/8' }, ['beta'])
    expect(codesOf(lan('A', a), shared, lan('B', { ...b, owner: beta }))).toEqual(['1 cidr_overlap', '2 cidr_overlap'])
  })

  it('leaves out rows whose source is gone: nothing is made for them', () => {
    const gone = { ...lan('A'), presence: 'gone' as const }
    expect(codesOf(gone, lan('B'))).toEqual([])
  })
})
