import { UTC } from '@portolan/engine/calendar/zone'
import { deriveFacts } from '@portolan/engine/inventory/derive-facts'
import { importTables } from '@portolan/engine/inventory/rvtools/import-tables'
import { scopeOf } from '@portolan/engine/scope/scope-of'
import { Settings } from '@portolan/engine/settings'
import { detectTenants } from '@portolan/engine/tenancy/detect-tenants'
import { resolveTenants } from '@portolan/engine/tenancy/resolve-tenants'
import type { IsoDate } from '@portolan/engine/units'
import { describe, expect, it } from 'vitest'
import { type Ground, planner } from './outcome.ts'

const HEADER = [
  'VM',
  'VM ID',
  'Powerstate',
  'CPUs',
  'Memory',
  'In Use MiB',
  'Total disk capacity MiB',
  'OS according to the configuration file',
]
const ROWS = Array.from({ length: 12 }, (_, n) => [
  `vm-${n}`,
  `vm-${n}`,
  'poweredOn',
  2,
  4096,
  102_400,
  204_800,
  'Ubuntu Linux (64-bit)',
])

const settings = (changes: object = {}) => Settings.parse({ startDate: '2026-03-02', ...changes })

function plan(changes: object = {}) {
  const { estate } = importTables([{ sheet: 'vInfo', header: HEADER, rows: ROWS }])
  const facts = deriveFacts(estate)
  const tenancy = resolveTenants(detectTenants(estate, facts, settings().tenantDetection))
  const decisions = new Map([[0, { exclude: true }]])
  const ground: Ground = {
    ...{ facts, tenancy, decisions },
    scope: scopeOf({ facts, vcenters: estate.vcenters, tenancy, decisions }),
    day: '2026-02-27' as IsoDate,
    accepted: new Map(),
    zoneOf: () => UTC,
  }
  return planner(ground, () => 0)(settings(changes))
}

describe('the effect of settings', () => {
  it('counts what the plan counts: what is in scope', () => {
    const { totals, risk, unscheduled, deadline } = plan()
    expect({ totals: totals.vms, risk: risk.GREEN + risk.YELLOW + risk.RED, unscheduled }).toEqual({
      totals: 11,
      risk: 11,
      unscheduled: 0,
    })
    expect(deadline.start).toBe('2026-03-02')
  })

  it('halves the rate with the efficiency', () => {
    expect(plan({ efficiency: 0.275 }).totals.totalHours).toBeCloseTo(plan().totals.totalHours * 2)
  })

  it('judges again when a rule changes', () => {
    const before = plan()
    const [rule] = Object.keys(before.findings)
    const after = plan({ risk: { rules: { [rule]: { enabled: false } } } })
    expect(before.findings[rule]).toBeGreaterThan(0)
    expect(after.findings[rule]).toBeUndefined()
  })

  it('keeps the assessment while only the link changes, and still plans with the newest settings', () => {
    const { estate } = importTables([{ sheet: 'vInfo', header: HEADER, rows: ROWS }])
    const facts = deriveFacts(estate)
    const tenancy = resolveTenants(detectTenants(estate, facts, settings().tenantDetection))
    const ground: Ground = {
      facts,
      tenancy,
      scope: scopeOf({ facts, vcenters: estate.vcenters, tenancy, decisions: new Map() }),
      day: '2026-02-27' as IsoDate,
      decisions: new Map(),
      accepted: new Map(),
      zoneOf: () => UTC,
    }
    const run = planner(ground, () => 0)
    const first = run(settings())
    const second = run(settings({ storageWriteMBps: 50 }))
    expect(second.bandwidth.bottleneck).toBe('target_storage')
    expect(second.findings).toEqual(first.findings)
    const [rule] = Object.keys(first.findings)
    expect(run(settings({ risk: { rules: { [rule]: { weight: 90 } } } })).risk).not.toEqual(first.risk)
  })
})
