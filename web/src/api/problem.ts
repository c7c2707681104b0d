import type { Problem, ProblemCode } from '@portolan/contract/problem'

type Refusal = Pick<Problem, 'title' | 'status' | 'detail'> &
  Partial<Omit<Problem, 'code'>> & { readonly code: ApiProblem['code'] }

/** What the server refused, or what kept the request from it: one sentence, a code, and the id that its log knows. */
export class ApiProblem extends Error {
  readonly code: ProblemCode | 'offline' | 'unreadable'
  /** HTTP status; 0 when no answer came. */
  readonly status: number
  readonly title: string
  readonly requestId: string | null
  readonly fields: NonNullable<Problem['fields']>
  readonly missingPermission: string | null
  readonly allowedFrom: readonly string[]
  /** Who was faster, where the server refused because somebody was. */
  readonly changedBy: string | null

  constructor(problem: Refusal) {
    super(problem.detail)
    this.name = 'ApiProblem'
    this.code = problem.code
    this.status = problem.status
    this.title = problem.title
    this.requestId = problem.requestId ?? null
    this.fields = problem.fields ?? []
    this.missingPermission = problem.missingPermission ?? null
    this.allowedFrom = problem.allowedFrom ?? []
    this.changedBy = problem.changedBy ?? null
  }
}

export const isSignedOut = (error: unknown): boolean => error instanceof ApiProblem && error.code === 'unauthenticated'

export function offlineProblem(): ApiProblem {
  return new ApiProblem({
    code: 'offline',
    status: 0,
    title: 'The server does not answer',
    detail: 'Nothing was changed. Portolan tries again by itself and goes on when the server is back.',
  })
}

/** Problem details of a refused answer, or the nearest thing when something in between answered. */
export function problemOfAnswer(status: number, text: string, requestId: string | null): ApiProblem {
  try {
    const body = JSON.parse(text) as Problem
    if (typeof body.code === 'string' && typeof body.detail === 'string') return new ApiProblem(body)
  } catch {
    // Not JSON: a proxy's page.
  }
  return new ApiProblem({
    code: 'unreadable',
    status,
    title: `The answer cannot be read (HTTP ${status})`,
    detail: 'Something between this page and Portolan answered in its place. Try again, or ask who runs the server.',
    requestId: requestId ?? undefined,
  })
}
