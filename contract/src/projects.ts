import {
  PROJECT_PHASES,
  PROJECT_STATUS_ACTIONS,
  PROJECT_STATUSES,
  type ProjectStatusAction,
} from '@portolan/engine/project/states'
import { z } from 'zod'
import { PageQuery, pageOf } from './paging.ts'
import { ProjectParams } from './paths.ts'
import { route } from './route.ts'

const STATUS_ACTIONS = Object.keys(PROJECT_STATUS_ACTIONS) as [ProjectStatusAction, ...ProjectStatusAction[]]
export const ProjectKey = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?$/, 'lower-case letters, digits and dashes, at most 48')

/** What the current snapshot says in a line; null before the first import. */
export const ProjectTotals = z.object({
  vms: z.int(),
  vcpus: z.number().nullable(),
  memoryGiB: z.number().nullable(),
  inUseGiB: z.number().nullable(),
  tenants: z.int().nullable(),
  risk: z.object({ green: z.int(), yellow: z.int(), red: z.int() }),
  mode: z.object({ warm_eligible: z.int(), warm_risky: z.int(), cold_required: z.int(), unknown: z.int() }),
  finish: z.string().nullable(),
  daysLate: z.number().nullable(),
  computedAt: z.iso.datetime(),
})

export const Project = z
  .object({
    id: z.uuid(),
    key: ProjectKey,
    name: z.string(),
    customer: z.string(),
    status: z.enum(PROJECT_STATUSES),
    phase: z.enum(PROJECT_PHASES),
    archived: z.boolean(),
    approvedAt: z.iso.datetime().nullable(),
    approvedBy: z.string().nullable(),
    currentSnapshotId: z.uuid().nullable(),
    totals: ProjectTotals.nullable(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    version: z.int(),
  })
  .meta({ id: 'Project' })
export type Project = z.infer<typeof Project>

const params = ProjectParams
const name = z.string().trim().min(1).max(200)

export const listProjects = route({
  id: 'projects.list',
  method: 'GET',
  path: '/projects',
  summary: 'Projects, newest first',
  permission: 'project:read',
  query: PageQuery.extend({
    search: z.string().max(200).optional().describe('In name, key or customer'),
    status: z.enum(PROJECT_STATUSES).optional(),
    archived: z.enum(['true', 'false']).default('false'),
  }),
  answer: pageOf(Project),
})

export const createProject = route({
  id: 'projects.create',
  method: 'POST',
  path: '/projects',
  summary: 'Create a project with the scenario `main`',
  permission: 'project:write',
  body: z.strictObject({
    name,
    key: ProjectKey.optional().describe('Made from the name when absent'),
    customer: z.string().trim().max(200).default(''),
  }),
  answer: Project,
  status: 201,
  versioned: true,
  problems: ['conflict'],
})

export const getProject = route({
  id: 'projects.get',
  method: 'GET',
  path: '/projects/:project',
  summary: 'One project, by id or key',
  permission: 'project:read',
  params,
  answer: Project,
  versioned: true,
  problems: ['not_found'],
})

export const updateProject = route({
  id: 'projects.update',
  method: 'PATCH',
  path: '/projects/:project',
  summary: 'Rename a project, or its customer; null clears the customer',
  permission: 'project:write',
  params,
  body: z.strictObject({ name: name.optional(), customer: z.string().trim().max(200).nullable().optional() }),
  answer: Project,
  versioned: true,
  problems: ['not_found', 'stale'],
})

export const changeProjectStatus = route({
  id: 'projects.status',
  method: 'POST',
  path: '/projects/:project/status',
  summary: 'Start, hold, complete, cancel or reopen a project',
  permission: 'project:write',
  params,
  body: z.strictObject({ action: z.enum(STATUS_ACTIONS), reason: z.string().trim().max(1000).default('') }),
  answer: Project,
  versioned: true,
  problems: ['not_found', 'wrong_state'],
})

export const approveProject = route({
  id: 'projects.approve',
  method: 'POST',
  path: '/projects/:project/approve',
  summary: 'Approve the plan of a project',
  permission: 'project:approve',
  params,
  answer: Project,
  versioned: true,
  problems: ['not_found', 'wrong_state'],
})

export const archiveProject = route({
  id: 'projects.archive',
  method: 'POST',
  path: '/projects/:project/archive',
  summary: 'Put a project away; everything is kept',
  permission: 'project:delete',
  params,
  body: z.strictObject({ archived: z.boolean().default(true) }),
  answer: Project,
  versioned: true,
  problems: ['not_found'],
})

export const REMOVALS = ['project', 'inventory', 'assessment', 'plan'] as const

export const getRemoval = route({
  id: 'projects.removal',
  method: 'GET',
  path: '/projects/:project/removal',
  summary: 'What deleting, clearing or resetting would take away; nothing is changed',
  permission: 'project:read',
  params,
  query: z.object({ of: z.enum(REMOVALS) }),
  answer: z.object({
    of: z.enum(REMOVALS),
    removes: z.array(z.object({ what: z.string(), count: z.int() })),
    keeps: z.array(z.string()),
    refused: z.string().nullable().describe('Why it is not possible now'),
  }),
  problems: ['not_found'],
})

export const resetProject = route({
  id: 'projects.reset',
  method: 'POST',
  path: '/projects/:project/reset',
  summary: 'Reset the assessment or the plan, or clear the inventory',
  permission: 'inventory:clear',
  params,
  body: z.strictObject({
    of: z.enum(['inventory', 'assessment', 'plan']),
    confirm: z.string().describe('The key of the project'),
  }),
  answer: Project,
  versioned: true,
  problems: ['not_found', 'wrong_state', 'invalid'],
})

export const deleteProject = route({
  id: 'projects.delete',
  method: 'DELETE',
  path: '/projects/:project',
  summary: 'Delete a project with everything that belongs to it',
  permission: 'project:delete',
  params,
  query: z.object({ confirm: z.string().describe('The key of the project') }),
  answer: 'none',
  status: 204,
  problems: ['not_found', 'stale', 'invalid'],
})

export const projectHistory = route({
  id: 'projects.history',
  method: 'GET',
  path: '/projects/:project/history',
  summary: 'How status and phase moved, newest first',
  permission: 'project:read',
  params,
  query: PageQuery,
  answer: pageOf(
    z.object({
      id: z.uuid(),
      field: z.enum(['status', 'phase']),
      event: z.string(),
      from: z.string(),
      to: z.string(),
      reason: z.string(),
      actorName: z.string(),
      at: z.iso.datetime(),
    }),
  ),
  problems: ['not_found'],
})
