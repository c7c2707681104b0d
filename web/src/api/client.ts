import type { Route, RouteAnswer } from '@portolan/contract/route'
import type { z } from 'zod'
import { noteReachable } from './connection.ts'
import { offlineProblem, problemOfAnswer } from './problem.ts'

type Given<T> = T extends z.ZodType ? z.input<T> : undefined
type Needed<Key extends string, T> = undefined extends T
  ? { readonly [K in Key]?: undefined }
  : Record<never, never> extends T
    ? { readonly [K in Key]?: T }
    : { readonly [K in Key]: T }

/** What a call of a route takes: parts the route does not have are not allowed, parts with defaults may be left out. */
export type CallInput<R extends Route> = Needed<'params', Given<R['params']>> &
  Needed<'query', Given<R['query']>> &
  Needed<'body', Given<R['body']>> & {
    /** Version of the row the change was made from; sent as If-Match. `'*'`: whatever stands there. */
    readonly ifMatch?: number | '*'
    readonly signal?: AbortSignal
  }

/** The answer of a route; undefined where it answers 204. */
export type Answer<R extends Route> = R['answer'] extends 'none' ? undefined : RouteAnswer<R>

const BASE = '/api/v1'

/**
 * Calls a route of the contract. Throws `ApiProblem` with the server's code, sentence and request id; code `offline` when
 * no answer came. Routes that stream bytes are not called but linked to: `urlOf`.
 */
export async function call<R extends Route>(route: R, input: CallInput<R>): Promise<Answer<R>> {
  const { params, query, body, ifMatch, signal } = input as LooseInput
  const headers: Record<string, string> = { accept: 'application/json' }
  if (body !== undefined) headers['content-type'] = 'application/json'
  if (ifMatch !== undefined) headers['if-match'] = ifMatch === '*' ? '*' : `"${ifMatch}"`
  const response = await send(urlOf(route, { params, query } as unknown as CallInput<R>), {
    method: route.method,
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
    signal,
  })
  if (route.answer === 'none') return undefined as Answer<R>
  return (await response.json()) as Answer<R>
}

interface LooseInput {
  readonly params?: Readonly<Record<string, unknown>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
  readonly ifMatch?: number | '*'
  readonly signal?: AbortSignal
}

/** The address of a route, for links, downloads and event streams. */
export function urlOf<R extends Route>(route: R, input: CallInput<R>): string {
  const { params = {}, query = {} } = input as LooseInput
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(key, String(value))
  }
  const text = search.toString()
  return `${BASE}${path}${text ? `?${text}` : ''}`
}

/** A request whose answer is read as it comes: facts, canonical plans. */
export async function send(url: string, init: RequestInit = {}): Promise<Response> {
  let response: Response
  try {
    response = await fetch(url, { credentials: 'same-origin', ...init })
  } catch (error) {
    if (init.signal?.aborted) throw error
    noteReachable(false)
    throw offlineProblem()
  }
  noteReachable(true)
  if (response.ok || response.status === 304) return response
  throw problemOfAnswer(response.status, await response.text(), response.headers.get('x-request-id'))
}
