import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { pino } from 'pino'
import { jobRoutes } from '../../src/jobs/jobs.ts'
import { allowedHosts } from '../../src/platform/auth/allowed-hosts.ts'
import { createApiToken, ensureLocalOwner } from '../../src/platform/auth/local-owner.ts'
import type { Ctx } from '../../src/platform/context.ts'
import { type Db, openDatabase } from '../../src/platform/db/database.ts'
import { buildApp } from '../../src/platform/http/app.ts'
import { uuidv7 } from '../../src/platform/ids.ts'
import { projectRoutes } from '../../src/project/routes.ts'
import { sessionRoutes } from '../../src/session/session.ts'

/** PostgreSQL to test on; without it the suites run on the embedded database. */
const POSTGRES_URL = process.env.PORTOLAN_TEST_DATABASE_URL

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

export interface TestServer {
  readonly db: Db
  readonly app: FastifyInstance
  readonly owner: Ctx
  readonly token: string
  /** Asks the API as the owner. */
  ask(
    method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    path: string,
    options?: { body?: unknown; ifMatch?: string },
  ): Promise<{
    status: number
    body: unknown
    headers: Record<string, unknown>
  }>
  close(): Promise<void>
}

export async function testServer(): Promise<TestServer> {
  const db = await emptyDatabase()
  const now = () => new Date()
  const { userId, organisationId } = await ensureLocalOwner(db, now())
  const token = await createApiToken(db, userId, 'test', now())
  const app = await buildApp({
    db,
    log: pino({ level: 'silent' }),
    bound: [...sessionRoutes(db, now, '0.0.0'), ...projectRoutes, ...jobRoutes],
    allowedHost: allowedHosts([]),
    now,
  })
  const owner: Ctx = {
    actor: { id: userId, kind: 'local_owner', name: 'local owner', role: 'owner' },
    organisationId,
    requestId: 'test',
    ip: '127.0.0.1',
    db,
    now,
  }
  return {
    db,
    app,
    owner,
    token,
    async ask(method, path, { body, ifMatch } = {}) {
      const response = await app.inject({
        method,
        url: `/api/v1${path}`,
        headers: {
          host: '127.0.0.1:8080',
          authorization: `Bearer ${token}`,
          ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
        },
        ...(body === undefined ? {} : { payload: body as object }),
      })
      return {
        status: response.statusCode,
        body: response.body === '' ? null : response.json(),
        headers: response.headers,
      }
    },
    async close() {
      await app.close()
      await db.destroy()
    },
  }
}
