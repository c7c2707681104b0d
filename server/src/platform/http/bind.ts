import type { Route, RouteAnswer, RouteInput } from '@portolan/contract/route'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { type Ctx, requirePermission } from '../context.ts'
import { CodedError } from '../errors.ts'
import { type IfMatch, parseIfMatch, versionTag } from './etag.ts'
import { refusalOf } from './problems.ts'

export interface RequestParts {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  /** Version the caller has seen; null when none was named. */
  readonly ifMatch: IfMatch
}

/** The verb behind a route. A streaming one sends the reply itself. */
export type Verb<R extends Route> = (ctx: Ctx, input: RouteInput<R>, parts: RequestParts) => Promise<RouteAnswer<R>>

export type Bound = { readonly route: Route; register(app: FastifyInstance): void }

/** Ties a route of the contract to its verb: parses what arrives, checks the permission, answers with status and ETag. */
export function bind<R extends Route>(route: R, verb: Verb<R>): Bound {
  return {
    route,
    register(app) {
      app.route({
        method: route.method,
        url: `/api/v1${route.path}`,
        handler: async (request, reply) => {
          const ctx = contextOf(request, route)
          const input = {
            params: parse('path', route.params, request.params),
            query: parse('query', route.query, request.query),
            body: parse('body', route.body, request.body),
          } as RouteInput<R>
          const parts = { request, reply, ifMatch: parseIfMatch(request.headers['if-match']) }
          const answer = await verb(ctx, input, parts)
          // A verb that sent its answer itself gives the reply back.
          if ((answer as unknown) === reply || reply.sent || route.answer === 'stream') return reply
          if (route.answer === 'none') return reply.code(204).send()
          if (route.versioned) reply.header('etag', versionTag((answer as { version: number }).version))
          return reply.code(route.status ?? 200).send(answer)
        },
      })
    },
  }
}

function contextOf(request: FastifyRequest, route: Route): Ctx {
  if (route.permission === 'public') return request.ctx as Ctx
  if (!request.ctx) {
    throw new CodedError('unauthenticated', 'Sign in first: open the link that the server printed, or send a token.')
  }
  if (route.permission !== null) requirePermission(request.ctx, route.permission)
  return request.ctx
}

function parse(where: string, schema: z.ZodType | undefined, value: unknown): unknown {
  if (!schema) return undefined
  const parsed = schema.safeParse(value ?? {})
  if (!parsed.success) throw refusalOf(where, parsed.error, value)
  return parsed.data
}
