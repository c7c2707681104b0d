import { type CallAnswer, type CallInput, pathOf } from '@portolan/contract/call'
import { Problem } from '@portolan/contract/problem'
import type { Route } from '@portolan/contract/route'
import { RefusedError } from '../failure.ts'
import type { Connection } from './connection.ts'

export interface CallOptions {
  /** Version of the row that the change was made from; `*`: whatever stands there. */
  readonly ifMatch?: number | '*'
}

/** What a server refused: its sentence, which is exit 1. */
export class ApiError extends RefusedError {
  readonly code: string

  constructor(code: string, sentence: string) {
    super(sentence)
    this.code = code
  }
}

/** The API of one server. */
export class Api {
  private readonly connection: Connection
  private readonly signal: AbortSignal

  constructor(connection: Connection, signal: AbortSignal) {
    this.connection = connection
    this.signal = signal
  }

  get url(): string {
    return this.connection.url
  }

  /** Calls a route and checks that the answer is what the contract says: a server of another version is named as one. */
  async call<R extends Route>(route: R, input: CallInput<R>, { ifMatch }: CallOptions = {}): Promise<CallAnswer<R>> {
    const { body } = input as { readonly body?: unknown }
    const response = await this.send(route, pathOf(route, input), {
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(ifMatch === undefined ? {} : { 'if-match': ifMatch === '*' ? '*' : `"${ifMatch}"` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (route.answer === 'none') return undefined as CallAnswer<R>
    return this.checked(route, await response.json())
  }

  /** The bytes of a route that streams. */
  async stream<R extends Route>(route: R, input: CallInput<R>): Promise<Response> {
    return this.send(route, pathOf(route, input), {})
  }

  /** Sends a form to a route. */
  async upload<R extends Route>(route: R, input: CallInput<R>, form: FormData): Promise<CallAnswer<R>> {
    const response = await this.send(route, pathOf(route, input), { body: form })
    return this.checked(route, await response.json())
  }

  private checked<R extends Route>(route: R, body: unknown): CallAnswer<R> {
    if (typeof route.answer === 'string') return body as CallAnswer<R>
    const parsed = route.answer.safeParse(body)
    if (parsed.success) return parsed.data as CallAnswer<R>
    const [{ path, message }] = parsed.error.issues
    throw new RefusedError(
      `${this.url} answered ${route.id} in another way than this command expects (${path.join('.')}: ${message}). Are both of the same version?`,
    )
  }

  private async send(route: Route, path: string, init: RequestInit): Promise<Response> {
    const { url, token } = this.connection
    let response: Response
    try {
      response = await fetch(`${url}${path}`, {
        ...init,
        method: route.method,
        headers: { ...init.headers, authorization: `Bearer ${token}` },
        // A token is for the server it was given for, not for where that one points.
        redirect: 'error',
        signal: this.signal,
      })
    } catch (error) {
      this.signal.throwIfAborted()
      throw new RefusedError(unreachable(url, error))
    }
    if (response.ok) return response
    throw refusal(url, response.status, await response.text())
  }
}

function refusal(url: string, status: number, text: string): RefusedError {
  const problem = Problem.safeParse(parsedJson(text))
  if (!problem.success) return new RefusedError(`${url} answered ${status}, and not as Portolan does. Is it one?`)
  const { code, detail, requestId, fields = [] } = problem.data
  if (code === 'unauthenticated') {
    return new ApiError(code, `${url} does not know the token. Give another with --token or PORTOLAN_TOKEN.`)
  }
  const rest = fields.slice(1).map(({ path, expected, found }) => `\n  ${path}: ${expected}; found ${found}`)
  return new ApiError(code, `${detail}${rest.join('')}${code === 'internal' ? ` Request ${requestId}.` : ''}`)
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function unreachable(url: string, error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (code === 'ECONNREFUSED') {
    return `No server answers at ${url}. Start one with \`portolan serve\`, or say where it is with --server.`
  }
  return `${url} cannot be reached (${code || (cause instanceof Error ? cause.message : String(cause))}).`
}
