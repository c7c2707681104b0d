import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sourceRow } from '../../test/support/mapping-row.ts'
import {
  NETWORKED_VCENTERS,
  type NetworkedOptions,
  type NetworkedVm,
  networkedEstate,
} from '../../test/support/networked-estate.ts'
import type { TenantKey } from '../tenancy/tenant-key.ts'
import { guestAddresses } from './guest-addresses.ts'
import { networkKeyOf } from './network-key.ts'
import { NetworkMappingDecision } from './network-mapping-decision.ts'
import { networkMappings } from './network-mappings.ts'
import { seedNetworkMapping } from './seed-network-mapping.ts'
import { SourceNetworkDecision } from './source-network-decision.ts'
import { sourceNetworkRows } from './source-network-rows.ts'
import { sourceNetworks } from './source-networks.ts'
import { parseVlanCell } from './vlan.ts'

const [vcenter] = NETWORKED_VCENTERS
const VMS: readonly NetworkedVm[] = [
  { name: 'web', tenant: 'acme', nics: [['VLAN 20', '10.0.0.5, 10.0.0.6'], ['Backup']] },
  { name: 'db', tenant: 'acme', nics: [['VLAN 20'], ['VLAN 20']], isOff: true },
  { name: 'lab', tenant: 'beta', nics: [['Backup'], ['isolated-1'], ['none']] },
  { name: 'old', tenant: 'beta', nics: [['VLAN 30']], isOff: true },
]

interface Decided {
  readonly networks?: readonly object[]
  readonly mappings?: readonly object[]
}

function mapOf(
  vms: readonly NetworkedVm[],
  options: NetworkedOptions = {},
  { networks = [], mappings = [] }: Decided = {},
) {
  const scoped = networkedEstate(vms, options)
  const decided = networks.map((it) => SourceNetworkDecision.parse({ vcenter, ...it }))
  const sources = sourceNetworkRows(scoped, sourceNetworks(scoped.estate), decided)
  const decisions = mappings.map((it) => NetworkMappingDecision.parse({ vcenter, ...it }))
  return { sources, rows: networkMappings(sources, decisions, scoped.tenancy), scoped }
}

describe('the network map', () => {
  it('is seeded from every adapter of every VM in scope, powered on or not, and never from "none"', () => {
    const { rows } = mapOf(VMS)
    expect(
      rows.map(({ source, vms, adapters, tenants, kind, vlan, shared, owner, presence }) => ({
        ...{ name: source.name, vms, adapters, tenants: tenants.join(), kind, vlan, shared, owner, presence },
      })),
    ).toMatchInlineSnapshot(`
      [
        {
          "adapters": 2,
          "kind": "physical_l2",
          "name": "Backup",
          "owner": null,
          "presence": "in_use",
          "shared": true,
          "tenants": "acme,beta",
          "vlan": null,
          "vms": 2,
        },
        {
          "adapters": 3,
          "kind": "physical_managed",
          "name": "VLAN 20",
          "owner": "acme",
          "presence": "in_use",
          "shared": false,
          "tenants": "acme",
          "vlan": 20,
          "vms": 2,
        },
        {
          "adapters": 1,
          "kind": "physical_managed",
          "name": "VLAN 30",
          "owner": "beta",
          "presence": "in_use",
          "shared": false,
          "tenants": "beta",
          "vlan": 30,
          "vms": 1,
        },
        {
          "adapters": 1,
          "kind": "virtual",
          "name": "isolated-1",
          "owner": "beta",
          "presence": "in_use",
          "shared": false,
          "tenants": "beta",
          "vlan": null,
          "vms": 1,
        },
      ]
    `)
  })

  it('follows the scope, and keeps what was decided about a network that is out of it or gone', () => {
    const mappings = [
      { name: 'VLAN 30', mtu: 9000 },
      { name: 'VLAN 99', target: 'dmz' },
      { name: 'new', made: true, kind: 'virtual' },
    ]
    const { rows } = mapOf(VMS, { outOfScope: ['old'] }, { mappings })
    expect(rows.map(({ source, presence, vms }) => [source.name, presence, vms])).toEqual([
      ['Backup', 'in_use', 2],
      ['VLAN 20', 'in_use', 2],
      ['isolated-1', 'in_use', 1],
      ['VLAN 30', 'out_of_scope', 0],
      ['VLAN 99', 'gone', 0],
      ['new', 'made', 0],
    ])
    expect(mapOf(VMS, { outOfScope: ['old'] }).rows.map(({ source }) => source.name)).not.toContain('VLAN 30')
  })

  it('takes what people know of the source as seed, and what they decided of the target before it', () => {
    const networks = [
      { name: 'Backup', vlan: '40', subnet: '10.4.0.7/24', gateway: '10.4.0.1', range: '10.4.0.10 – 10.4.0.20' },
    ]
    const { rows } = mapOf(VMS, {}, { networks, mappings: [{ name: 'Backup', gateway: null, target: 'bak' }] })
    const backup = rows.find(({ source }) => source.name === 'Backup')!
    expect(backup).toMatchObject({
      ...{ target: 'bak', vlan: 40, kind: 'physical_managed', cidr: '10.4.0.0/24', gateway: null },
      pools: [{ start: '10.4.0.10', end: '10.4.0.20' }],
      doubts: [],
      seed: { target: 'Backup', gateway: '10.4.0.1' },
    })
  })

  it('keeps a type that somebody set through every re-classification, and lets an unset one follow the VLAN', () => {
    const { sources } = mapOf(
      VMS,
      { portGroups: [['Backup', '40']] },
      { networks: [{ name: 'Backup', type: 'isolated' }] },
    )
    expect(sources.find(({ source }) => source.name === 'Backup')).toMatchObject({
      type: 'isolated',
      vlanFrom: 'vPort',
    })
    const cleared = mapOf(VMS, {}, { networks: [{ name: 'VLAN 20', vlan: null }] }).sources
    expect(cleared.find(({ source }) => source.name === 'VLAN 20')).toMatchObject({
      ...{ vlan: null, vlanFrom: 'by_hand', type: 'standard', typeFrom: 'classified' },
    })
  })

  it('tells two networks of one name on two vCenters apart', () => {
    const vms = [VMS[0], { ...VMS[0], name: 'far', vcenter: 1 as const, tenant: 'beta' }]
    const { rows } = mapOf(vms, {}, { mappings: [{ name: 'VLAN 20', target: 'near' }] })
    const lans = rows.filter(({ source }) => source.name === 'VLAN 20')
    expect(lans.map(({ source, target, owner }) => [source.vcenter, target, owner])).toEqual([
      [NETWORKED_VCENTERS[0], 'near', 'acme'],
      [NETWORKED_VCENTERS[1], 'VLAN 20', 'beta'],
    ])
  })

  it('moves with its owner into the tenant that the owner was merged into', () => {
    const tenants = [{ key: 'acme', mergedFrom: ['old acme'] }] as never
    const [row] = networkMappings([], [NetworkMappingDecision.parse({ name: 'x', made: true, owner: 'old acme' })], {
      tenants,
    })
    expect(row.owner).toBe('acme')
  })

  it('does not depend on the order of VMs, adapters or decisions', () => {
    const vm = fc.record({
      name: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      tenant: fc.constantFrom('acme', 'beta'),
      nics: fc.array(fc.constantFrom('VLAN 20', 'Backup', 'ls-web', 'Trunk', 'none').map((it) => [it] as const)),
    })
    const cases = fc
      .uniqueArray(vm, { selector: ({ name }) => name, minLength: 1 })
      .chain((vms) =>
        fc.record({ vms: fc.constant(vms), shuffled: fc.shuffledSubarray(vms, { minLength: vms.length }) }),
      )
    const mappings = [
      { name: 'Backup', mtu: 9000 },
      { name: 'gone', vlan: 7 },
    ]
    fc.assert(
      fc.property(cases, ({ vms, shuffled }) => {
        const backwards = shuffled.map((it) => ({ ...it, nics: it.nics.toReversed() }))
        expect(mapOf(backwards, {}, { mappings: mappings.toReversed() }).rows).toEqual(
          mapOf(vms, {}, { mappings }).rows,
        )
      }),
    )
  })
})

describe('the seed of a row', () => {
  it.each`
    name                 | vlan         | ambiguous | kind                  | id      | doubts
    ${'VLAN 20'}         | ${undefined} | ${false}  | ${'physical_managed'} | ${20}   | ${[]}
    ${'VLAN 20'}         | ${undefined} | ${true}   | ${'physical_managed'} | ${20}   | ${['vlan_ambiguous']}
    ${'VM Network'}      | ${undefined} | ${false}  | ${'physical_l2'}      | ${null} | ${['kind_guessed']}
    ${'VM Network'}      | ${'7'}       | ${false}  | ${'physical_managed'} | ${7}    | ${[]}
    ${'VLAN 10-20'}      | ${undefined} | ${false}  | ${'physical_l2'}      | ${null} | ${['trunk']}
    ${'isolated vlan 5'} | ${undefined} | ${false}  | ${'virtual'}          | ${null} | ${[]}
    ${'ls-web'}          | ${undefined} | ${false}  | ${'virtual'}          | ${null} | ${['overlay']}
  `('of $name with VLAN $vlan is $kind on $id', ({ name, vlan, ambiguous, kind, id, doubts }) => {
    const more = { vlanAmbiguous: ambiguous, ...(vlan ? { vlan: parseVlanCell(vlan) } : {}) }
    const seeded = seedNetworkMapping(sourceRow(name, more))
    expect([seeded.fields.kind, seeded.fields.vlan, seeded.doubts]).toEqual([kind, id, doubts])
  })

  it('gives the network to the one tenant that uses it, and shares it among several', () => {
    const ownership = (...tenants: string[]) => {
      const { fields } = seedNetworkMapping(sourceRow('LAN', { tenants: tenants as TenantKey[] }))
      return [fields.owner, fields.shared]
    }
    expect([ownership(), ownership('acme'), ownership('acme', 'beta')]).toEqual([
      [null, false],
      ['acme', false],
      [null, true],
    ])
  })
})

describe('guest addresses', () => {
  it('come from every adapter in scope, without those that a guest gives to itself', () => {
    const { scoped } = mapOf(
      [
        { name: 'a', tenant: 'x', nics: [['LAN', '10.0.0.5, 169.254.1.1,10.0.0.6', 'fe80::1, 2001:db8::5']] },
        {
          name: 'b',
          tenant: 'x',
          nics: [
            ['LAN', '127.0.0.1'],
            ['none', '10.9.9.9'],
          ],
        },
        { name: 'c', tenant: 'x', nics: [['LAN', '10.0.0.7']] },
      ],
      { outOfScope: ['c'] },
    )
    expect(guestAddresses(scoped)).toEqual(
      new Map([
        [
          networkKeyOf({ vcenter, name: 'LAN' }),
          { ipv4: [0x0a000005, 0x0a000006], ipv4Vm: [0, 0], ipv6: [0x20010db8000000000000000000000005n], ipv6Vm: [0] },
        ],
      ]),
    )
  })
})
