import { z } from 'zod'
import { PROBLEM_STATUS, Problem, type ProblemCode } from './problem.ts'
import type { Route } from './route.ts'

/** What every operation may be refused for. */
const ALWAYS: readonly ProblemCode[] = ['malformed', 'too_many_requests', 'internal']
const PROBLEM_REF = { $ref: '#/components/schemas/Problem' }

type Json = Record<string, unknown>

/** The API as OpenAPI 3.1, made from the routes and nothing else. */
export function openApi(routes: readonly Route[], version: string): Json {
  const schemas = new Schemas()
  const paths: Record<string, Json> = {}
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route, schemas) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Portolan', version, description: 'Chart an infrastructure migration, prove it, run it.' },
    servers: [{ url: '/api/v1' }],
    paths,
    components: {
      schemas: { ...schemas.named, Problem: schemas.of(Problem, 'output', 'Problem') },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'portolan_session' },
      },
    },
  }
}

function operation(route: Route, schemas: Schemas): Json {
  return {
    operationId: route.id,
    tags: [route.id.split('.')[0]],
    summary: route.summary,
    ...(route.permission === 'public' ? { security: [] } : { security: [{ token: [] }, { session: [] }] }),
    ...(route.permission !== null && route.permission !== 'public' ? { 'x-permission': route.permission } : {}),
    parameters: [
      ...parameters(schemas, route.params, 'path'),
      ...parameters(schemas, route.query, 'query'),
      ...versionParameter(route),
    ],
    ...(route.body ? { requestBody: { required: true, content: json(schemas.of(route.body, 'input')) } } : {}),
    responses: { ...success(route, schemas), ...refusals(route) },
  }
}

function parameters(schemas: Schemas, schema: z.ZodObject | undefined, where: 'path' | 'query'): Json[] {
  if (!schema) return []
  const { properties = {}, required = [] } = schemas.of(schema, 'input') as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    ...(description === undefined ? {} : { description }),
    schema: rest,
  }))
}

/** Changes of rows that people edit name the version they were made from. */
function versionParameter({ versioned, method }: Route): Json[] {
  if (!versioned || method !== 'PATCH') return []
  return [
    { name: 'If-Match', in: 'header', required: true, schema: { type: 'string' }, description: 'ETag of the row' },
  ]
}

function success(route: Route, schemas: Schemas): Json {
  const status = route.answer === 'none' ? 204 : (route.status ?? 200)
  const headers = route.versioned ? { headers: { ETag: { schema: { type: 'string' } } } } : {}
  if (route.answer === 'none') return { [status]: { description: 'Done' } }
  if (route.answer === 'stream') {
    return { [status]: { description: 'Bytes', content: { '*/*': {} }, ...headers } }
  }
  return { [status]: { description: route.summary, content: json(schemas.of(route.answer, 'output')), ...headers } }
}

function refusals(route: Route): Json {
  const codes: ProblemCode[] = [...ALWAYS, ...(route.problems ?? [])]
  if (route.permission !== 'public') codes.push('unauthenticated')
  if (route.permission !== null && route.permission !== 'public') codes.push('forbidden')
  if (route.params || route.query || route.body) codes.push('invalid')
  const byStatus: Record<number, Set<string>> = {}
  for (const code of codes) {
    byStatus[PROBLEM_STATUS[code]] ??= new Set()
    byStatus[PROBLEM_STATUS[code]].add(code)
  }
  const answers = Object.entries(byStatus).map(([status, found]) => [
    status,
    { description: [...found].join(', '), content: { 'application/problem+json': { schema: PROBLEM_REF } } },
  ])
  return Object.fromEntries(answers) as Json
}

const json = (schema: Json): Json => ({ 'application/json': { schema } })

/** Schemas with a name stand once, beside the paths. */
class Schemas {
  readonly named: Record<string, Json> = {}

  /** A schema, with references to those that have a name; `name` is that of the schema itself, where it is written out. */
  of(schema: z.ZodType, io: 'input' | 'output', name?: string): Json {
    const made = z.toJSONSchema(schema, { target: 'draft-2020-12', io, unrepresentable: 'any' })
    const text = JSON.stringify(made).replaceAll('"#/$defs/', '"#/components/schemas/')
    const { $schema: _, $defs, ...rest } = JSON.parse(text) as Json & { $defs?: Record<string, Json> }
    Object.assign(this.named, $defs)
    return (name !== undefined && $defs?.[name]) || rest
  }
}
