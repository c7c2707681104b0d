import { z } from 'zod'
import { PageQuery, pageOf } from './paging.ts'
import { route } from './route.ts'

export const JOB_STATES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const

export const Job = z
  .object({
    id: z.uuid(),
    projectId: z.uuid().nullable(),
    kind: z.string(),
    state: z.enum(JOB_STATES),
    attempt: z.int(),
    phase: z.string().describe('What is being done, in words'),
    done: z.number(),
    total: z.number().describe('0: nobody knows'),
    ratePerSecond: z.number().nullable().describe('Of `done`, since the phase began'),
    secondsLeft: z.number().nullable(),
    cancelRequested: z.boolean(),
    result: z.unknown().nullable(),
    error: z.object({ code: z.string(), message: z.string() }).nullable(),
    log: z.array(z.object({ at: z.iso.datetime(), text: z.string() })),
    actorName: z.string(),
    createdAt: z.iso.datetime(),
    startedAt: z.iso.datetime().nullable(),
    finishedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Job' })
export type Job = z.infer<typeof Job>

const params = z.object({ job: z.uuid() })

export const listJobs = route({
  id: 'jobs.list',
  method: 'GET',
  path: '/jobs',
  summary: 'Jobs, newest first',
  permission: 'job:read',
  query: PageQuery.extend({
    project: z.string().max(100).optional().describe('Key or id of a project'),
    state: z.enum(JOB_STATES).optional(),
  }),
  answer: pageOf(Job),
})

export const getJob = route({
  id: 'jobs.get',
  method: 'GET',
  path: '/jobs/:job',
  summary: 'One job: phase, progress, log, result',
  permission: 'job:read',
  params,
  answer: Job,
  problems: ['not_found'],
})

export const jobEvents = route({
  id: 'jobs.events',
  method: 'GET',
  path: '/jobs/:job/events',
  summary: 'The job as it goes on, as server-sent events; ends with the job',
  permission: 'job:read',
  params,
  answer: 'stream',
  problems: ['not_found'],
})

export const cancelJob = route({
  id: 'jobs.cancel',
  method: 'POST',
  path: '/jobs/:job/cancel',
  summary: 'Ask a job to stop; what it did is undone',
  permission: 'job:cancel',
  params,
  answer: Job,
  problems: ['not_found', 'wrong_state'],
})
