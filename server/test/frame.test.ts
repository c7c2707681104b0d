import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyAudit } from '../src/platform/audit/audit.ts'
import { createSignInLink } from '../src/platform/auth/local-owner.ts'
import { assertFence, claimJob, completeJob, enqueue, heartbeat, LeaseLostError } from '../src/platform/jobs/queue.ts'
import { type TestServer, testServer } from './support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

describe('signing in', () => {
  it('takes the printed link once and gives a session', async () => {
    const link = await createSignInLink(server.db, server.owner.actor.id, new Date())
    const headers = { host: 'localhost:8080', origin: 'http://localhost:8080' }
    const first = await server.app.inject({ method: 'POST', url: '/api/v1/session', headers, payload: { link } })
    expect(first.statusCode).toBe(204)
    const [cookie] = first.cookies
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' })
    const me = await server.app.inject({ url: '/api/v1/session', headers, cookies: { [cookie.name]: cookie.value } })
    expect(me.json()).toMatchObject({ actor: { name: 'local owner', role: 'owner' } })
    const again = await server.app.inject({ method: 'POST', url: '/api/v1/session', headers, payload: { link } })
    expect(again.json()).toMatchObject({ status: 401, code: 'unauthenticated' })
  })

  it.each([
    ['another host', { host: 'evil.example' }, 403],
    ['a page of another site', { host: '127.0.0.1:8080', origin: 'http://evil.example' }, 403],
    ['nobody', { host: '127.0.0.1:8080' }, 401],
    ['a made-up token', { host: '127.0.0.1:8080', authorization: 'Bearer nothing' }, 401],
  ])('refuses %s', async (_, headers, status) => {
    const answer = await server.app.inject({
      method: 'POST',
      url: '/api/v1/projects',
      headers: headers as Record<string, string>,
      payload: { name: 'x' },
    })
    expect(answer.statusCode).toBe(status)
    expect(answer.headers['content-type']).toContain('application/problem+json')
  })
})

describe('a project', () => {
  it('is made, renamed by the version that was read, and approved only in a phase that allows it', async () => {
    const made = await server.ask('POST', '/projects', { body: { name: 'Acme, Q2 exit' } })
    expect(made).toMatchObject({ status: 201, body: { key: 'acme-q2-exit', phase: 'draft', status: 'planning' } })
    expect(made.headers.etag).toBe('"1"')

    const twin = await server.ask('POST', '/projects', { body: { name: 'Acme Q2 Exit' } })
    expect(twin.body).toMatchObject({ key: 'acme-q2-exit-2' })

    const blind = await server.ask('PATCH', '/projects/acme-q2-exit', { body: { name: 'B' } })
    expect(blind.status).toBe(412)
    const renamed = await server.ask('PATCH', '/projects/acme-q2-exit', { body: { name: 'B' }, ifMatch: '"1"' })
    expect(renamed).toMatchObject({ status: 200, body: { name: 'B', version: 2 } })
    const stale = await server.ask('PATCH', '/projects/acme-q2-exit', { body: { name: 'C' }, ifMatch: '"1"' })
    expect(stale.body).toMatchObject({ status: 412, code: 'stale', changedBy: 'local owner' })
    const { changedAt } = stale.body as { changedAt: string }
    expect(Date.parse(changedAt)).toBeGreaterThanOrEqual(Date.parse((renamed.body as { updatedAt: string }).updatedAt))

    const early = await server.ask('POST', '/projects/acme-q2-exit/approve', { body: {} })
    expect(early.body).toMatchObject({ status: 409, code: 'wrong_state', allowedFrom: ['assessment', 'planned'] })
    const started = await server.ask('POST', '/projects/acme-q2-exit/status', { body: { action: 'start' } })
    expect(started.body).toMatchObject({ status: 'active' })
    const history = await server.ask('GET', '/projects/acme-q2-exit/history')
    expect(history.body).toMatchObject({ rows: [{ field: 'status', from: 'planning', to: 'active' }] })
  })

  it('answers a mistake with the field, what was expected and what was found', async () => {
    const answer = await server.ask('POST', '/projects', { body: { name: '', colour: 'red' } })
    expect(answer.body).toMatchObject({
      status: 422,
      code: 'invalid',
      fields: expect.arrayContaining([expect.objectContaining({ path: 'body.name', found: '""' })]),
    })
  })

  it('is not found under an id of nobody', async () => {
    expect((await server.ask('GET', '/projects/nothing')).body).toMatchObject({ status: 404, code: 'not_found' })
  })
})

describe('the audit', () => {
  it('holds a chained row for each change and finds one that was altered', async () => {
    await server.ask('POST', '/projects', { body: { name: 'Audited' } })
    expect(await verifyAudit(server.db, server.owner.organisationId)).toBeNull()
    await server.db.updateTable('audit').set({ actor_name: 'somebody else' }).where('number', '=', 2).execute()
    expect(await verifyAudit(server.db, server.owner.organisationId)).toEqual({ number: 2, problem: 'was altered' })
    await server.db.updateTable('audit').set({ actor_name: 'local owner' }).where('number', '=', 2).execute()
    expect(await verifyAudit(server.db, server.owner.organisationId)).toBeNull()
  })
})

describe('jobs', () => {
  it('run for one worker at a time, and a worker that lost its lease changes nothing', async () => {
    const id = await server.db
      .transaction()
      .execute((tx) =>
        enqueue(tx, server.owner, { kind: 'test', input: { a: 1 }, projectId: null, idempotencyKey: 'k' }),
      )
    const again = await server.db
      .transaction()
      .execute((tx) => enqueue(tx, server.owner, { kind: 'test', input: {}, projectId: null, idempotencyKey: 'k' }))
    expect(again).toBe(id)

    const first = await claimJob(server.db, 'one')
    expect(first).toMatchObject({ id, attempt: 1, input: { a: 1 } })
    expect(await claimJob(server.db, 'two')).toBeNull()

    await server.db
      .updateTable('job')
      .set({ leased_until: new Date(0) })
      .where('id', '=', id)
      .execute()
    const second = await claimJob(server.db, 'two')
    expect(second).toMatchObject({ id, attempt: 2 })
    expect(await heartbeat(server.db, first!, { phase: 'x', done: 1, total: 2 })).toMatchObject({ owned: false })
    await expect(server.db.transaction().execute((tx) => assertFence(tx, first!))).rejects.toThrow(LeaseLostError)

    await server.db.transaction().execute(async (tx) => {
      await assertFence(tx, second!)
      await completeJob(tx, second!, { answer: 42 })
    })
    expect((await server.ask('GET', `/jobs/${id}`)).body).toMatchObject({ state: 'done', result: { answer: 42 } })
  })

  it('are cancelled at once while nobody has begun', async () => {
    const id = await server.db
      .transaction()
      .execute((tx) => enqueue(tx, server.owner, { kind: 'test', input: {}, projectId: null }))
    expect((await server.ask('POST', `/jobs/${id}/cancel`)).body).toMatchObject({ state: 'cancelled' })
    expect((await server.ask('POST', `/jobs/${id}/cancel`)).body).toMatchObject({ code: 'wrong_state' })
    expect(await claimJob(server.db, 'one')).toBeNull()
  })
})
