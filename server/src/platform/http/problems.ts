import { PROBLEM_STATUS, type Problem, type ProblemCode } from '@portolan/contract/problem'
import type { FastifyError } from 'fastify'
import type { z } from 'zod'
import { CodedError } from '../errors.ts'

const TITLES: Record<ProblemCode, string> = {
  malformed: 'The request cannot be read',
  unauthenticated: 'Not signed in',
  forbidden: 'Not allowed',
  not_found: 'Not found',
  conflict: 'Already taken',
  wrong_state: 'Not in this state',
  stale: 'Changed by somebody else',
  too_large: 'Too large',
  unsupported_type: 'Unsupported type',
  invalid: 'Invalid',
  too_many_requests: 'Too many requests',
  internal: 'Internal error',
  unavailable: 'Not available',
}

/** Turns whatever was thrown into problem details; what nobody foresaw tells nothing of its inside. */
export function problemOf(error: unknown, requestId: string): Problem {
  if (error instanceof CodedError) {
    const { code, message, extras } = error
    return problem(code, message, requestId, {
      ...(extras.fields?.length ? { fields: [...extras.fields] } : {}),
      ...(extras.missingPermission ? { missingPermission: extras.missingPermission } : {}),
      ...(extras.allowedFrom ? { allowedFrom: [...extras.allowedFrom] } : {}),
      ...(extras.changed ? { changedBy: extras.changed.by, changedAt: extras.changed.at.toISOString() } : {}),
    })
  }
  const status = (error as FastifyError).statusCode ?? 500
  const message = error instanceof Error ? error.message : String(error)
  if (status === 413)
    return problem('too_large', `${message}. Send less, or raise the limit in the configuration.`, requestId)
  if (status === 415) return problem('unsupported_type', message, requestId)
  if (status === 429) return problem('too_many_requests', message, requestId)
  if (status === 404) return problem('not_found', message, requestId)
  if (status >= 400 && status < 500) return problem('malformed', message, requestId)
  return problem('internal', `Something broke inside Portolan. Its log names this request: ${requestId}.`, requestId)
}

function problem(code: ProblemCode, detail: string, requestId: string, extras: Partial<Problem> = {}): Problem {
  return {
    type: `urn:portolan:problem:${code}`,
    title: TITLES[code],
    status: PROBLEM_STATUS[code],
    code,
    detail,
    requestId,
    ...extras,
  }
}

/** What zod refused, as one sentence and the fields behind it. */
export function refusalOf(where: string, error: z.ZodError, value: unknown): CodedError {
  const fields = error.issues.map((issue) => ({
    path: [where, ...issue.path.map(String)].join('.'),
    expected: issue.message,
    found: shown(
      issue.path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], value),
    ),
  }))
  const [first] = fields
  const more = fields.length > 1 ? ` (and ${fields.length - 1} more)` : ''
  return new CodedError('invalid', `${first.path}: ${first.expected}; found ${first.found}${more}`, { fields })
}

const MOST_SHOWN = 80

function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = JSON.stringify(value) ?? String(value)
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text
}
