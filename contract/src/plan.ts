import { VmDecision } from '@portolan/engine/schedule/vm-decision'
import { ClusterScope, TenantFilter } from '@portolan/engine/scope/scope-decisions'
import { TenantDecision } from '@portolan/engine/tenancy/tenant-decision'
import { TenantKey } from '@portolan/engine/tenancy/tenant-key'
import { z } from 'zod'
import { TenantRow } from './inventory.ts'
import { Job } from './jobs.ts'
import { ProjectParams } from './paths.ts'
import { route } from './route.ts'

const nullable = z.number().nullable()

export const PlanAnswer = z.object({
  computedAt: z.iso.datetime(),
  bandwidth: z.object({
    constraints: z.array(z.object({ name: z.string(), rateMbps: nullable, formula: z.string(), assumed: z.string() })),
    bottleneck: z.string(),
    bottleneckMbps: z.number(),
    efficiency: z.number(),
    effectiveMbps: z.number(),
    effectiveGiBPerHour: z.number(),
  }),
  agents: z.object({
    recommended: z.number(),
    configured: z.number(),
    slots: z.number(),
    vmsPerAgentPerDay: z.number(),
    vcpuPerAgent: z.number(),
    ramGiBPerAgent: z.number(),
    diskGiBPerAgent: z.number(),
    estimatedDays: nullable,
    cycleHours: z.number(),
    reasons: z.array(z.string()),
  }),
  totals: z.object({
    vms: z.int(),
    warmVms: z.int(),
    coldVms: z.int(),
    totalHours: z.number(),
    copyGiB: z.number(),
    downtimeHours: z.number(),
    fixHours: z.number(),
    cutoverHours: z.number(),
    days: z.int(),
  }),
  deadline: z.object({
    start: z.iso.date(),
    finish: z.iso.date().nullable(),
    deadline: z.iso.date(),
    daysLate: nullable,
    met: z.boolean(),
    utilisationPct: z.number(),
    availableHours: z.number(),
    neededDays: z.number(),
    overrunDays: z.number(),
  }),
  days: z.array(
    z.object({
      date: z.iso.date(),
      number: z.int(),
      start: z.iso.datetime(),
      end: z.iso.datetime(),
      migrated: z.int(),
      active: z.int(),
      transferGiB: z.number(),
      linkUse: z.number(),
      coldVms: z.int(),
      warmVms: z.int(),
      downtimeHours: z.number(),
    }),
  ),
  tenants: z.array(TenantRow),
  excluded: z.object({ vms: z.int() }),
  unscheduled: z.array(z.object({ id: z.uuid(), name: z.string(), reason: z.string() })),
})
export type PlanAnswer = z.infer<typeof PlanAnswer>

export const getPlan = route({
  id: 'plan.get',
  method: 'GET',
  path: '/projects/:project/plan',
  summary: 'The plan of the scenario `main`: bottleneck, agents, totals, deadline, days, tenants',
  permission: 'project:read',
  params: ProjectParams,
  answer: PlanAnswer,
  problems: ['not_found', 'wrong_state'],
})

export const getPlanInput = route({
  id: 'plan.input',
  method: 'GET',
  path: '/projects/:project/plan-input',
  summary: 'Everything but the exports that the plan is made from (portolan.plan-input/1), for `portolan plan --input`',
  permission: 'project:read',
  params: ProjectParams,
  answer: 'stream',
  problems: ['not_found', 'wrong_state'],
})

export const PlanGivens = z.object({
  snapshotId: z.uuid(),
  day: z.iso.date().describe('Day of the newest export: where a plan without a start date begins'),
  asOf: z.iso.datetime(),
  zone: z.object({
    zone: z.string(),
    offsetMinutes: z.number(),
    transitions: z.array(z.object({ at: z.number().describe('Milliseconds since 1970'), offsetMinutes: z.number() })),
  }),
  decisions: z.array(z.object({ row: z.int(), decision: VmDecision })).describe('By row of the facts'),
  vcenters: z.array(z.object({ uuid: z.string(), server: z.string() })).describe('By the index that facts name'),
  tenants: z.array(TenantDecision),
  vmTenants: z.array(z.object({ row: z.int(), tenant: TenantKey })).describe('VMs that were moved by hand'),
  tenantFilters: z.array(TenantFilter),
  clusterScope: z.array(ClusterScope).describe('Clusters that are out of scope'),
  accepted: z.array(z.object({ rule: z.string(), rows: z.array(z.int()).nullable().describe('null: on every VM') })),
})
export type PlanGivens = z.infer<typeof PlanGivens>

export const getPlanGivens = route({
  id: 'plan.givens',
  method: 'GET',
  path: '/projects/:project/plan-givens',
  summary: 'Clock and decisions: with the facts and the settings all that the plan is made from',
  permission: 'project:read',
  params: ProjectParams,
  answer: PlanGivens,
  problems: ['not_found', 'wrong_state'],
})

export const getCanonicalPlan = route({
  id: 'plan.canonical',
  method: 'GET',
  path: '/projects/:project/plan.json',
  summary: 'The canonical plan (portolan.plan/1), byte for byte what the command line computes',
  permission: 'project:read',
  params: ProjectParams,
  answer: 'stream',
  problems: ['not_found', 'wrong_state'],
})

export const assessProject = route({
  id: 'plan.assess',
  method: 'POST',
  path: '/projects/:project/assess',
  summary: 'Assess and plan the current snapshot again',
  permission: 'plan:write',
  params: ProjectParams,
  answer: PlanAnswer,
  problems: ['not_found', 'wrong_state'],
})

export const EXPORT_FORMATS = ['xlsx', 'pdf', 'csv', 'json'] as const

export const createExport = route({
  id: 'exports.create',
  method: 'POST',
  path: '/projects/:project/exports',
  summary: 'Write the reports of the plan; a job does it',
  permission: 'export:create',
  params: ProjectParams,
  body: z.strictObject({
    formats: z
      .array(z.enum(EXPORT_FORMATS))
      .min(1)
      .default([...EXPORT_FORMATS]),
  }),
  answer: Job,
  status: 202,
  problems: ['not_found', 'wrong_state'],
})

export const downloadExport = route({
  id: 'exports.download',
  method: 'GET',
  path: '/projects/:project/exports/:job/:file',
  summary: 'A file that an export job wrote',
  permission: 'export:create',
  params: ProjectParams.extend({ job: z.uuid(), file: z.string().max(200) }),
  answer: 'stream',
  problems: ['not_found'],
})
