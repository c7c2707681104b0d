import { gunzipSync } from 'node:zlib'
import type { createImport, listImports, listSnapshots } from '@portolan/contract/imports'
import type { Stats } from '@portolan/contract/inventory'
import type { PlanAnswer } from '@portolan/contract/plan'
import type { RouteAnswer } from '@portolan/contract/route'
import type { listVms, VmDetail, vmFacets } from '@portolan/contract/vms'
import { unpack } from '@portolan/engine/inventory/pack'
import { PlanInput } from '@portolan/engine/plan/plan-input'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyAudit } from '../src/platform/audit/audit.ts'
import { exportOf, vmRow, vmRows } from './support/exports.ts'
import { type TestServer, testServer } from './support/server.ts'

type Started = RouteAnswer<typeof createImport>
type VmList = RouteAnswer<typeof listVms>

let server: TestServer
beforeAll(async () => {
  server = await testServer({ worker: true })
  await server.ask('POST', '/projects', { body: { name: 'Acme', key: 'acme', customer: 'Acme' } })
})
afterAll(() => server.close())

const list = async (query = '') => (await server.ask('GET', `/projects/acme/vms${query}`)).body as VmList

describe('from an export to a plan', () => {
  it('has nothing to show before the first import, and says what to do', async () => {
    expect(await server.ask('GET', '/projects/acme/vms')).toMatchObject({ status: 404 })
    const plan = await server.ask('GET', '/projects/acme/plan')
    expect(plan).toMatchObject({ status: 409, body: { code: 'wrong_state' } })
  })

  it('imports as a job and becomes the current snapshot', async () => {
    const rows = [...vmRows(60), { ...vmRow(999), VM: '', 'VM ID': '', 'VM UUID': '' }]
    const started = await server.upload('acme', [exportOf(rows)])
    expect(started.status).toBe(202)
    const { job, import: made } = started.body as Started
    expect(await server.settled(job.id)).toMatchObject({ state: 'done', result: { vms: 60 } })
    expect((await server.ask('GET', `/projects/acme/imports/${made.id}`)).body).toMatchObject({
      state: 'done',
      files: [{ name: 'RVTools_tabvInfo.csv' }],
    })
    const project = (await server.ask('GET', '/projects/acme')).body
    expect(project).toMatchObject({ phase: 'assessment', totals: { vms: 60, vcpus: 120 } })
    const snapshots = (await server.ask('GET', '/projects/acme/snapshots')).body as RouteAnswer<typeof listSnapshots>
    expect(snapshots.rows).toMatchObject([
      { number: 1, isCurrent: true, rejectedCount: 1, sources: [{ file: 'RVTools_tabvInfo.csv' }] },
    ])
    const [{ id }] = snapshots.rows
    const one = await server.ask('GET', `/projects/acme/snapshots/${id}`)
    expect(one.body).toMatchObject({ columns: [{ as: 'vInfo', custom: ['Owner', 'Admin Password'] }] })
    const rejected = await server.ask('GET', `/projects/acme/snapshots/${id}/rejected.csv`)
    expect(rejected.body).toMatch(/^file,sheet,row,reason\r\nRVTools_tabvInfo\.csv,vInfo,62,no VM name and no id\r\n$/)
  })

  it('lists, filters, sorts and counts', async () => {
    const all = await list('?limit=10&offset=50&sort=name')
    expect(all).toMatchObject({ total: 60, offset: 50, sums: { vcpus: 120, memoryGiB: 240 } })
    expect(all.rows.map(({ name }) => name)).toEqual(Array.from({ length: 10 }, (_, n) => `vm-0${51 + n}`))
    const down = await list('?sort=-usedGiB&limit=2&fields=name,usedGiB')
    expect(down.rows.map(({ name }) => name)).toEqual(['vm-060', 'vm-059'])
    expect(Object.keys(down.rows[0])).toEqual(['name', 'usedGiB'])
    expect(await list('?search=HOST12.')).toMatchObject({ total: 1, rows: [{ name: 'vm-012' }] })
    expect(await list('?cluster=CL-A&network=VLAN%2010')).toMatchObject({ total: 10 })
    expect(await list('?usedGiB=48.83..48.84')).toMatchObject({ total: 11 })
    expect(await server.ask('GET', '/projects/acme/vms?sort=colour')).toMatchObject({ status: 422 })
    expect(await server.ask('GET', '/projects/acme/vms?fields=colour')).toMatchObject({ status: 422 })
    const facets = (await server.ask('GET', '/projects/acme/vms/facets?cluster=CL-A')).body as RouteAnswer<
      typeof vmFacets
    >
    expect(facets.total).toBe(20)
    expect(facets.facets.cluster).toEqual([
      { value: 'CL-B', vms: 40 },
      { value: 'CL-A', vms: 20 },
    ])
    expect(facets.facets.network).toEqual([
      { value: 'VLAN 10', vms: 10 },
      { value: 'VLAN 20', vms: 10 },
    ])
  })

  it('shows one VM with its raw cells, but no secret', async () => {
    const [row] = (await list('?search=vm-007')).rows
    const detail = (await server.ask('GET', `/projects/acme/vms/${row.id}`)).body as VmDetail
    expect(detail.row).toEqual(row)
    expect(detail.raw).toContainEqual({ header: 'Owner', value: 'team 1' })
    expect(detail.raw.find(({ header }) => header === 'Admin Password')).toBeUndefined()
    expect(detail.findings.map(({ rule }) => rule)).toContain('os-deprecated')
    expect(detail.hardware.find(({ label }) => label === 'vCPUs')?.cell).toMatchObject({
      sheet: 'vInfo',
      address: 'E8',
    })
    expect(detail.times.map(({ label }) => label)).toContain('Downtime')
  })

  it.each(['hosts', 'clusters', 'datastores', 'networks', 'tenants'])('answers %s', async (noun) => {
    expect((await server.ask('GET', `/projects/acme/${noun}`)).status).toBe(200)
  })

  it('draws an overview whose shares filter the table', async () => {
    const stats = (await server.ask('GET', '/projects/acme/stats')).body as Stats
    for (const { key, vms } of stats.risk) expect(await list(`?risk=${key}`)).toMatchObject({ total: vms })
    for (const { key, vms } of stats.tenants) {
      expect(await list(`?tenant=${encodeURIComponent(key)}`)).toMatchObject({ total: vms })
    }
    for (const { key, vms } of stats.sizes) expect(await list(`?usedGiB=${key}`)).toMatchObject({ total: vms })
  })

  it('computes the plan again before a change of settings is answered', async () => {
    const plan = async () => (await server.ask('GET', '/projects/acme/plan')).body as PlanAnswer
    const before = await plan()
    const read = await server.ask('GET', '/projects/acme/scenarios/main')
    const etag = String(read.headers.etag)
    const change = { settings: { efficiency: 0.25, startDate: '2027-03-01' } }
    expect((await server.ask('PATCH', '/projects/acme/scenarios/main', { body: change })).status).toBe(412)
    const changed = await server.ask('PATCH', '/projects/acme/scenarios/main', { body: change, ifMatch: etag })
    expect(changed.body).toMatchObject({ version: 2, settings: { efficiency: 0.25 } })
    const after = await plan()
    expect(after.totals.totalHours).toBeCloseTo(before.totals.totalHours * (0.55 / 0.25))
    expect(after.deadline.start).toBe('2027-03-01')
    expect((await server.ask('GET', '/projects/acme')).body).toMatchObject({
      totals: { finish: after.deadline.finish },
    })
    const stale = await server.ask('PATCH', '/projects/acme/scenarios/main', { body: change, ifMatch: etag })
    expect(stale.body).toMatchObject({ code: 'stale', changedBy: 'local owner' })
    const cleared = await server.ask('PATCH', '/projects/acme/scenarios/main', {
      body: { settings: { efficiency: null } },
      ifMatch: '"2"',
    })
    expect(cleared.body).toMatchObject({ version: 3, settings: { efficiency: 0.55, startDate: '2027-03-01' } })
  })

  it('lists all that is wrong with settings at once', async () => {
    const answer = await server.ask('PATCH', '/projects/acme/scenarios/main', {
      body: { settings: { efficiency: 7, agentCount: 0 } },
      ifMatch: '*',
    })
    const { fields } = answer.body as { fields: { path: string }[] }
    expect(fields.map(({ path }) => path).sort()).toEqual(['settings.agentCount', 'settings.efficiency'])
    const zone = await server.ask('PATCH', '/projects/acme/scenarios/main', {
      body: { settings: { timeZone: 'Mars/Olympus' } },
      ifMatch: '*',
    })
    expect(zone.body).toMatchObject({ status: 422, fields: [{ path: 'settings.timeZone' }] })
  })

  it('writes its reports as a job, and hands each out', async () => {
    const started = await server.ask('POST', '/projects/acme/exports', { body: { formats: ['xlsx', 'csv', 'json'] } })
    expect(started.status).toBe(202)
    const job = await server.settled((started.body as { id: string }).id)
    const { files } = job.result as { files: { name: string; bytes: number }[] }
    expect(files.map(({ name }) => name).sort()).toEqual(['acme-csv.zip', 'acme-report.json', 'acme-report.xlsx'])
    for (const { name, bytes } of files) {
      const file = await server.ask('GET', `/projects/acme/exports/${job.id}/${name}`)
      expect(file.headers['content-disposition']).toContain(name)
      expect(file.bytes).toHaveLength(bytes)
    }
    expect((await server.ask('GET', `/projects/acme/exports/${job.id}/..%2F..%2Fcli-token`)).status).toBe(404)
  })

  it('gives a browser the facts once, and then says that they are the same', async () => {
    const first = await server.ask('GET', '/projects/acme/facts')
    const facts = unpack<{ facts: { count: number; texts: string[] }; tenancy: { tenantOf: Uint32Array } }>(
      new Uint8Array(gunzipSync(first.bytes)),
    )
    expect(facts.facts.count).toBe(60)
    expect(facts.tenancy.tenantOf).toHaveLength(60)
    expect(facts.facts.texts).not.toContain('canary-secret')
    const headers = { 'if-none-match': String(first.headers.etag) }
    const again = await server.app.inject({
      url: '/api/v1/projects/acme/facts',
      headers: { host: 'localhost', authorization: `Bearer ${server.token}`, ...headers },
    })
    expect(again.statusCode).toBe(304)
  })

  it('exports the input of its plan and the plan itself', async () => {
    const input = PlanInput.parse((await server.ask('GET', '/projects/acme/plan-input')).body)
    expect(input.settings.startDate).toBe('2027-03-01')
    const plan = (await server.ask('GET', '/projects/acme/plan.json')).body as { schema: string; vms: unknown[] }
    expect(plan).toMatchObject({ schema: 'portolan.plan/1' })
    expect(plan.vms).toHaveLength(60)
  })

  it('explains its method with the values of the project', async () => {
    const { body } = await server.ask('GET', '/methodology?project=acme')
    expect(JSON.stringify(body)).toContain('2027-03-01')
  })

  it('keeps decisions over a second import, and earlier snapshots', async () => {
    const { rows } = await list('?search=vm-003')
    await server.ask('PATCH', `/projects/acme/vms/${rows[0].id}`, { body: { priority: 7, modeOverride: 'cold' } })
    const renamed = vmRows(61, (n) => (n === 3 ? { VM: 'renamed', 'VM ID': 'vm-777' } : {}))
    const started = (await server.upload('acme', [exportOf(renamed)])).body as Started
    await server.settled(started.job.id)
    const [now] = (await list('?search=renamed')).rows
    expect(now).toMatchObject({ id: rows[0].id, moref: 'vm-777', priority: 7, effectiveMode: 'cold' })
    const { rows: snapshots } = (await server.ask('GET', '/projects/acme/snapshots?limit=1')).body as RouteAnswer<
      typeof listSnapshots
    >
    expect(snapshots).toMatchObject([{ number: 2, isCurrent: true }])
    const imports = (await server.ask('GET', '/projects/acme/imports')).body as RouteAnswer<typeof listImports>
    expect(imports.rows).toHaveLength(2)
    expect(await verifyAudit(server.db, server.owner.organisationId)).toBeNull()
  })
})
