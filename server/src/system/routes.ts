import { openApi } from '@portolan/contract/openapi'
import { allRoutes } from '@portolan/contract/routes'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'
import { CodedError } from '../platform/errors.ts'
import { docsPage } from './docs-page.ts'
import { metricsOf } from './metrics.ts'

/** What stands beside the API: whether the server lives, how it does, and what it can do. */
export function registerSystem(app: FastifyInstance, db: Db, version: string): void {
  app.get('/healthz', async () => ({ status: 'ok', version }))
  app.get('/readyz', async () => {
    try {
      await sql`select 1`.execute(db)
    } catch {
      throw new CodedError('unavailable', 'The database does not answer.')
    }
    return { status: 'ready', version }
  })
  const metrics = metricsOf(app, db)
  app.get('/metrics', async (request, reply) => {
    if (!request.ctx) throw new CodedError('unauthenticated', 'Metrics need a token.')
    return reply.type(metrics.contentType).send(await metrics.metrics())
  })
  const document = openApi(allRoutes, version)
  app.get('/api/v1/openapi.json', async () => document)
  const page = docsPage(allRoutes, version)
  app.get('/api/docs', async (_, reply) => reply.type('text/html; charset=utf-8').send(page))
}
