import type { z } from 'zod'
import type { Route, RouteAnswer } from './route.ts'

type Given<T> = T extends z.ZodType ? z.input<T> : undefined
type Needed<Key extends string, T> = undefined extends T
  ? { readonly [K in Key]?: undefined }
  : Record<never, never> extends T
    ? { readonly [K in Key]?: T }
    : { readonly [K in Key]: T }

/** What a client gives a route: parts the route does not have are not allowed, parts with defaults may be left out. */
export type CallInput<R extends Route> = Needed<'params', Given<R['params']>> &
  Needed<'query', Given<R['query']>> &
  Needed<'body', Given<R['body']>>

/** The answer of a route; undefined where it answers 204. */
export type CallAnswer<R extends Route> = R['answer'] extends 'none' ? undefined : RouteAnswer<R>

const BASE = '/api/v1'

/** Path and query of a call, below the origin of the server. */
export function pathOf<R extends Route>(route: R, input: CallInput<R>): string {
  const { params = {}, query = {} } = input as {
    readonly params?: Readonly<Record<string, unknown>>
    readonly query?: Readonly<Record<string, unknown>>
  }
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`)
  return `${BASE}${path}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`
}
