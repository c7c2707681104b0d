import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Job } from '@portolan/contract/jobs'
import type { Role } from '@portolan/contract/permissions'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { pino } from 'pino'
import { Estates } from '../../src/estate/estates.ts'
import { boundRoutes, executorsOf } from '../../src/main.ts'
import { allowedHosts } from '../../src/platform/auth/allowed-hosts.ts'
import { createApiToken, ensureLocalOwner } from '../../src/platform/auth/local-owner.ts'
import type { Ctx } from '../../src/platform/context.ts'
import { DataFolders } from '../../src/platform/data-folders.ts'
import { type Db, openDatabase } from '../../src/platform/db/database.ts'
import { buildApp } from '../../src/platform/http/app.ts'
import { uuidv7 } from '../../src/platform/ids.ts'
import { JobWorker } from '../../src/platform/jobs/worker.ts'
import type { Services } from '../../src/services.ts'
import { registerSystem } from '../../src/system/routes.ts'
import { requireContract } from './contract.ts'
import { multipartOf, type UploadedFile } from './multipart.ts'

/** PostgreSQL to test on; without it the suites run on the embedded database. */
const POSTGRES_URL = process.env.TEST_DATABASE_URL

/** An empty database of the kind that is being tested, with nobody else in it. */
export async function emptyDatabase(): Promise<Db> {
  if (POSTGRES_URL === undefined) return openDatabase({ kind: 'embedded', folder: null })
  const name = `portolan_test_${uuidv7().replaceAll('-', '')}`
  const admin = new pg.Client({ connectionString: POSTGRES_URL })
  await admin.connect()
  await admin.query(`create database ${name}`)
  await admin.end()
  const url = new URL(POSTGRES_URL)
  url.pathname = `/${name}`
  return openDatabase({ kind: 'postgres', url: url.href })
}

export interface AskOptions {
  readonly body?: unknown
  readonly ifMatch?: string
  /** Another than the owner's. */
  readonly token?: string
  readonly headers?: Record<string, string>
}

export interface Answered {
  readonly status: number
  readonly body: unknown
  readonly headers: Record<string, unknown>
  readonly bytes: Buffer
}

export interface TestServer {
  readonly db: Db
  readonly app: FastifyInstance
  readonly owner: Ctx
  readonly token: string
  readonly services: Services
  /** Asks the API as the owner; every answer is held against the contract. */
  ask(method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE', path: string, options?: AskOptions): Promise<Answered>
  /** Sends exports to a project. */
  upload(project: string, files: readonly UploadedFile[], options?: AskOptions): Promise<Answered>
  /** Waits until a job has ended. */
  settled(jobId: string): Promise<Job>
  /** A token of somebody with another role. */
  tokenOf(role: Role): Promise<string>
  close(): Promise<void>
}

export interface TestOptions {
  /** Jobs run; without it a test claims them itself. */
  readonly worker?: boolean
  readonly maxUploadBytes?: number
}

const MAX_UPLOAD = 64 * 1024 * 1024
const POLL_MS = 20

export async function testServer({
  worker: runsJobs = false,
  maxUploadBytes = MAX_UPLOAD,
}: TestOptions = {}): Promise<TestServer> {
  const db = await emptyDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'portolan-test-'))
  const log = pino({ level: process.env.PORTOLAN_TEST_LOG ?? 'silent' })
  const now = () => new Date()
  const { userId, organisationId } = await ensureLocalOwner(db, now())
  const token = await createApiToken(db, userId, 'test', now())
  const estates = new Estates(db)
  const services: Services = {
    estates,
    folders: new DataFolders(folder),
    maxUploadBytes,
    log,
    nudge: () => worker.nudge(),
  }
  const worker = new JobWorker({ db, log, now, executors: executorsOf(services) })
  const app = await buildApp({
    db,
    log,
    bound: boundRoutes(db, services, now, '0.0.0'),
    allowedHost: allowedHosts([]),
    now,
  })
  registerSystem(app, db, '0.0.0')
  if (runsJobs) worker.start()
  const owner: Ctx = {
    actor: { id: userId, kind: 'local_owner', name: 'local owner', role: 'owner' },
    organisationId,
    requestId: 'test',
    ip: '127.0.0.1',
    db,
    now,
  }

  async function send(
    method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    path: string,
    { ifMatch, token: other, headers }: AskOptions,
    payload: object | Buffer | undefined,
  ): Promise<Answered> {
    const response = await app.inject({
      method,
      url: `/api/v1${path}`,
      headers: {
        host: '127.0.0.1:8080',
        authorization: `Bearer ${other ?? token}`,
        ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
        ...headers,
      },
      ...(payload === undefined ? {} : { payload }),
    })
    const isJson = String(response.headers['content-type'] ?? '').includes('json')
    const body = response.body === '' ? null : isJson ? response.json() : response.body
    requireContract(method, path, response.statusCode, body)
    return { status: response.statusCode, body, headers: response.headers, bytes: response.rawPayload }
  }

  return {
    ...{ db, app, owner, token, services },
    ask: (method, path, options = {}) => send(method, path, options, options.body as object | undefined),
    upload(project, files, options = {}) {
      const { type, body } = multipartOf(files)
      const headers = { ...options.headers, 'content-type': type }
      return send('POST', `/projects/${project}/imports`, { ...options, headers }, body)
    },
    async settled(jobId) {
      for (;;) {
        const job = (await send('GET', `/jobs/${jobId}`, {}, undefined)).body as Job
        if (job.state !== 'queued' && job.state !== 'running') return job
        await sleep(POLL_MS)
      }
    },
    async tokenOf(role) {
      const id = uuidv7()
      await db
        .insertInto('app_user')
        .values({ id, organisation_id: organisationId, kind: 'person', name: role, role, created_at: now() })
        .execute()
      return createApiToken(db, id, 'test', now())
    },
    async close() {
      if (runsJobs) await worker.stop()
      await app.close()
      await estates.close()
      await db.destroy()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
