import type { listFindings } from '@portolan/contract/findings'
import { type Permission, ROLE_PERMISSIONS, ROLES } from '@portolan/contract/permissions'
import type { PlanAnswer } from '@portolan/contract/plan'
import type { Route, RouteAnswer } from '@portolan/contract/route'
import { allRoutes } from '@portolan/contract/routes'
import type { listVms, updateVms, VmDetail } from '@portolan/contract/vms'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportOf, vmRows } from './support/exports.ts'
import { type TestServer, testServer } from './support/server.ts'

type VmList = RouteAnswer<typeof listVms>
type Bulk = RouteAnswer<typeof updateVms>
type Findings = RouteAnswer<typeof listFindings>

let server: TestServer
beforeAll(async () => {
  server = await testServer({ worker: true })
  await importedProject('estate')
})
afterAll(() => server.close())

async function importedProject(key: string, vms = 40): Promise<void> {
  await server.ask('POST', '/projects', { body: { name: key, key } })
  const { job } = (await server.upload(key, [exportOf(vmRows(vms))])).body as { job: { id: string } }
  await server.settled(job.id)
}
const list = async (query = '', key = 'estate') =>
  (await server.ask('GET', `/projects/${key}/vms${query}`)).body as VmList
const bulk = async (body: object, key = 'estate') =>
  (await server.ask('POST', `/projects/${key}/vms/bulk`, { body })).body as Bulk
const plan = async () => (await server.ask('GET', '/projects/estate/plan')).body as PlanAnswer
const idOf = async (name: string) => (await list(`?search=${name}&fields=id`)).rows[0].id!

describe('deciding about VMs', () => {
  it('changes the plan, and takes an approval back', async () => {
    const id = await idOf('vm-001')
    await server.ask('POST', '/projects/estate/approve', { body: {} })
    const before = await plan()
    const row = await server.ask('PATCH', `/projects/estate/vms/${id}`, {
      body: { excluded: true, excludeReason: 'to be retired' },
    })
    expect(row.body).toMatchObject({ excluded: true, copyStart: null })
    const after = await plan()
    expect(after.totals.vms).toBe(before.totals.vms - 1)
    expect(after.excluded).toEqual({ vms: 1 })
    expect((await server.ask('GET', '/projects/estate')).body).toMatchObject({ phase: 'planned', approvedAt: null })
    expect(await list('?excluded=true')).toMatchObject({ total: 1 })
    const detail = (await server.ask('GET', `/projects/estate/vms/${id}`)).body as VmDetail
    expect(detail).toMatchObject({
      decision: { excludeReason: 'to be retired' },
      why: expect.stringContaining('decision'),
    })
    await server.ask('PATCH', `/projects/estate/vms/${id}`, { body: { excluded: false } })
    expect((await plan()).totals.vms).toBe(before.totals.vms)
  })

  it('leaves the plan alone when only a status moves', async () => {
    await server.ask('POST', '/projects/estate/approve', { body: {} })
    const id = await idOf('vm-002')
    const row = await server.ask('PATCH', `/projects/estate/vms/${id}`, { body: { status: 'assigned' } })
    expect(row.body).toMatchObject({ status: 'assigned' })
    expect((await server.ask('GET', '/projects/estate')).body).toMatchObject({ phase: 'approved' })
  })

  it('refuses what the table of states forbids, with what would be possible', async () => {
    const id = await idOf('vm-003')
    const answer = await server.ask('PATCH', `/projects/estate/vms/${id}`, { body: { status: 'failed' } })
    expect(answer.body).toMatchObject({ code: 'wrong_state', detail: expect.stringContaining('assigned or skipped') })
    const engineer = await server.tokenOf('engineer')
    const migrated = { status: 'migrated', statusNote: 'moved by hand' }
    const moved = await server.ask('PATCH', `/projects/estate/vms/${id}`, { body: migrated, token: engineer })
    expect(moved.body).toMatchObject({ status: 'migrated' })
    const back = { status: 'not_started', statusNote: 'it was another one' }
    expect(await server.ask('PATCH', `/projects/estate/vms/${id}`, { body: back, token: engineer })).toMatchObject({
      status: 409,
    })
    expect(await server.ask('PATCH', `/projects/estate/vms/${id}`, { body: back })).toMatchObject({ status: 200 })
  })

  it('does many at once, says beforehand what would happen, and can take it back', async () => {
    const filter = { cluster: 'CL-A' }
    const { total } = await list('?cluster=CL-A')
    const preview = await bulk({ filter, change: { modeOverride: 'cold' }, preview: true })
    expect(preview).toMatchObject({ changed: total, unchanged: 0, refused: [] })
    expect(await list('?cluster=CL-A&effectiveMode=cold')).not.toMatchObject({ total })
    const done = await bulk({ filter, change: { modeOverride: 'cold' } })
    expect(done.changed).toBe(total)
    expect(await list('?cluster=CL-A&effectiveMode=cold')).toMatchObject({ total })
    expect(await bulk({ filter, change: { modeOverride: 'cold' } })).toMatchObject({ changed: 0, unchanged: total })
    for (const { ids, change } of done.undo) await bulk({ ids, change })
    expect(await list('?cluster=CL-A&effectiveMode=cold')).not.toMatchObject({ total })
  })

  it('refuses VM by VM, and VMs that nobody knows', async () => {
    const ids = [await idOf('vm-004'), await idOf('vm-005'), '01890000-0000-7000-8000-000000000000']
    await bulk({ ids: [ids[0]], change: { status: 'assigned' } })
    const done = await bulk({ ids, change: { status: 'in_progress' } })
    expect(done.changed).toBe(1)
    expect(done.refused.map(({ id }) => id)).toEqual([ids[1], ids[2]])
    expect(await server.ask('POST', '/projects/estate/vms/bulk', { body: { change: {} } })).toMatchObject({
      status: 422,
    })
  })
})

describe('accepting a risk', () => {
  const findings = async () => (await server.ask('GET', '/projects/estate/findings')).body as Findings
  const RULE = 'os-deprecated'

  it('keeps it listed and lets it add nothing, on some VMs or on all', async () => {
    const { rows } = await list(`?rule=${RULE}`)
    const before = (await findings()).rows.find(({ rule }) => rule === RULE)!
    expect(before).toMatchObject({ vms: rows.length, accepted: 0 })
    const [first] = rows
    const one = await server.ask('POST', `/projects/estate/findings/${RULE}/accept`, {
      body: { vms: [first.id], reason: 'is replaced anyway' },
    })
    expect(one.body).toEqual({ accepted: 1, before: [] })
    const onFirst = { vms: [first.id], reason: 'is replaced anyway' }
    const [after] = (await list(`?search=${first.name}`)).rows
    expect(after.score).toBeLessThan(first.score!)
    expect(after.findings).toBe(first.findings)
    const all = await server.ask('POST', `/projects/estate/findings/${RULE}/accept`, {
      body: { vms: null, reason: 'the customer knows' },
    })
    expect(all.body).toEqual({ accepted: rows.length, before: [onFirst] })
    const some = await server.ask('POST', `/projects/estate/findings/${RULE}/withdraw`, { body: { vms: [first.id] } })
    expect(some).toMatchObject({ status: 409 })
    const gone = await server.ask('POST', `/projects/estate/findings/${RULE}/withdraw`, { body: { vms: null } })
    expect(gone.body).toEqual({ withdrawn: 2, before: [{ vms: null, reason: 'the customer knows' }, onFirst] })
    expect((await findings()).rows.find(({ rule }) => rule === RULE)).toEqual(before)
  })

  it('needs a rule and a reason', async () => {
    const path = (rule: string) => `/projects/estate/findings/${rule}/accept`
    expect(await server.ask('POST', path('no-such-rule'), { body: { vms: null, reason: 'none' } })).toMatchObject({
      status: 404,
    })
    expect(await server.ask('POST', path(RULE), { body: { vms: null, reason: '' } })).toMatchObject({ status: 422 })
  })
})

describe('taking away', () => {
  it('says beforehand what goes, and asks for the key', async () => {
    await importedProject('gone', 5)
    await bulk({ filter: {}, change: { priority: 5, modeOverride: 'cold' } }, 'gone')
    const removal = (of: string) => server.ask('GET', `/projects/gone/removal?of=${of}`)
    expect((await removal('inventory')).body).toMatchObject({
      refused: null,
      removes: expect.arrayContaining([
        { what: 'VMs', count: 5 },
        { what: 'inventory snapshots', count: 1 },
        { what: 'decisions about VMs', count: 5 },
      ]),
    })
    expect((await removal('plan')).body).toMatchObject({
      removes: expect.arrayContaining([{ what: 'exclusions, priorities and fix times', count: 5 }]),
    })
    const reset = (of: string, confirm: string) => server.ask('POST', '/projects/gone/reset', { body: { of, confirm } })
    expect(await reset('plan', 'something')).toMatchObject({ status: 422 })
    expect(await reset('plan', 'gone')).toMatchObject({ status: 200 })
    expect((await list('', 'gone')).rows[0]).toMatchObject({ priority: 50, modeOverride: 'cold' })
    expect(await reset('assessment', 'gone')).toMatchObject({ status: 200 })
    expect((await list('', 'gone')).rows[0]).toMatchObject({ modeOverride: null })
    expect((await reset('inventory', 'gone')).body).toMatchObject({ phase: 'draft', currentSnapshotId: null })
    expect(await server.ask('GET', '/projects/gone/vms')).toMatchObject({ status: 404 })
    expect(
      await server.db
        .selectFrom('snapshot_part')
        .innerJoin('inventory_snapshot', 'inventory_snapshot.id', 'snapshot_id')
        .innerJoin('project', 'project.id', 'project_id')
        .select('chunk')
        .where('key', '=', 'gone')
        .execute(),
    ).toEqual([])
  })

  it('deletes a project with everything but its audit', async () => {
    await importedProject('doomed', 3)
    const { id } = (await server.ask('GET', '/projects/doomed')).body as { id: string }
    expect(await server.ask('DELETE', '/projects/doomed?confirm=other')).toMatchObject({ status: 422 })
    expect(await server.ask('DELETE', '/projects/doomed?confirm=doomed')).toMatchObject({ status: 204 })
    expect(await server.ask('GET', '/projects/doomed')).toMatchObject({ status: 404 })
    const audited = await server.db.selectFrom('audit').select('action').where('project_id', '=', id).execute()
    expect(audited.map(({ action }) => action)).toContain('projects.delete')
    expect(await server.db.selectFrom('vm').select('id').where('project_id', '=', id).execute()).toEqual([])
  })

  it('is refused while a job of the project runs', async () => {
    const { id } = (await server.ask('GET', '/projects/estate')).body as { id: string }
    await server.db
      .insertInto('job')
      .values({
        ...{ id, organisation_id: server.owner.organisationId, project_id: id, kind: 'none', input: '{}' },
        ...{ idempotency_key: null, state: 'queued', run_after: new Date(Date.now() + 1e9), worker: null },
        ...{ leased_until: null, result: null, error: null, actor_id: null, actor_name: '', request_id: '' },
        ...{ created_at: new Date(), started_at: null, finished_at: null, progress_at: null },
      })
      .execute()
    const removal = await server.ask('GET', '/projects/estate/removal?of=project')
    expect(removal.body).toMatchObject({ refused: expect.stringContaining('not done') })
    expect(await server.ask('DELETE', '/projects/estate?confirm=estate')).toMatchObject({ status: 409 })
    await server.db.deleteFrom('job').where('id', '=', id).execute()
  })
})

describe('what the server says of itself', () => {
  const get = (url: string, headers = {}) => server.app.inject({ url, headers: { host: 'localhost', ...headers } })

  it('lives, is ready, and describes its API to whoever asks', async () => {
    expect((await get('/healthz')).json()).toMatchObject({ status: 'ok' })
    expect((await get('/readyz')).json()).toMatchObject({ status: 'ready' })
    const { paths, openapi } = (await get('/api/v1/openapi.json')).json() as { paths: object; openapi: string }
    expect(openapi).toBe('3.1.0')
    for (const route of allRoutes) expect(Object.keys(paths)).toContain(route.path.replace(/:(\w+)/g, '{$1}'))
    expect((await get('/api/docs')).body).toContain('vms/bulk')
  })

  it('tells its figures to whoever is signed in', async () => {
    expect((await get('/metrics')).statusCode).toBe(401)
    const metrics = await get('/metrics', { authorization: `Bearer ${server.token}` })
    expect(metrics.body).toContain('portolan_jobs{state="done"}')
    expect(metrics.body).toContain('route="/api/v1/projects/:project/vms"')
  })
})

const GUARDED = allRoutes.filter(
  (route): route is Route & { permission: Permission } => route.permission !== null && route.permission !== 'public',
)
/** Something of the right shape for each parameter: who may not ask is refused before anything is looked up. */
const FILLED: Readonly<Record<string, string>> = {
  project: 'estate',
  scenario: 'main',
  rule: 'os-deprecated',
  file: 'x',
}
const ID = '01890000-0000-7000-8000-000000000000'

describe('every route and every role', () => {
  const tokens = new Map<string, string>()
  beforeAll(async () => {
    for (const role of ROLES) tokens.set(role, await server.tokenOf(role))
  })

  it.each(GUARDED)('$id asks for $permission', async (route) => {
    const path = route.path.replace(/:(\w+)/g, (_, name: string) => FILLED[name] ?? ID)
    for (const role of ROLES) {
      if (ROLE_PERMISSIONS[role].includes(route.permission)) continue
      const answer = await server.ask(route.method, path, {
        token: tokens.get(role),
        body: route.method === 'GET' ? undefined : {},
      })
      expect(answer).toMatchObject({ status: 403, body: { missingPermission: route.permission } })
    }
    const nobody = await server.ask(route.method, path, {
      token: 'nobody',
      body: route.method === 'GET' ? undefined : {},
    })
    expect(nobody.status).toBe(401)
  })
})
