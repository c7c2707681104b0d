import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest, LogController } from 'fastify'
import type { Logger } from 'pino'
import { sessionOwner, tokenOwner } from '../auth/session.ts'
import type { Ctx } from '../context.ts'
import type { Db } from '../db/database.ts'
import { CodedError } from '../errors.ts'
import { uuidv7 } from '../ids.ts'
import type { Bound } from './bind.ts'
import { problemOf } from './problems.ts'

export const SESSION_COOKIE = 'portolan_session'
const JSON_BYTES = 4 * 1024 * 1024
const REQUESTS_A_MINUTE = 6000
const UNSAFE = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; null when nobody is signed in. */
    ctx: Ctx | null
  }
}

export interface AppOptions {
  readonly db: Db
  readonly log: Logger
  readonly bound: readonly Bound[]
  /** Hosts and origins that may reach the server; a page elsewhere on the web may not. */
  allowedHost(host: string): boolean
  now(): Date
}

/** The HTTP side: security headers, sign-in, problem details, and the routes of the contract. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { db, log, now } = options
  const app = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    genReqId: () => uuidv7(),
    requestIdHeader: false,
    bodyLimit: JSON_BYTES,
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: 'idle',
  })
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // TLS is whoever stands in front; on loopback the header would lock people out of other local services.
    hsts: false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginEmbedderPolicy: false,
  })
  await app.register(cookie)
  await app.register(rateLimit, { max: REQUESTS_A_MINUTE, timeWindow: 60_000 })

  app.decorateRequest('ctx', null)
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    refuseForeign(request, options)
    const signedIn = await whoAsks(db, request, now())
    if (signedIn) request.ctx = { ...signedIn, requestId: request.id, ip: request.ip, db, now }
  })
  app.addHook('onResponse', async (request, reply) => {
    log.info(
      {
        requestId: request.id,
        method: request.method,
        // Without the query: a sign-in link or a search text has no place in a log.
        path: request.url.split('?', 1)[0],
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        actor: request.ctx?.actor.name,
      },
      'request',
    )
  })
  app.setErrorHandler((error, request, reply) => {
    const answer = problemOf(error, request.id)
    if (answer.status >= 500) log.error({ err: error, requestId: request.id }, 'request failed')
    return reply.code(answer.status).type('application/problem+json').send(answer)
  })
  app.setNotFoundHandler((request, reply) => {
    const answer = problemOf(
      new CodedError('not_found', `There is nothing at ${request.method} ${request.url.split('?', 1)[0]}`),
      request.id,
    )
    return reply.code(404).type('application/problem+json').send(answer)
  })
  for (const { register } of options.bound) register(app)
  return app
}

/**
 * DNS rebinding and cross-site requests: the Host must be ours, and what changes something must come from our own pages
 * (Origin) or from a program that sends a token.
 */
function refuseForeign(request: FastifyRequest, options: AppOptions): void {
  const host = request.headers.host ?? ''
  if (!options.allowedHost(host)) throw new CodedError('forbidden', `This server does not answer to the host ${host}.`)
  const { origin } = request.headers
  if (!UNSAFE.has(request.method) || request.headers.authorization !== undefined) return
  if (origin === undefined) {
    const site = request.headers['sec-fetch-site']
    if (site !== undefined && site !== 'same-origin' && site !== 'none') {
      throw new CodedError('forbidden', 'A page of another site may not change anything here.')
    }
    return
  }
  const from = URL.canParse(origin) ? new URL(origin).host : ''
  if (from !== host) throw new CodedError('forbidden', `A page of ${origin} may not change anything here.`)
}

async function whoAsks(db: Db, request: FastifyRequest, now: Date) {
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  if (bearer) return tokenOwner(db, bearer, now)
  const session = request.cookies[SESSION_COOKIE]
  return session ? sessionOwner(db, session, now) : null
}
