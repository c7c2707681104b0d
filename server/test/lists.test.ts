import { VM_COLUMNS, type VmFilter } from '@portolan/contract/vms'
import { LIFECYCLE_STATUSES } from '@portolan/engine/assessment/os/lifecycle-status'
import { VM_STATUSES } from '@portolan/engine/project/vm-status'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DecisionRow } from '../src/estate/protocol.ts'
import { facetsAnswer } from '../src/estate/thread/list/facets.ts'
import { SUMMED } from '../src/estate/thread/list/kept.ts'
import { listAnswer } from '../src/estate/thread/list/list.ts'
import { warm } from '../src/estate/thread/list/warm.ts'
import { type View, viewOf } from '../src/estate/thread/view.ts'
import { type VmRow as ExportRow, vmRow } from './support/exports.ts'
import { inOrder, isKept, type NaiveVm, naiveVms } from './support/naive-list.ts'
import { decisionOf, scenarioOf, snapshotOf } from './support/view.ts'

const KEY = { snapshotId: 'snapshot', scenarioId: 'scenario', versionKey: '1.1' }
const SORTS = VM_COLUMNS.flatMap((column) => [column, `-${column}`])

/** Few distinct values, so that ties, gaps and letters of both cases are common. */
const different: fc.Arbitrary<Partial<ExportRow>> = fc.record(
  {
    VM: fc.constantFrom('db-01', 'DB-01', 'web,1', 'Web 2', 'ÄÖ-3', 'a', 'zz'),
    'DNS Name': fc.constantFrom('', 'db.example.org', 'DB.example.org'),
    'Primary IP Address': fc.constantFrom('', '10.20.0.1', '10.2.0.1'),
    Powerstate: fc.constantFrom('poweredOn', 'poweredOff', 'suspended', ''),
    CPUs: fc.constantFrom('', 0, 1, 4, 16),
    Memory: fc.constantFrom('', 512, 4096, 1_048_576),
    'In Use MiB': fc.constantFrom('', 0, 10, 1024, 5_000_000),
    'Network #1': fc.constantFrom('', 'VLAN 10', 'VLAN 20'),
    'Network #2': fc.constantFrom('', 'VLAN 10', 'vlan,x'),
    Cluster: fc.constantFrom('', 'CL-A', 'cl-a'),
    'OS according to the VMware Tools': fc.constantFrom('', 'Ubuntu Linux (64-bit)', 'Microsoft Windows Server 2008'),
  },
  { requiredKeys: [] },
)
const rowsOfExport = fc
  .array(different, { minLength: 1, maxLength: 40 })
  .map((all) => all.map((it, n) => vmRow(n + 1, it)))

const decided: fc.Arbitrary<Partial<DecisionRow>> = fc.record(
  {
    status: fc.constantFrom(...VM_STATUSES),
    modeOverride: fc.constantFrom('warm', 'cold', null),
    excluded: fc.boolean(),
    priority: fc.integer({ min: 1, max: 3 }),
  },
  { requiredKeys: [] },
)

const filter: fc.Arbitrary<VmFilter> = fc.record(
  {
    search: fc.constantFrom('db', 'DB-01', '10.2', 'ä', 'nothing', ' example '),
    power: fc.constantFrom('poweredOn', 'poweredOff,suspended', 'unknown'),
    tenant: fc.constantFrom('Tenant 1', 'Tenant 2,Tenant 3'),
    cluster: fc.constantFrom('CL-A', ''),
    host: fc.constantFrom('esx1', 'esx2,esx3'),
    datacenter: fc.constantFrom('DC1', 'DC2'),
    vcenter: fc.constantFrom('vc1', 'vc2'),
    osFamily: fc.constantFrom('windows', 'linux,unknown'),
    os: fc.constantFrom('Ubuntu', 'Windows Server 2008'),
    osSupport: fc.constantFrom(...LIFECYCLE_STATUSES),
    risk: fc.constantFrom('GREEN', 'YELLOW,RED'),
    mode: fc.constantFrom('warm_eligible', 'cold_required,unknown'),
    effectiveMode: fc.constantFrom('warm', 'cold'),
    status: fc.constantFrom('assigned', 'not_started,failed'),
    network: fc.constantFrom('VLAN 10', 'vlan\\,x,VLAN 20'),
    rule: fc.constantFrom('os-ended', 'powered-off', 'no-tools'),
    excluded: fc.constantFrom('true', 'false'),
    day: fc.constantFrom('2026-01-16', '2026-01-19'),
    vcpus: fc.constantFrom('1..4', '..1', '4..'),
    memoryGiB: fc.constantFrom('0.5..4', '5..'),
    diskCapacityGiB: fc.constantFrom('..100', '0..'),
    usedGiB: fc.constantFrom('0..1', '1..'),
    score: fc.constantFrom('0..20', '21..'),
  },
  { requiredKeys: [] },
)
/** Most lists are filtered by little. */
const few = fc
  .tuple(filter, fc.integer({ min: 0, max: 3 }))
  .map(([all, most]): VmFilter => Object.fromEntries(Object.entries(all).slice(0, most)))

const listOf = (view: View, sort: string, by: VmFilter, offset = 0, limit = 1000) =>
  JSON.parse(listAnswer(view, { view: KEY, filter: by, sort, offset, limit, fields: null }))

function expectLists(view: View, by: VmFilter, offset: number): void {
  const all = naiveVms(view)
  const kept = all.filter((vm) => isKept(vm, by))
  for (const sort of SORTS) {
    const ids = inOrder(kept, sort).map(({ cells }) => cells.id)
    const { rows, total, sums } = listOf(view, sort, by, offset, 7)
    expect({ sort, ids: rows.map(({ id }: { id: string }) => id) }).toEqual({
      sort,
      ids: ids.slice(offset, offset + 7),
    })
    expect(total).toBe(kept.length)
    for (const name of SUMMED) {
      expect(sums[name]).toBe(kept.reduce((sum, { cells }) => sum + (cells[name] ?? 0), 0))
    }
  }
}

/** Each facet under all filters but its own. */
function expectFacets(view: View, by: VmFilter): void {
  const { total, facets } = JSON.parse(facetsAnswer(view, by))
  const all = naiveVms(view)
  expect(total).toBe(all.filter((vm) => isKept(vm, by)).length)
  for (const [facet, values] of Object.entries(facets)) {
    const { [facet as keyof VmFilter]: _, ...others } = by
    const counts = new Map<string, number>()
    for (const vm of all.filter((it) => isKept(it, others))) {
      for (const value of valuesIn(vm, facet)) counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    const expected = [...counts].map(([value, vms]) => ({ value, vms }))
    expected.sort((a, b) => b.vms - a.vms || (a.value < b.value ? -1 : 1))
    expect({ facet, values }).toEqual({ facet, values: expected })
  }
}

function valuesIn({ cells, networks, rules }: NaiveVm, facet: string): readonly string[] {
  if (facet === 'network') return networks
  if (facet === 'rule') return rules
  return [String(cells[(facet === 'power' ? 'powerState' : facet) as keyof typeof cells])]
}

describe('the list of VMs', () => {
  it('equals one computed cell by cell, for every column, direction and filter, and so do its facets', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOfExport, few, fc.nat(20), async (rows, by, offset) => {
        const view = viewOf(await snapshotOf(rows), scenarioOf(), undefined)
        expectLists(view, by, offset)
        expectFacets(view, by)
      }),
      { numRuns: 40 },
    )
  })

  it('remembers nothing that a decision, an accepted finding or a setting has changed', async () => {
    await fc.assert(
      fc.asyncProperty(
        rowsOfExport,
        few,
        fc.array(decided, { maxLength: 10 }),
        fc.constantFrom(0.1, 0.9),
        async (rows, by, decisions, efficiency) => {
          const snapshot = await snapshotOf(rows)
          const first = viewOf(snapshot, scenarioOf(), undefined)
          await warm(first)
          expectLists(first, by, 0)
          const some = decisions.slice(0, snapshot.facts.count)
          const decisionsNow = some.map((it, row) => decisionOf(snapshot.idOf(row), it))
          const [finding] = first.assessment.findings
          const accepted = finding ? [{ rule: finding.rule, vmId: null, reason: 'known', acceptedBy: 'me' }] : []
          const second = viewOf(snapshot, scenarioOf({ decisions: decisionsNow }), first)
          expectLists(second, by, 0)
          expectFacets(second, by)
          const third = viewOf(
            snapshot,
            scenarioOf({ decisions: decisionsNow, accepted, settings: { efficiency } }),
            second,
          )
          expectLists(third, by, 0)
          expectFacets(third, by)
        },
      ),
      { numRuns: 15 },
    )
  })

  it('finds a text in name, DNS name and address, never across two of them', async () => {
    const view = viewOf(
      await snapshotOf([
        vmRow(1, { VM: 'alpha', 'DNS Name': 'beta.org', 'Primary IP Address': '10.0.0.1' }),
        vmRow(2, { VM: 'gamma', 'DNS Name': 'alphabet.org', 'Primary IP Address': '10.0.0.2' }),
      ]),
      scenarioOf(),
      undefined,
    )
    const found = (search: string) =>
      listOf(view, 'name', { search }).rows.map(({ name }: { name: string }) => name) as string[]
    expect(found('ALPHA')).toEqual(['alpha', 'gamma'])
    expect(found('10.0.0.1')).toEqual(['alpha'])
    for (const across of ['alphabeta', 'alpha beta', 'org10', '10.0.0.1gamma', '\u0001', '\u0002']) {
      expect(found(across)).toEqual([])
    }
  })
})
