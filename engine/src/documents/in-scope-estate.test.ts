import { describe, expect, it } from 'vitest'
import { assessedCase, SMALL_EXPORT } from '../../test/support/assessed-case.ts'
import { TenantDecision } from '../tenancy/tenant-decision.ts'
import type { AssessedEstate } from './assessed-estate.ts'
import { inScopeEstate } from './in-scope-estate.ts'

/** Everything but where it was read, by names instead of rows and codes. */
function told({ facts, assessment, tenancy, networks, plan, estate }: AssessedEstate) {
  const name = (vm: number) => facts.texts[facts.name[vm]]
  const names = (vms: Iterable<number>) => Array.from(vms, name)
  const { days, unscheduled, longCutovers, ...columns } = plan.schedule
  return {
    vms: Array.from({ length: facts.count }, (_, vm) => [
      name(vm),
      estate.texts[estate.vms.name[facts.vm[vm]]],
      facts.systems[facts.osOf[vm]].label,
      ...[facts.memoryGiB[vm], facts.usedGiB[vm], facts.signals.secureBoot?.[vm]],
      ...[assessment.score[vm], assessment.category[vm], assessment.modeReasons[vm], plan.times.copyGiB[vm]],
      ...Object.values(columns).map((column) => column[vm]),
      tenancy.tenants[tenancy.tenantOf[vm]].name,
      tenancy.appGroups[tenancy.appGroupOf[vm]],
    ]),
    findings: assessment.findings.map(({ rule, vms, counted }) => [rule, names(vms), names(counted)]),
    tenants: tenancy.tenants.filter(({ vms }) => vms > 0).map(({ name, vms }) => [name, vms]),
    networks: networks.map(({ name, vms, adapters }) => [name, vms, adapters]),
    days: days.map((day) => ({ ...day, migrated: names(day.migrated) })),
    left: [names(longCutovers), unscheduled.map(({ vm, reason }) => [name(vm), reason])],
    plan: [plan.totals, plan.deadline, plan.agents],
  }
}

const without = (...gone: string[]) =>
  SMALL_EXPORT.map((table) => ({ ...table, rows: table.rows.filter(([vm]) => !gone.includes(String(vm))) }))
const excluded = (tenant: string) => TenantDecision.parse({ tenant, excluded: true })

describe('an estate in scope', () => {
  it('is the estate itself where nothing is excluded', () => {
    const whole = assessedCase()
    expect(inScopeEstate(whole)).toBe(whole)
  })

  it.each([
    ['VMs', { decisions: new Map([[0, { exclude: true }]]) }, ['web-1']],
    ['a tenant', { tenants: [excluded('Beta/Cluster A')] }, ['db-1', 'old']],
    [
      'everything',
      { rules: { filters: [{ pattern: '*', reason: '' }], clusters: [] } },
      ['web-1', '=HYPERLINK("http://x")', 'db-1', 'old'],
    ],
  ])('is, without %s, what an export without them is', (_, decided, gone) => {
    const scoped = inScopeEstate(assessedCase(SMALL_EXPORT, {}, undefined, decided))
    expect(scoped.facts.count).toBe(4 - gone.length)
    expect(told(scoped)).toEqual(told(assessedCase(without(...gone))))
    expect(inScopeEstate(scoped)).toBe(scoped)
    expect(scoped.scope).toMatchObject({ vms: 4, vmsInScope: 4 - gone.length })
  })
})
