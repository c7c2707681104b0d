import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mappingRow } from '../../test/support/mapping-row.ts'
import { findReplace } from '../mapping/find-replace.ts'
import { FindReplaceRequest } from '../mapping/find-replace-request.ts'
import { checkNetworkMappings } from './check/check-network-mappings.ts'
import {
  confirmNetworks,
  decideNetworkMapping,
  networkMapProgress,
  REPLACEABLE_NETWORKS,
  withReplacedNetwork,
} from './decide-network-mapping.ts'
import { NetworkMappingDecision } from './network-mapping-decision.ts'

const LAN = NetworkMappingDecision.parse({ name: 'LAN', vlan: 20, pools: [{ start: '10.0.0.2', end: '10.0.0.9' }] })

describe('a decision about a row', () => {
  it('loses its pools for good when DHCP is turned off', () => {
    const off = decideNetworkMapping(LAN, { dhcp: false })
    expect(off).toEqual({ ...LAN, dhcp: false, pools: [] })
    expect(decideNetworkMapping(off, { dhcp: true }).pools).toEqual([])
  })

  it('says none with null, and goes back to its seed when it is reset', () => {
    expect(decideNetworkMapping(LAN, { vlan: null })).toMatchObject({ vlan: null })
    expect(decideNetworkMapping(LAN, {}, { fields: ['vlan', 'pools'] })).toEqual({ vcenter: '', name: 'LAN' })
  })

  it('is unconfirmed when find & replace changed it', () => {
    const rows = [mappingRow('VLAN 20', { confirmed: true, physicalNetwork: 'physnet1' })]
    const request = FindReplaceRequest.parse({ find: 'VLAN ', replace: 'net-' })
    const changes = findReplace(REPLACEABLE_NETWORKS, rows, request)
    expect(withReplacedNetwork(rows[0].decision, changes)).toMatchObject({ target: 'net-20', confirmed: false })
  })
})

describe('confirming', () => {
  const some = fc.array(
    fc.record(
      {
        target: fc.constantFrom('A', 'B', ''),
        vlan: fc.constantFrom(null, 1, 2, 5000),
        kind: fc.constantFrom('physical_managed' as const, 'physical_l2' as const, 'virtual' as const),
        cidr: fc.constantFrom(null, '10.0.0.0/24', '10.0.0.0/16', '10.0.0.0/33'),
        gateway: fc.constantFrom(null, '10.0.0.1', '10.9.0.1'),
        external: fc.boolean(),
        confirmed: fc.boolean(),
        subnetConfirmed: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
    { maxLength: 5 },
  )

  it('refuses exactly what the checks call an error, in its own part', () => {
    fc.assert(
      fc.property(some, (all) => {
        const rows = all.map((decided, index) => mappingRow(`LAN ${index}`, decided))
        const issues = checkNetworkMappings(rows)
        for (const part of ['network', 'subnet'] as const) {
          const wrong = issues.filter((it) => it.part === part && it.severity === 'error').map(({ row }) => row)
          const isOpen = (row: number) =>
            part === 'network' ? !rows[row].confirmed : !rows[row].subnetConfirmed && rows[row].cidr !== null
          const { confirmed, refused } = confirmNetworks(rows, issues, part)
          const open = [...rows.keys()].filter(isOpen)
          expect(confirmed).toEqual(open.filter((row) => !wrong.includes(row)))
          expect(refused.map(({ row }) => row)).toEqual(open.filter((row) => wrong.includes(row)))
        }
      }),
    )
  })

  it('takes the rows it was given, and no others', () => {
    const rows = [mappingRow('A'), mappingRow('B'), mappingRow('VLAN 5000', { kind: 'physical_managed' })]
    const { confirmed, refused } = confirmNetworks(rows, checkNetworkMappings(rows), 'network', [2, 1])
    expect([confirmed, refused.map(({ row, errors }) => [row, errors.map(({ code }) => code)])]).toEqual([
      [1],
      [[2, ['vlan_missing']]],
    ])
  })
})

describe('the progress of the map', () => {
  it('asks for subnets where one has to be made, and for none of what exists or has none', () => {
    const sound = { physicalNetwork: 'p', confirmed: true } as const
    const rows = [
      mappingRow('VLAN 1', { ...sound, cidr: '10.0.0.0/24', subnetConfirmed: true }),
      mappingRow('ext', { ...sound, external: true, physicalNetwork: 'q' }),
      mappingRow('flat', { ...sound, kind: 'physical_l2' }),
      { ...mappingRow('old'), presence: 'gone' as const },
    ]
    const progress = () => networkMapProgress(rows, checkNetworkMappings(rows))
    expect(progress()).toEqual({
      ...{ networks: 3, confirmed: 3, external: 1, subnetsNeeded: 1, subnetsConfirmed: 1, withErrors: 0, ready: true },
    })
    rows[0] = mappingRow('VLAN 1', { ...sound, cidr: '10.0.0.0/24', gateway: '10.0.1.1', subnetConfirmed: true })
    expect(progress()).toMatchObject({ withErrors: 1, ready: false })
  })
})
