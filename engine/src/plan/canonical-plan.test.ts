import { describe, expect, it } from 'vitest'
import { AS_OF } from '../../test/support/planning-case.ts'
import { assess } from '../assessment/assess.ts'
import { UTC } from '../calendar/zone.ts'
import { deriveFacts } from '../inventory/derive-facts.ts'
import { importTables } from '../inventory/rvtools/import-tables.ts'
import { NO_DECISIONS } from '../schedule/decisions.ts'
import { planMigration } from '../schedule/plan-migration.ts'
import { scopeOf } from '../scope/scope-of.ts'
import { Settings } from '../settings.ts'
import { detectTenants } from '../tenancy/detect-tenants.ts'
import { resolveTenants } from '../tenancy/resolve-tenants.ts'
import { canonicalJson } from './canonical-json.ts'
import { canonicalPlan } from './canonical-plan.ts'

const HEADER = ['VM', 'Powerstate', 'VM ID', 'VI SDK UUID', 'VM UUID', 'Datacenter', 'Cluster', 'Host', 'In Use MiB']
const UUID = 'aaaa0000-0000-4000-8000-000000000001'
const ROWS = [
  ['db1', 'poweredOn', 'vm-10', UUID, 'bbbb0000-0000-4000-8000-000000000010', 'DC1', 'c1', 'esx1', 204800],
  ['web1', 'poweredOff', 'vm-9', UUID, 'bbbb0000-0000-4000-8000-000000000009', 'DC1', 'c1', 'esx1', 10240],
  ['app1', 'poweredOn', 'vm-11', UUID, 'bbbb0000-0000-4000-8000-000000000011', 'DC1', 'c1', 'esx2', null],
]

function planned(rows: readonly (string | number | null)[][] = ROWS, header = HEADER) {
  const { estate } = importTables([{ sheet: 'vInfo', header, rows }])
  const settings = Settings.parse({})
  const facts = deriveFacts(estate)
  const tenancy = resolveTenants(detectTenants(estate, facts, settings.tenantDetection))
  const scope = scopeOf({ facts, vcenters: estate.vcenters, tenancy, decisions: NO_DECISIONS })
  const assessment = assess(facts, settings, AS_OF)
  const plan = planMigration({ facts, assessment, tenancy, scope, settings, asOf: AS_OF, zone: UTC })
  return { estate, facts, assessment, tenancy, plan, settings, zone: UTC }
}
const textOf = (rows?: readonly (string | number | null)[][], header?: string[]) =>
  canonicalJson(canonicalPlan(planned(rows, header)))

describe('the canonical plan', () => {
  it('says what was decided and from what', () => {
    const plan = JSON.parse(textOf())
    expect(Object.keys(plan)).toEqual([
      'agents',
      'bandwidth',
      'clock',
      'days',
      'deadline',
      'schema',
      'seed',
      'settings',
      'totals',
      'unscheduled',
      'vms',
    ])
    expect(plan).toMatchObject({
      schema: 'portolan.plan/1',
      clock: { asOf: '2026-01-02T12:00:00.000Z', zone: { zone: 'UTC', transitions: [] } },
      bandwidth: { bottleneck: 'source_host_nic' },
      days: [
        { date: '2026-01-05', start: '2026-01-05T09:00:00.000Z', migrated: plan.vms.length - plan.unscheduled.length },
      ],
      deadline: { start: '2026-01-05', met: true },
    })
  })

  it('names VMs by vCenter and MoRef, each with its stages', () => {
    const { vms } = JSON.parse(textOf())
    expect(vms.map((vm: { vm: object }) => vm.vm)).toEqual([
      { moref: 'vm-9', vcenter: UUID },
      { moref: 'vm-10', vcenter: UUID },
      { moref: 'vm-11', vcenter: UUID },
    ])
    expect(vms[1]).toMatchObject({
      name: 'db1',
      mode: { computed: 'unknown', effective: 'cold' },
      copyGiB: 200,
      stages: { copy: { firstDay: 1, slot: 0, start: Date.parse('2026-01-05T09:00:00Z'), wait: 'none' } },
    })
  })

  it('names a VM without ids by its name and where it stands', () => {
    const columns = [0, 1, 5, 6, 7, 8]
    const rows = ROWS.map((row) => columns.map((column) => row[column]))
    const { vms } = JSON.parse(
      textOf(
        rows,
        columns.map((column) => HEADER[column]),
      ),
    )
    expect(vms.map((vm: { vm: object }) => vm.vm)).toContainEqual({
      vcenter: '',
      name: 'db1',
      datacenter: 'DC1',
      folder: '',
      cluster: 'c1',
      host: 'esx1',
    })
  })

  it('rounds nothing', () => {
    const { plan } = planned()
    const read = JSON.parse(textOf())
    expect(read.vms.map((vm: { copyHours: number | null }) => vm.copyHours ?? Number.NaN)).toEqual([
      ...plan.times.copyHours,
    ])
    expect(read.totals).toEqual(plan.totals)
  })

  it('is the same, byte for byte, whatever the order of the rows', () =>
    expect(textOf(ROWS.toReversed())).toBe(textOf()))
})
