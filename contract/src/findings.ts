import { z } from 'zod'
import { ProjectParams } from './paths.ts'
import { route } from './route.ts'

export const RuleFinding = z.object({
  rule: z.string(),
  category: z.string(),
  title: z.string(),
  severity: z.enum(['critical', 'warning', 'info']),
  weight: z.number(),
  enabled: z.boolean(),
  vms: z.int(),
  accepted: z.int(),
  meaning: z.string(),
  remedy: z.string(),
  source: z.string(),
})

export const listFindings = route({
  id: 'findings.list',
  method: 'GET',
  path: '/projects/:project/findings',
  summary: 'Rules that fired, with counts and remedy, and those whose input is missing',
  permission: 'project:read',
  params: ProjectParams,
  answer: z.object({
    rows: z.array(RuleFinding),
    notEvaluated: z.array(z.object({ rule: z.string(), title: z.string(), missing: z.array(z.string()) })),
  }),
  problems: ['not_found'],
})

/** A risk that somebody accepted, on some VMs or with null on all. */
export const Acceptance = z.object({ vms: z.array(z.uuid()).nullable(), reason: z.string() })
export type Acceptance = z.infer<typeof Acceptance>

const before = z
  .array(Acceptance)
  .describe('Every acceptance of the rule as it stood before: withdraw all and accept these to take the change back')

export const acceptFinding = route({
  id: 'findings.accept',
  method: 'POST',
  path: '/projects/:project/findings/:rule/accept',
  summary: 'Accept a risk on some VMs or on all: it stays listed and adds no weight and no floor',
  permission: 'plan:write',
  params: ProjectParams.extend({ rule: z.string().max(100) }),
  body: z.strictObject({
    vms: z.array(z.uuid()).max(100_000).nullable().describe('null: every VM, also of later imports'),
    reason: z.string().trim().min(3).max(2000),
  }),
  answer: z.object({ accepted: z.int(), before }),
  problems: ['not_found', 'invalid'],
})

export const withdrawAcceptance = route({
  id: 'findings.withdraw',
  method: 'POST',
  path: '/projects/:project/findings/:rule/withdraw',
  summary: 'Take an acceptance back',
  permission: 'plan:write',
  params: ProjectParams.extend({ rule: z.string().max(100) }),
  body: z.strictObject({ vms: z.array(z.uuid()).max(100_000).nullable() }),
  answer: z.object({ withdrawn: z.int(), before }),
  problems: ['not_found'],
})
