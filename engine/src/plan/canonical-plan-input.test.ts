import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ownedEstate, ownedVms, VCENTERS } from '../../test/support/owned-vms.ts'
import { tenantDecisions, vmMoves } from '../../test/support/tenancy-decisions.ts'
import { detectTenants } from '../tenancy/detect-tenants.ts'
import { resolveTenants } from '../tenancy/resolve-tenants.ts'
import { TenantDetectionSettings } from '../tenancy/tenancy-settings.ts'
import { canonicalJson } from './canonical-json.ts'
import { canonicalPlanInput } from './canonical-plan-input.ts'
import { PlanInput, resolveDecisions } from './plan-input.ts'

const input = (more: object) => PlanInput.parse({ schema: 'portolan.plan-input/1', ...more })
const textOf = (more: object) => canonicalJson(canonicalPlanInput(input(more)))
const saidBy = (more: object) => JSON.parse(textOf(more))

const vmReference = fc
  .record({ vcenter: fc.constantFrom(...VCENTERS), id: fc.integer({ min: 1, max: 40 }) })
  .map(({ vcenter, id }) => ({ vcenter, moref: `vm-${id}` }))
const byVm = { selector: ({ vm }: { vm: object }) => JSON.stringify(vm), maxLength: 6 }
const text = fc.constantFrom('', 'x', 'y')

const networkName = { vcenter: fc.constantFrom(...VCENTERS), name: fc.constantFrom('VLAN 20', 'lan', 'dmz') }
const byName = {
  selector: ({ vcenter, name }: { vcenter: string; name: string }) => `${vcenter} ${name}`,
  maxLength: 4,
}

const decided = fc.record({
  decisions: fc.uniqueArray(
    fc.record(
      {
        vm: vmReference,
        mode: fc.constantFrom('warm', 'cold'),
        exclude: fc.boolean(),
        excludeReason: text,
        priority: fc.constantFrom(1, 50),
      },
      { requiredKeys: ['vm'] },
    ),
    byVm,
  ),
  accepted: fc.array(
    fc.record({ rule: fc.constantFrom('a-rule', 'b-rule'), vm: fc.option(vmReference, { nil: null }) }),
    { maxLength: 5 },
  ),
  tenants: tenantDecisions,
  vmTenants: fc
    .tuple(vmMoves, fc.uniqueArray(vmReference, { selector: ({ vcenter, moref }) => vcenter + moref }))
    .map(([moves, vms]) => moves.slice(0, vms.length).map(({ tenant }, index) => ({ vm: vms[index], tenant }))),
  tenantFilters: fc.uniqueArray(fc.record({ pattern: fc.constantFrom('a*', '*b', 'c'), reason: text }), {
    selector: ({ pattern }) => pattern,
  }),
  clusterScope: fc.uniqueArray(
    fc.record({ vcenter: fc.constantFrom(...VCENTERS), cluster: fc.constantFrom('c1', 'c2'), reason: text }),
    { selector: ({ vcenter, cluster }) => vcenter + cluster },
  ),
  sourceNetworks: fc.uniqueArray(
    fc.record(
      {
        ...networkName,
        vlan: fc.constantFrom(null, '20', '10,20-29'),
        gateway: text,
        dns: fc.constantFrom([], ['1.1.1.1']),
      },
      { requiredKeys: ['vcenter', 'name'] },
    ),
    byName,
  ),
  networkMappings: fc.uniqueArray(
    fc.record(
      {
        ...networkName,
        target: text,
        shared: fc.boolean(),
        confirmed: fc.boolean(),
        mtu: fc.constantFrom(null, 1500),
        notes: text,
      },
      { requiredKeys: ['vcenter', 'name'] },
    ),
    byName,
  ),
  storageMappings: fc.uniqueArray(
    fc.record(
      {
        subject: fc.oneof(
          fc.record({ kind: fc.constant('datastore'), name: fc.constantFrom('ds1', 'ds2') }),
          fc.record({ kind: fc.constant('pattern'), pattern: fc.constantFrom('ds*', '%ssd%') }),
        ),
        volumeType: fc.constantFrom(null, 'ssd'),
        confirmed: fc.boolean(),
        notes: text,
      },
      { requiredKeys: ['subject'] },
    ),
    { selector: ({ subject }) => JSON.stringify(subject) },
  ),
})

describe('the canonical plan input', () => {
  it('is the same bytes in whatever order people decided, and read again', () =>
    fc.assert(
      fc.property(decided, (decided) => {
        const text = textOf(decided)
        const turned = Object.fromEntries(
          Object.entries(decided).map(([list, entries]) => [list, [...entries].reverse()]),
        )
        expect(textOf(turned)).toBe(text)
        expect(textOf(JSON.parse(text))).toBe(text)
      }),
    ))

  it('means the same: the tenants and decisions of every VM', () =>
    fc.assert(
      fc.property(ownedVms, decided, (vms, decided) => {
        const { estate, facts } = ownedEstate(vms)
        const detected = detectTenants(estate, facts, TenantDetectionSettings.parse({}))
        const meant = (given: object) => {
          const { decisions, tenancy, scope } = resolveDecisions(input(given), estate, facts)
          const { tenants, tenantOf } = resolveTenants(detected, tenancy)
          const excluded = [...decisions].filter(([, { exclude }]) => exclude).map(([row]) => row)
          return {
            // A tenant about which an entry says nothing needs no row.
            owners: Array.from(tenantOf, (tenant) => [tenants[tenant].key, tenants[tenant].name]),
            excluded: excluded.sort((a, b) => a - b),
            filters: scope.filters.map(({ pattern }) => pattern).sort(),
          }
        }
        expect(meant(JSON.parse(textOf(decided)))).toEqual(meant(decided))
      }),
    ))

  it('leaves out what says nothing', () => {
    const vm = { vcenter: VCENTERS[0].toUpperCase(), moref: 'vm-9', instanceUuid: 'AAAA' }
    expect(
      saidBy({
        decisions: [
          { vm, exclude: true, excludeReason: 'no', priority: 50 },
          { vm, exclude: false },
          { vm: { moref: 'vm-10' }, priority: 1 },
        ],
        tenants: [
          { tenant: 'a', excluded: false, excludeReason: 'x', priority: 999, target: { domain: null }, notes: '' },
          { tenant: 'b', orgVdc: '', target: { project: 'P', domain: null } },
        ],
        vmTenants: [{ vm, tenant: 'b' }],
        sourceNetworks: [
          { name: 'lan', gateway: '', dns: [], notes: '' },
          { name: 'dmz', vlan: null },
        ],
        networkMappings: [
          { name: 'lan', confirmed: false, made: false, notes: '' },
          { name: 'dmz', shared: false, dns: [] },
        ],
        storageMappings: [
          { subject: { kind: 'pattern', pattern: 'b*' }, confirmed: false, notes: '' },
          { subject: { kind: 'datastore', name: 'a' }, confirmed: false },
        ],
      }),
    ).toMatchObject({
      decisions: [{ vm: { vcenter: '', moref: 'vm-10' }, priority: 1 }],
      tenants: [{ tenant: 'b', orgVdc: '', target: { project: 'P' } }],
      vmTenants: [{ vm: { vcenter: VCENTERS[0], moref: 'vm-9' }, tenant: 'b' }],
      sourceNetworks: [{ vcenter: '', name: 'dmz', vlan: null }],
      networkMappings: [{ vcenter: '', name: 'dmz', shared: false, dns: [] }],
      storageMappings: [{ subject: { kind: 'datastore', vcenter: '', name: 'a' }, confirmed: false }],
    })
  })
})

describe('a plan input', () => {
  it.each([
    ['two decisions on one tenant', { tenants: [{ tenant: 'a' }, { tenant: 'a' }] }, ['tenants', 1]],
    [
      'a circle of merges',
      {
        tenants: [
          { tenant: 'a', mergedInto: 'b' },
          { tenant: 'b', mergedInto: 'a' },
        ],
      },
      ['tenants'],
    ],
    [
      'a tenant both excluded and included',
      { tenants: [{ tenant: 'a', excluded: true, included: true }] },
      ['tenants', 0],
    ],
    ['one pattern twice', { tenantFilters: [{ pattern: 'A*' }, { pattern: 'a*' }] }, ['tenantFilters', 1]],
    ['a cluster twice', { clusterScope: [{ cluster: 'c' }, { cluster: 'c', reason: 'x' }] }, ['clusterScope', 1]],
    ['a network twice', { networkMappings: [{ name: 'lan' }, { name: 'lan', mtu: 1500 }] }, ['networkMappings', 1]],
    ['no network at all', { sourceNetworks: [{ name: 'none' }] }, ['sourceNetworks', 0, 'name']],
    [
      'one pattern of datastores twice',
      {
        storageMappings: [
          { subject: { kind: 'pattern', pattern: 'SSD*' } },
          { subject: { kind: 'pattern', pattern: 'ssd*' } },
        ],
      },
      ['storageMappings', 1],
    ],
    ['a move of no VM', { vmTenants: [{ vm: {}, tenant: 'a' }] }, ['vmTenants', 0, 'vm']],
  ])('is refused with %s', (_, more, path) => {
    const { error } = PlanInput.safeParse({ schema: 'portolan.plan-input/1', ...more })
    expect(error?.issues.map((issue) => issue.path)).toEqual([path])
  })
})
