import { z } from 'zod'

/** Stable codes of refusals and the status each is answered with. */
export const PROBLEM_STATUS = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  wrong_state: 409,
  stale: 412,
  too_large: 413,
  unsupported_type: 415,
  invalid: 422,
  too_many_requests: 429,
  internal: 500,
  unavailable: 503,
} as const
export type ProblemCode = keyof typeof PROBLEM_STATUS
export const PROBLEM_CODES = Object.keys(PROBLEM_STATUS) as [ProblemCode, ...ProblemCode[]]

/** RFC 9457 problem details with what a person needs to go on. */
export const Problem = z
  .object({
    type: z.string().describe('`urn:portolan:problem:` and the code'),
    title: z.string(),
    status: z.int(),
    code: z.enum(PROBLEM_CODES),
    detail: z.string().describe('One sentence: what was expected, what was found, what to do'),
    requestId: z.string(),
    fields: z
      .array(z.object({ path: z.string(), expected: z.string(), found: z.string() }))
      .optional()
      .describe('Which fields were refused'),
    missingPermission: z.string().optional(),
    changedBy: z.string().optional().describe('Who changed what was to be changed, since it was read'),
    changedAt: z.iso.datetime().optional(),
    allowedFrom: z.array(z.string()).optional().describe('States in which the action is allowed'),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof Problem>
