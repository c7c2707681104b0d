import { type CallAnswer, pathOf, type CallInput as RouteInput } from '@portolan/contract/call'
import type { Route } from '@portolan/contract/route'
import { noteReachable } from './connection.ts'
import { offlineProblem, problemOfAnswer } from './problem.ts'

/** What a call of a route takes here. */
export type CallInput<R extends Route> = RouteInput<R> & {
  /** Version of the row the change was made from; sent as If-Match. `'*'`: whatever stands there. */
  readonly ifMatch?: number | '*'
  readonly signal?: AbortSignal
}

/** The answer of a route; undefined where it answers 204. */
export type Answer<R extends Route> = CallAnswer<R>

/**
 * Calls a route of the contract. Throws `ApiProblem` with the server's code, sentence and request id; code `offline` when
 * no answer came. Routes that stream bytes are not called but linked to: `pathOf`.
 */
export async function call<R extends Route>(route: R, input: CallInput<R>): Promise<Answer<R>> {
  const { body, ifMatch, signal } = input as LooseInput
  const headers: Record<string, string> = { accept: 'application/json' }
  if (body !== undefined) headers['content-type'] = 'application/json'
  if (ifMatch !== undefined) headers['if-match'] = ifMatch === '*' ? '*' : `"${ifMatch}"`
  const response = await send(pathOf(route, input), {
    method: route.method,
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
    signal,
  })
  if (route.answer === 'none') return undefined as Answer<R>
  return (await response.json()) as Answer<R>
}

interface LooseInput {
  readonly body?: unknown
  readonly ifMatch?: number | '*'
  readonly signal?: AbortSignal
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
