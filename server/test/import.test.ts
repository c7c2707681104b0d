import { existsSync, readdirSync } from 'node:fs'
import type { createImport, Import } from '@portolan/contract/imports'
import type { RouteAnswer } from '@portolan/contract/route'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sweep } from '../src/inventory/sweep.ts'
import { claimJob } from '../src/platform/jobs/queue.ts'
import { exportOf, vmRows } from './support/exports.ts'
import { type TestServer, testServer } from './support/server.ts'

type Started = RouteAnswer<typeof createImport>
const MIB = 1024 * 1024
/** The upload goes when its job is done, not before. */
const PATIENTLY = { timeout: 30_000 }

let server: TestServer
beforeAll(async () => {
  server = await testServer({ worker: true, maxUploadBytes: MIB })
  await server.ask('POST', '/projects', { body: { name: 'Imports', key: 'imports' } })
})
afterAll(() => server.close())

const uploads = () => {
  const folder = server.services.folders.uploads
  return existsSync(folder) ? readdirSync(folder) : []
}
const theImport = async (id: string) => (await server.ask('GET', `/projects/imports/imports/${id}`)).body as Import

describe('an upload', () => {
  it('is refused when it is too large, whatever it announced, and leaves nothing', async () => {
    const large = await server.upload('imports', [{ name: 'a.csv', bytes: Buffer.alloc(MIB + 1, 65) }])
    expect(large).toMatchObject({ status: 413, body: { code: 'too_large' } })
    const two = [Buffer.alloc(MIB / 2, 65), Buffer.alloc(MIB / 2 + 1, 65)].map((bytes, n) => ({
      name: `${n}.csv`,
      bytes,
    }))
    expect(await server.upload('imports', two)).toMatchObject({ status: 413 })
    expect(uploads()).toEqual([])
  })

  it('is refused when it is no form, or holds no file', async () => {
    const json = await server.ask('POST', '/projects/imports/imports', { body: { file: 'x' } })
    expect(json).toMatchObject({ status: 415 })
    expect(await server.upload('imports', [])).toMatchObject({ status: 422 })
    expect(uploads()).toEqual([])
  })

  it('is refused when it breaks off', async () => {
    const broken = await server.app.inject({
      method: 'POST',
      url: '/api/v1/projects/imports/imports',
      headers: {
        host: 'localhost',
        authorization: `Bearer ${server.token}`,
        'content-type': 'multipart/form-data; boundary=x',
      },
      payload: Buffer.from('--x\r\ncontent-disposition: form-data; name="f"; filename="a.csv"\r\n\r\nVM,Power'),
    })
    expect(broken.statusCode).toBe(400)
    expect(uploads()).toEqual([])
  })

  it('never writes outside of its folder', async () => {
    const started = await server.upload('imports', [
      { ...exportOf(vmRows(2)), name: '../../../etc/RVTools_tabvInfo.csv' },
      { name: '.hidden', bytes: 'x' },
    ])
    const { import: made, job } = started.body as Started
    expect(made.files.map(({ name }) => name)).toEqual(['RVTools_tabvInfo.csv', 'hidden'])
    await server.settled(job.id)
    await expect.poll(uploads, PATIENTLY).toEqual([])
  })

  it('is taken once when it is sent twice with one key', async () => {
    const headers = { 'idempotency-key': 'once' }
    const first = (await server.upload('imports', [exportOf(vmRows(3))], { headers })).body as Started
    const second = (await server.upload('imports', [exportOf(vmRows(3))], { headers })).body as Started
    expect(second.import.id).toBe(first.import.id)
    await server.settled(first.job.id)
  })

  it('is refused into a project that is archived', async () => {
    await server.ask('POST', '/projects', { body: { name: 'Old', key: 'old' } })
    await server.ask('POST', '/projects/old/archive', { body: {} })
    expect(await server.upload('old', [exportOf(vmRows(1))])).toMatchObject({ status: 409 })
  })
})

describe('an import', () => {
  it.each([
    ['something else', { name: 'notes.csv', bytes: 'a,b\n1,2\n' }, 'no_vinfo'],
    ['a workbook cut short', { name: 'x.xlsx', bytes: Buffer.from('PK\u0003\u0004truncated') }, 'damaged'],
    ['an empty file', { name: 'RVTools_tabvInfo.csv', bytes: '' }, 'empty_file'],
  ])('of %s fails with one sentence and no trace', async (_, file, code) => {
    const { rows: before } = (await server.ask('GET', '/projects/imports/snapshots')).body as { rows: unknown[] }
    const { import: made, job } = (await server.upload('imports', [file])).body as Started
    const settled = await server.settled(job.id)
    expect(settled).toMatchObject({ state: 'failed', attempt: 1, error: { code } })
    expect(settled.error?.message).not.toContain(server.services.folders.root)
    expect(await theImport(made.id)).toMatchObject({ state: 'failed', error: { code } })
    expect((await server.ask('GET', '/projects/imports/snapshots')).body).toMatchObject({ rows: before })
    expect(uploads()).toEqual([])
  })

  it('can be cancelled while it runs, and what it wrote is undone', async () => {
    const { import: made, job } = (await server.upload('imports', [exportOf(vmRows(2000))])).body as Started
    await server.ask('POST', `/jobs/${job.id}/cancel`)
    const settled = await server.settled(job.id)
    expect(settled.state).toBe('cancelled')
    await sweep(server.db, server.services, new Date(), false)
    expect(await theImport(made.id)).toMatchObject({ state: 'cancelled', snapshotId: null })
    const half = await server.db
      .selectFrom('inventory_snapshot')
      .select('id')
      .where('import_id', '=', made.id)
      .execute()
    expect(half).toEqual([])
    expect(uploads()).toEqual([])
  })
})

describe('an import whose worker was killed', () => {
  it('begins again, and shows nothing of what the first one wrote', async () => {
    const quiet = await testServer()
    await quiet.ask('POST', '/projects', { body: { name: 'Killed', key: 'killed' } })
    const { import: made, job } = (await quiet.upload('killed', [exportOf(vmRows(10))])).body as Started
    const claimed = await claimJob(quiet.db, 'one that dies')
    expect(claimed?.id).toBe(job.id)
    const { importExecutor } = await import('../src/inventory/import-job.ts')
    const abort = new AbortController()
    const ctx = quiet.owner
    const run = (job: NonNullable<typeof claimed>, signal: AbortSignal) =>
      importExecutor(quiet.services)({ job, ctx, signal, progress: () => undefined, log: async () => undefined })

    // Another worker takes the job while the first one is about to make its snapshot visible.
    await quiet.db.updateTable('job').set({ fence: 99 }).where('id', '=', job.id).execute()
    await expect(run(claimed!, abort.signal)).rejects.toThrow('lease')
    expect((await quiet.ask('GET', '/projects/killed/snapshots')).body).toMatchObject({ rows: [] })
    expect((await quiet.ask('GET', '/projects/killed')).body).toMatchObject({ phase: 'draft', currentSnapshotId: null })
    const hidden = await quiet.db.selectFrom('inventory_snapshot').select(['id', 'complete']).execute()
    expect(hidden).toMatchObject([{ complete: false }])

    await run({ ...claimed!, fence: 99 }, abort.signal)
    const snapshots = await quiet.db.selectFrom('inventory_snapshot').select(['id', 'complete', 'number']).execute()
    expect(snapshots).toMatchObject([{ complete: true, number: 1 }])
    expect((await quiet.ask('GET', `/projects/killed/imports/${made.id}`)).body).toMatchObject({ state: 'done' })
    expect((await quiet.db.selectFrom('vm').select('id').execute()).length).toBe(10)
    await quiet.close()
  })

  it('leaves folders that the next start clears', async () => {
    const quiet = await testServer()
    const { folders } = quiet.services
    await folders.make(folders.upload('01890000-0000-7000-8000-000000000000'))
    await folders.make(folders.export('01890000-0000-7000-8000-000000000001'))
    await sweep(quiet.db, quiet.services, new Date(), false)
    expect(readdirSync(folders.uploads)).toHaveLength(1)
    await sweep(quiet.db, quiet.services, new Date(Date.now() + 8 * 86_400_000), true)
    expect(readdirSync(folders.uploads)).toEqual([])
    expect(readdirSync(folders.exports)).toEqual([])
    await quiet.close()
  })
})
