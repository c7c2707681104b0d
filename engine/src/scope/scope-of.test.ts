import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type OwnedVm, ownedEstate, ownedVms, VCENTERS } from '../../test/support/owned-vms.ts'
import { tenantDecisions, vmMoves } from '../../test/support/tenancy-decisions.ts'
import type { Decisions } from '../schedule/decisions.ts'
import type { VmDecision } from '../schedule/vm-decision.ts'
import { detectTenants } from '../tenancy/detect-tenants.ts'
import { resolveTenants } from '../tenancy/resolve-tenants.ts'
import { TenantDetectionSettings } from '../tenancy/tenancy-settings.ts'
import { TenantDecision } from '../tenancy/tenant-decision.ts'
import { EXCLUSION_KINDS, exclusionOf, type Scope } from './scope.ts'
import { ClusterScope, TenantFilter } from './scope-decisions.ts'
import { scopeOf } from './scope-of.ts'
import { clusterKeyOf, type ScopeRules } from './scope-rules.ts'

const BY_FOLDER = TenantDetectionSettings.parse({ preset: 'vsphere_folder', orgVdcFromCluster: false })

/** `acme` on c1 and c2, `test-lab` on c2, `beta` on c2. */
const VMS: readonly OwnedVm[] = [
  { folder: 'acme', cluster: 'c1' },
  { folder: 'acme', cluster: 'c2' },
  { folder: 'beta', cluster: 'c2' },
  { folder: 'test-lab', cluster: 'c2' },
].map(({ folder, cluster }, index) => ({
  ...{ id: index + 1, vcenter: 0, name: `vm${index + 1}`, folder: `/DC/${folder}`, pool: '', vapp: '', annotation: '' },
  ...{ cluster, customer: '' },
}))

interface Decided {
  readonly vms?: readonly (readonly [number, VmDecision])[]
  readonly tenants?: readonly object[]
  readonly filters?: readonly object[]
  readonly clusters?: readonly object[]
}

function scopeUnder({ vms = [], tenants = [], filters = [], clusters = [] }: Decided, imported = VMS): Scope {
  const { estate, facts } = ownedEstate(imported)
  const decided = tenants.map((it) => TenantDecision.parse(it))
  const tenancy = resolveTenants(detectTenants(estate, facts, BY_FOLDER), { tenants: decided, vmTenants: new Map() })
  const rules: ScopeRules = {
    filters: filters.map((it) => TenantFilter.parse(it)),
    clusters: clusters.map((it) => ClusterScope.parse(it)),
  }
  return scopeOf({ facts, vcenters: estate.vcenters, tenancy, decisions: new Map(vms), rules })
}

const inScope = (decided: Decided) => Array.from(scopeUnder(decided).inScope).join('')
const textsOf = (scope: Scope) => Array.from(scope.inScope, (_, vm) => exclusionOf(scope, vm)?.text ?? 'in')
const cluster = (name: string, more: object = {}) => ({ vcenter: VCENTERS[0], cluster: name, ...more })

describe('scope', () => {
  it('is everything where nobody excluded anything', () => {
    const scope = scopeUnder({})
    expect(scope).toMatchObject({ vms: 4, vmsInScope: 4, exclusions: [] })
    expect(scope.tenants.map(({ tenant, vmsInScope, excludedBy }) => [tenant, vmsInScope, excludedBy])).toEqual([
      ['acme', 2, null],
      ['beta', 1, null],
      ['test-lab', 1, null],
    ])
  })

  it.each`
    what                                     | decided                                                                               | expected
    ${'a VM by hand'}                        | ${{ vms: [[1, { exclude: true }]] }}                                                  | ${'1011'}
    ${'a tenant by hand'}                    | ${{ tenants: [{ tenant: 'acme', excluded: true }] }}                                  | ${'0011'}
    ${'tenants by a filter'}                 | ${{ filters: [{ pattern: 'TEST*' }] }}                                                | ${'1110'}
    ${'no tenant that somebody included'}    | ${{ filters: [{ pattern: '*' }], tenants: [{ tenant: 'beta', included: true }] }}     | ${'0010'}
    ${'a tenant by what it is called now'}   | ${{ filters: [{ pattern: 'lab*' }], tenants: [{ tenant: 'test-lab', name: 'Lab' }] }} | ${'1110'}
    ${'a cluster'}                           | ${{ clusters: [cluster('c2')] }}                                                      | ${'1000'}
    ${'a cluster of its datacenter'}         | ${{ clusters: [cluster('c2', { datacenter: 'DC' })] }}                                | ${'1000'}
    ${'no cluster of another datacenter'}    | ${{ clusters: [cluster('c2', { datacenter: 'DC2' })] }}                               | ${'1111'}
    ${'no cluster of another vCenter'}       | ${{ clusters: [cluster('c2', { vcenter: VCENTERS[1] })] }}                            | ${'1111'}
    ${'clusters also of an included tenant'} | ${{ clusters: [cluster('c2')], tenants: [{ tenant: 'beta', included: true }] }}       | ${'1000'}
    ${'VMs of a merged tenant with it'} | ${{ tenants: [{ tenant: 'beta', excluded: true }, { tenant: 'acme', mergedInto: 'beta' }] }} | ${'0001'}
  `('leaves out $what', ({ decided, expected }) => expect(inScope(decided)).toBe(expected))

  it('gives each VM one reason, the first of the order, and says it in words', () => {
    const scope = scopeUnder({
      vms: [
        [0, { exclude: true, excludeReason: 'stays on site' }],
        [1, { exclude: true }],
        [2, { priority: 1 }],
      ],
      tenants: [{ tenant: 'acme', excluded: true, excludeReason: 'leaves us' }],
      filters: [
        { pattern: 'test-*', reason: 'labs are rebuilt' },
        { pattern: '*-lab' },
        { pattern: 'a*' },
        { pattern: 'nobody' },
      ],
      clusters: [cluster('c2', { reason: 'old hardware' }), cluster('c9')],
    })
    expect(textsOf(scope)).toEqual([
      'Excluded by hand: stays on site',
      'Excluded by hand',
      'Cluster c2 is excluded: old hardware',
      'Filter *-lab',
    ])
    expect(scope.exclusions.map(({ kind, subject, vms, matchedVms }) => [kind, subject, vms, matchedVms])).toEqual([
      ['vm', '', 1, 1],
      ['vm', '', 1, 1],
      ['hand', 'acme', 0, 2],
      ['filter', '*-lab', 1, 1],
      ['filter', 'a*', 0, 2],
      ['filter', 'nobody', 0, 0],
      ['filter', 'test-*', 0, 1],
      ['cluster', 'c2', 1, 3],
      ['cluster', 'c9', 0, 0],
    ])
    expect(scope.outOfScope).toEqual({ vm: 2, hand: 0, filter: 1, cluster: 1 })
    expect(scope.tenants.map(({ tenant, excludedBy, reason }) => [tenant, excludedBy, reason])).toEqual([
      ['acme', 'hand', 'Tenant acme is excluded: leaves us'],
      ['beta', 'cluster', 'Every VM of it stands in an excluded cluster or is excluded by hand'],
      ['test-lab', 'filter', 'Filter *-lab'],
    ])
  })

  it('brings back what a filter took out when the filter goes', () => {
    expect(inScope({ filters: [{ pattern: 'a*' }, { pattern: 'b*' }] })).toBe('0001')
    expect(inScope({ filters: [{ pattern: 'b*' }] })).toBe('1101')
  })
})

describe('the sums of a scope', () => {
  const reason = fc.constantFrom('', 'x', 'y')
  const rules = fc.record({
    filters: fc.uniqueArray(fc.record({ pattern: fc.constantFrom('a*', '%a%', 'TEST*', 'x', '*'), reason }), {
      selector: ({ pattern }) => pattern,
    }),
    clusters: fc.uniqueArray(
      fc.record({
        vcenter: fc.constantFrom(...VCENTERS),
        datacenter: fc.constantFrom(null, 'DC'),
        cluster: fc.constantFrom('c1', 'c2', 'c3'),
        reason,
      }),
      { selector: clusterKeyOf },
    ),
  })
  const excluded = fc.array(fc.record({ vm: fc.nat({ max: 24 }), excludeReason: reason }), { maxLength: 6 })

  it('add up: in and out are all, for each tenant, reason and cluster', () =>
    fc.assert(
      fc.property(ownedVms, tenantDecisions, vmMoves, rules, excluded, (vms, tenants, moves, rules, excluded) => {
        const { estate, facts } = ownedEstate(vms)
        const vmTenants = new Map(moves.filter(({ vm }) => vm < facts.count).map(({ vm, tenant }) => [vm, tenant]))
        const tenancy = resolveTenants(detectTenants(estate, facts, BY_FOLDER), { tenants, vmTenants })
        const decisions: Decisions = new Map(
          excluded
            .filter(({ vm }) => vm < facts.count)
            .map(({ vm, excludeReason }) => [vm, { exclude: true, excludeReason }]),
        )
        const scope = scopeOf({ facts, vcenters: estate.vcenters, tenancy, decisions, rules })
        const turned = {
          filters: rules.filters.toReversed(),
          clusters: rules.clusters.toReversed(),
        }
        const backwards = new Map([...decisions].reverse())
        expect(scopeOf({ facts, vcenters: estate.vcenters, tenancy, decisions: backwards, rules: turned })).toEqual(
          scope,
        )

        const sum = (numbers: Iterable<number>) => Array.from(numbers).reduce((a, b) => a + b, 0)
        const out = sum(Object.values(scope.outOfScope))
        expect(scope.vms).toBe(facts.count)
        expect(sum(scope.inScope)).toBe(scope.vmsInScope)
        expect(scope.vmsInScope + out).toBe(scope.vms)
        expect(sum(scope.exclusions.map(({ vms }) => vms))).toBe(out)
        for (const parts of [scope.tenants, scope.clusters]) {
          expect(sum(parts.map(({ vms }) => vms))).toBe(scope.vms)
          expect(sum(parts.map(({ vmsInScope }) => vmsInScope))).toBe(scope.vmsInScope)
        }
        for (const { vms, vmsInScope, outOfScope } of scope.tenants)
          expect(vmsInScope + sum(Object.values(outOfScope))).toBe(vms)
        for (const kind of EXCLUSION_KINDS) {
          const ofKind = scope.exclusions.filter((it) => it.kind === kind)
          expect(sum(ofKind.map(({ vms }) => vms))).toBe(scope.outOfScope[kind])
          expect(sum(scope.tenants.map(({ outOfScope }) => outOfScope[kind]))).toBe(scope.outOfScope[kind])
        }
        for (const { vms, matchedVms } of scope.exclusions) expect(vms).toBeLessThanOrEqual(matchedVms)
        for (let vm = 0; vm < facts.count; vm++) expect(exclusionOf(scope, vm) === null).toBe(scope.inScope[vm] === 1)
      }),
    ))
})
