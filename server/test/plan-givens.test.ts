import { gunzipSync } from 'node:zlib'
import type { PlanAnswer, PlanGivens } from '@portolan/contract/plan'
import { assess } from '@portolan/engine/assessment/assess'
import type { VmFacts } from '@portolan/engine/inventory/facts'
import { unpack } from '@portolan/engine/inventory/pack'
import { planMigration } from '@portolan/engine/schedule/plan-migration'
import { scopeOf } from '@portolan/engine/scope/scope-of'
import { Settings } from '@portolan/engine/settings'
import { resolveTenants } from '@portolan/engine/tenancy/resolve-tenants'
import type { Tenancy } from '@portolan/engine/tenancy/tenancy'
import { instant } from '@portolan/engine/units'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportOf, vmRows } from './support/exports.ts'
import { type TestServer, testServer } from './support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer({ worker: true })
  await server.ask('POST', '/projects', { body: { name: 'Acme', key: 'acme' } })
})
afterAll(() => server.close())

const ask = async (path: string) => (await server.ask('GET', `/projects/acme/${path}`)).body

describe('what a browser plans with', () => {
  it('is refused before the first import', async () => {
    expect(await server.ask('GET', '/projects/acme/plan-givens')).toMatchObject({ body: { code: 'wrong_state' } })
  })

  it('gives the plan of the server, with decisions and accepted findings in it', async () => {
    const started = (await server.upload('acme', [exportOf(vmRows(40))])).body as { job: { id: string } }
    await server.settled(started.job.id)
    const { rows } = (await ask('vms?limit=3')) as { rows: { id: string }[] }
    const decide = (id: string, body: unknown) => server.ask('PATCH', `/projects/acme/vms/${id}`, { body })
    await decide(rows[0].id, { excluded: true, excludeReason: 'stays' })
    await decide(rows[1].id, { modeOverride: 'cold', priority: 1, fixMinutes: 90 })
    await server.ask('PATCH', '/projects/acme/scenarios/main', {
      body: { settings: { timeZone: 'Europe/Berlin', startDate: '2026-03-20', efficiency: 0.2 } },
      ifMatch: '*',
    })

    const { bytes } = await server.ask('GET', '/projects/acme/facts')
    const { facts, tenancy } = unpack<{ facts: VmFacts; tenancy: Tenancy }>(gunzipSync(bytes))
    const givens = (await ask('plan-givens')) as PlanGivens
    const scenario = (await ask('scenarios/main')) as { settings: unknown }
    const settings = Settings.parse(scenario.settings)
    const asOf = instant(Date.parse(givens.asOf))
    const zone = {
      ...givens.zone,
      transitions: givens.zone.transitions.map(({ at, ...rest }) => ({ at: instant(at), ...rest })),
    }
    const decisions = new Map(givens.decisions.map(({ row, decision }) => [row, decision]))
    const resolved = resolveTenants(tenancy)
    const scope = scopeOf({ facts, vcenters: givens.vcenters, tenancy: resolved, decisions })
    const plan = planMigration({
      ...{ facts, tenancy: resolved, scope, settings, asOf, zone, decisions },
      assessment: assess(facts, settings, asOf),
    })

    const saved = (await ask('plan')) as PlanAnswer
    expect(givens.decisions).toHaveLength(2)
    expect(givens.zone.transitions.length).toBeGreaterThan(2)
    expect(plan.totals).toEqual(saved.totals)
    expect(plan.deadline).toEqual(saved.deadline)
    expect(plan.schedule.days.map((day) => day.transferGiB)).toEqual(saved.days.map((day) => day.transferGiB))
  })
})
