import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detectionSettings, type OwnedVm, ownedEstate, ownedVms, VCENTERS } from '../../test/support/owned-vms.ts'
import { tenantDecisions, vmMoves } from '../../test/support/tenancy-decisions.ts'
import type { Estate } from '../inventory/estate.ts'
import type { VmFacts } from '../inventory/facts.ts'
import { referenceOf } from '../inventory/references.ts'
import { detectTenants } from './detect-tenants.ts'
import { mergeCycle, mergeTargets } from './merges.ts'
import { previewDetection } from './preview-detection.ts'
import { resolveTenants } from './resolve-tenants.ts'
import type { ResolvedTenancy } from './resolved-tenancy.ts'
import { NO_TENANCY_DECISIONS } from './tenancy-decisions.ts'
import { TenantDetectionSettings } from './tenancy-settings.ts'
import { TenantDecision } from './tenant-decision.ts'
import { TenantKey } from './tenant-key.ts'

const key = (text: string) => TenantKey.parse(text)
const decided = (tenant: string, more: object = {}) => TenantDecision.parse({ tenant, ...more })
const BY_FOLDER = TenantDetectionSettings.parse({ preset: 'vsphere_folder', orgVdcFromCluster: false })

const vm = (id: number, folder: string): OwnedVm => ({
  ...{ id, vcenter: 0, name: `web${id}`, folder: `/DC/${folder}`, pool: '', vapp: '', annotation: '', cluster: '' },
  customer: '',
})

/** The tenants of VMs in these folders under decisions; `moved` by position of the VM. */
function resolved(folders: readonly string[], tenants: readonly TenantDecision[], moved: [number, string][] = []) {
  const { estate, facts } = ownedEstate(folders.map((folder, index) => vm(index + 1, folder)))
  const vmTenants = new Map(moved.map(([row, tenant]) => [row, key(tenant)]))
  return resolveTenants(detectTenants(estate, facts, BY_FOLDER), { tenants, vmTenants })
}

/** One line for each tenant, and the tenant of each VM. */
function told({ tenants, tenantOf }: ResolvedTenancy) {
  return {
    tenants: tenants.map(({ key, name, origin, vms, mergedFrom }) =>
      [key, name, origin, vms, ...mergedFrom.map((it) => `+${it}`)].join(' '),
    ),
    vms: Array.from(tenantOf, (tenant) => tenants[tenant].key).join(' '),
  }
}

describe('tenants under decisions', () => {
  it('are the detected ones where nobody decided anything', () => {
    expect(told(resolved(['beta', 'acme', 'acme'], []))).toEqual({
      tenants: ['acme acme detected 2', 'beta beta detected 1'],
      vms: 'beta acme acme',
    })
  })

  it('keep their key when they are renamed, and are sorted by what they are called now', () =>
    expect(told(resolved(['acme', 'beta'], [decided('acme', { name: 'zeta', orgVdc: 'gold' })]))).toEqual({
      tenants: ['beta beta detected 1', 'acme zeta detected 1'],
      vms: 'acme beta',
    }))

  it('take in those that were merged into them, over several merges', () =>
    expect(
      told(resolved(['a', 'b', 'c'], [decided('a', { mergedInto: 'b' }), decided('b', { mergedInto: 'c' })])),
    ).toEqual({ tenants: ['c c detected 3 +a +b'], vms: 'c c c' }))

  it('stay listed without VMs when they were added by hand, and when nothing finds them any more', () =>
    expect(told(resolved(['acme'], [decided('new', { made: true }), decided('old', { notes: 'call them' })]))).toEqual({
      tenants: ['acme acme detected 1', 'new new made 0', 'old old gone 0'],
      vms: 'acme',
    }))

  it('own the VMs that were moved to them, wherever detection puts those, and follow a merge', () => {
    const split = decided('acme-2', { made: true, name: 'Acme Two' })
    expect(told(resolved(['acme', 'acme', 'beta'], [split], [[1, 'acme-2']]))).toEqual({
      tenants: ['acme-2 Acme Two made 1', 'acme acme detected 1', 'beta beta detected 1'],
      vms: 'acme acme-2 beta',
    })
    const merged = decided('acme-2', { mergedInto: 'beta' })
    const { tenants, methodOf } = resolved(['acme', 'acme', 'beta'], [merged], [[1, 'acme-2']])
    expect(tenants.map(({ key, vms, movedVms }) => [key, vms, movedVms])).toEqual([
      ['acme', 1, 0],
      ['beta', 2, 1],
    ])
    expect(methodOf[1]).not.toBe(methodOf[0])
  })

  it('are called by their key where it is all that is left of them', () => {
    const { tenants } = resolved(['acme'], [], [[0, 'R%2FD/gold']])
    expect(tenants.map(({ name, orgVdc, origin, vms }) => [name, orgVdc, origin, vms])).toEqual([
      ['R/D', 'gold', 'gone', 1],
      ['acme', '', 'detected', 0],
    ])
  })
})

describe('merges', () => {
  const merge = (from: string, into: string) => decided(from, { mergedInto: into })

  it('are refused in a circle, and the path says which', () => {
    const circle = [merge('z', 'b'), merge('c', 'a'), merge('a', 'b'), merge('b', 'c')]
    expect(mergeCycle(circle)).toEqual(['a', 'b', 'c', 'a'])
    expect(mergeCycle([merge('a', 'a')])).toEqual(['a', 'a'])
    expect(mergeCycle([merge('a', 'c'), merge('b', 'c'), merge('c', 'd')])).toBeNull()
    expect(() => mergeTargets(circle)).toThrow('merged in a circle: a → b → c → a')
  })
})

describe('hand-made decisions', () => {
  it('hold over every detection of every import', () =>
    fc.assert(
      fc.property(
        ownedVms,
        tenantDecisions,
        vmMoves,
        fc.array(fc.record({ settings: detectionSettings, seed: fc.nat(), kept: fc.nat() }), {
          minLength: 1,
          maxLength: 4,
        }),
        (vms, tenants, moves, detections) => {
          const end = mergeTargets(tenants)
          const movedTo = new Map(
            moves.filter(({ vm }) => vm < vms.length).map(({ vm, tenant }) => [idOf(vms[vm]), tenant]),
          )
          for (const { settings, seed, kept } of detections) {
            // A re-import brings the VMs in another order, and not all of them.
            const imported = shuffled(vms, seed).slice(0, Math.max(1, kept % (vms.length + 1)))
            const { estate, facts } = ownedEstate(imported)
            const ids = idsOf(estate, facts)
            const vmTenants = new Map(ids.flatMap((id, row) => (movedTo.has(id) ? [[row, movedTo.get(id)!]] : [])))
            const tenancy = resolveTenants(detectTenants(estate, facts, settings), { tenants, vmTenants })
            const rowOf = new Map(tenancy.tenants.map((tenant) => [tenant.key, tenant]))
            for (const [row, tenant] of vmTenants) expect(tenancy.tenants[tenancy.tenantOf[row]].key).toBe(end(tenant))
            for (const decision of tenants) {
              if (decision.mergedInto !== undefined) {
                expect(rowOf.has(decision.tenant)).toBe(false)
                expect(rowOf.get(end(decision.tenant))?.mergedFrom).toContain(decision.tenant)
                continue
              }
              const row = rowOf.get(decision.tenant)
              expect(row?.decision).toEqual(decision)
              if (decision.name !== undefined) expect(row?.name).toBe(decision.name)
              if (decision.orgVdc !== undefined) expect(row?.orgVdc).toBe(decision.orgVdc)
            }
            expect(tenancy.tenants.reduce((sum, { vms }) => sum + vms, 0)).toBe(facts.count)
          }
        },
      ),
    ))

  it('do not depend on the order in which they were made', () =>
    fc.assert(
      fc.property(ownedVms, tenantDecisions, detectionSettings, fc.nat(), (vms, tenants, settings, seed) => {
        const { estate, facts } = ownedEstate(vms)
        const detected = detectTenants(estate, facts, settings)
        const one = resolveTenants(detected, { tenants, vmTenants: new Map() })
        const other = resolveTenants(detected, { tenants: shuffled(tenants, seed), vmTenants: new Map() })
        expect(other).toEqual(one)
      }),
    ))
})

describe('detection', () => {
  it('is the same whatever the order of rows in the export', () =>
    fc.assert(
      fc.property(ownedVms, detectionSettings, fc.nat(), (vms, settings, seed) => {
        const detect = (imported: readonly OwnedVm[]) => {
          const { estate, facts } = ownedEstate(imported)
          const { tenants, tenantOf, methodOf } = detectTenants(estate, facts, settings)
          const ids = idsOf(estate, facts)
          const rows = Array.from(ids, (_, index): [string, number, number] => {
            return [ids[index], tenantOf[index], methodOf[index]]
          })
          return { tenants, vms: rows.sort(([a], [b]) => (a < b ? -1 : 1)) }
        }
        expect(detect(shuffled(vms, seed))).toEqual(detect(vms))
      }),
    ))
})

describe('the preview of a re-detection', () => {
  it('names who moves where, and who stays because somebody moved them', () => {
    const { estate, facts } = ownedEstate([
      { ...vm(1, 'acme'), cluster: 'c1' },
      { ...vm(2, 'acme'), cluster: 'c2' },
      { ...vm(3, 'beta'), cluster: 'c1' },
    ])
    const decisions = { tenants: [], vmTenants: new Map([[2, key('beta')]]) }
    const before = resolveTenants(detectTenants(estate, facts, BY_FOLDER), decisions)
    const byCluster = TenantDetectionSettings.parse({ preset: 'cluster' })
    const after = resolveTenants(detectTenants(estate, facts, byCluster), decisions)
    expect(previewDetection(before, after)).toEqual({
      ...{ vms: 3, movedVms: 2, heldByHand: 1 },
      moves: [
        { from: 'acme', to: 'c1', vms: 1 },
        { from: 'acme', to: 'c2', vms: 1 },
      ],
      tenants: [
        { tenant: 'acme', name: 'acme', orgVdc: '', vmsBefore: 2, vmsAfter: 0, byMethod: [] },
        {
          tenant: 'beta',
          name: 'beta',
          orgVdc: '',
          vmsBefore: 1,
          vmsAfter: 1,
          byMethod: [{ method: 'by_hand', vms: 1 }],
        },
        { tenant: 'c1', name: 'c1', orgVdc: '', vmsBefore: 0, vmsAfter: 1, byMethod: [{ method: 'cluster', vms: 1 }] },
        { tenant: 'c2', name: 'c2', orgVdc: '', vmsBefore: 0, vmsAfter: 1, byMethod: [{ method: 'cluster', vms: 1 }] },
      ],
      methods: [
        { method: 'folder_path', vmsBefore: 2, vmsAfter: 0 },
        { method: 'cluster', vmsBefore: 0, vmsAfter: 2 },
        { method: 'by_hand', vmsBefore: 1, vmsAfter: 1 },
      ],
    })
  })

  it('is what applying does, and adds up', () =>
    fc.assert(
      fc.property(
        ...[ownedVms, detectionSettings, detectionSettings, tenantDecisions, vmMoves],
        (vms, now, then, tenants, moves) => {
          const { estate, facts } = ownedEstate(vms)
          const vmTenants = new Map(moves.filter(({ vm }) => vm < facts.count).map(({ vm, tenant }) => [vm, tenant]))
          const under = (settings: TenantDetectionSettings) =>
            resolveTenants(detectTenants(estate, facts, settings), { tenants, vmTenants })
          const preview = previewDetection(under(now), under(then))
          // Counted on its own way: VM by VM, by key.
          const moved = new Map<string, number>()
          const [before, applied] = [under(now), under(then)]
          for (let vm = 0; vm < facts.count; vm++) {
            const from = before.tenants[before.tenantOf[vm]].key
            const to = applied.tenants[applied.tenantOf[vm]].key
            if (from !== to) moved.set(`${from} → ${to}`, (moved.get(`${from} → ${to}`) ?? 0) + 1)
          }
          expect(new Map(preview.moves.map(({ from, to, vms }) => [`${from} → ${to}`, vms]))).toEqual(moved)
          expect(
            preview.tenants.filter(({ vmsAfter }) => vmsAfter > 0).map(({ tenant, vmsAfter }) => [tenant, vmsAfter]),
          ).toEqual(
            applied.tenants
              .filter(({ vms }) => vms > 0)
              .map(({ key, vms }) => [key, vms] as const)
              .sort(([a], [b]) => (a < b ? -1 : 1)),
          )
          expect(preview.heldByHand).toBe(vmTenants.size)
          for (const { vmsAfter, byMethod } of preview.tenants)
            expect(byMethod.reduce((sum, { vms }) => sum + vms, 0)).toBe(vmsAfter)
          expect(previewDetection(applied, applied).moves).toEqual([])
        },
      ),
    ))

  it('is nothing where no settings change', () => {
    const tenancy = resolved(['acme', 'beta'], NO_TENANCY_DECISIONS.tenants)
    expect(previewDetection(tenancy, tenancy)).toMatchObject({ movedVms: 0, moves: [] })
  })
})

function idOf({ vcenter, id }: OwnedVm): string {
  return `${VCENTERS[vcenter]}/vm-${id}`
}

/** By row of `VmFacts`, as `idOf` names the VM. */
function idsOf(estate: Estate, facts: VmFacts): string[] {
  return Array.from({ length: facts.count }, (_, row) => {
    const { vcenter, moref } = referenceOf(estate, facts, row)!
    return `${vcenter}/${moref}`
  })
}

/** The same entries in an order that a seed decides. */
function shuffled<T>(entries: readonly T[], seed: number): T[] {
  const rank = (index: number) => ((index + 1) * 2_654_435_761 + seed * 40_503) % 1009
  return entries
    .map((entry, index) => ({ entry, rank: rank(index) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry)
}
