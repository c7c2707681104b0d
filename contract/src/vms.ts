import { z } from 'zod'
import { MOST_ROWS } from './paging.ts'
import { ProjectParams } from './paths.ts'
import { route } from './route.ts'

export const VM_STATUSES = ['not_started', 'assigned', 'in_progress', 'migrated', 'failed', 'skipped'] as const

/** One row of the VM table. What the export did not tell is null. */
export const VmRow = z
  .object({
    id: z.uuid(),
    name: z.string(),
    vcenter: z.string(),
    moref: z.string(),
    powerState: z.enum(['poweredOn', 'poweredOff', 'suspended', 'unknown']),
    tenant: z.string(),
    orgVdc: z.string(),
    datacenter: z.string(),
    cluster: z.string(),
    host: z.string(),
    osFamily: z.enum(['windows', 'linux', 'other', 'unknown']),
    os: z.string(),
    osSupport: z.enum(['supported', 'paid_only', 'ended', 'unknown']),
    vcpus: z.number().nullable(),
    cpuUsagePct: z.number().nullable(),
    memoryGiB: z.number().nullable(),
    memoryUsagePct: z.number().nullable(),
    disks: z.number().nullable(),
    diskCapacityGiB: z.number().nullable(),
    usedGiB: z.number().nullable(),
    nics: z.number().nullable(),
    snapshots: z.number().nullable(),
    networks: z.string().describe('Names, comma separated'),
    ip: z.string(),
    dnsName: z.string(),
    risk: z.enum(['GREEN', 'YELLOW', 'RED']),
    score: z.number(),
    mode: z.enum(['warm_eligible', 'warm_risky', 'cold_required', 'unknown']),
    modeOverride: z.enum(['warm', 'cold']).nullable(),
    effectiveMode: z.enum(['warm', 'cold']),
    findings: z.int(),
    status: z.enum(VM_STATUSES),
    excluded: z.boolean(),
    priority: z.int(),
    copyHours: z.number().nullable(),
    cutoverHours: z.number().nullable(),
    downtimeHours: z.number().nullable(),
    copyStart: z.iso.datetime().nullable(),
    cutoverStart: z.iso.datetime().nullable(),
    cutoverEnd: z.iso.datetime().nullable(),
  })
  .meta({ id: 'VmRow' })
export type VmRow = z.infer<typeof VmRow>
export const VM_COLUMNS = Object.keys(VmRow.shape) as (keyof VmRow)[]

/** Several values of one filter are comma separated and mean "any of them"; numbers take `min..max`, either end open, or `min..<max` without the max itself. */
const any = z.string().max(4000).optional()
const range = z
  .string()
  .regex(/^-?[\d.]*\.\.(<?-?[\d.]+)?$/, 'a range as min..max or min..<max, either end may be missing')
  .optional()

export const VmFilter = z.object({
  search: z.string().max(200).optional().describe('In name, DNS name, IP address'),
  power: any,
  tenant: any,
  cluster: any,
  host: any,
  datacenter: any,
  vcenter: any,
  osFamily: any,
  os: any,
  osSupport: any,
  risk: any,
  mode: any,
  effectiveMode: any,
  status: any,
  network: any,
  rule: any.describe('VMs on which any of these rules fired'),
  excluded: z.enum(['true', 'false']).optional(),
  day: z.iso.date().optional().describe('Cut over on this day'),
  vcpus: range,
  memoryGiB: range,
  diskCapacityGiB: range,
  usedGiB: range,
  score: range,
})
export type VmFilter = z.infer<typeof VmFilter>

export const SORTS = VM_COLUMNS.flatMap((column) => [column, `-${column}` as const])

export const listVms = route({
  id: 'vms.list',
  method: 'GET',
  path: '/projects/:project/vms',
  summary: 'VMs of the current snapshot, filtered and sorted, by position',
  permission: 'project:read',
  params: ProjectParams,
  query: VmFilter.extend({
    sort: z.string().max(100).default('name').describe('A column, with `-` in front for descending'),
    offset: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(MOST_ROWS).default(100),
    fields: z.string().max(2000).optional().describe('Columns, comma separated; absent: all'),
  }),
  answer: z.object({
    rows: z.array(VmRow.partial()),
    offset: z.int(),
    total: z.int().describe('VMs that the filter keeps'),
    sums: z.object({
      vcpus: z.number(),
      memoryGiB: z.number(),
      diskCapacityGiB: z.number(),
      usedGiB: z.number(),
      copyHours: z.number(),
      downtimeHours: z.number(),
    }),
  }),
  problems: ['not_found', 'invalid'],
})

export const vmFacets = route({
  id: 'vms.facets',
  method: 'GET',
  path: '/projects/:project/vms/facets',
  summary: 'For each filter its values with the number of VMs, under the other filters',
  permission: 'project:read',
  params: ProjectParams,
  query: VmFilter,
  answer: z.object({
    total: z.int(),
    facets: z.record(z.string(), z.array(z.object({ value: z.string(), vms: z.int() }))),
  }),
  problems: ['not_found'],
})

const Cell = z.object({ file: z.string(), sheet: z.string(), header: z.string(), address: z.string() })
const vmParams = ProjectParams.extend({ vm: z.uuid() })

/** Everything of one VM: parts, findings with remedy, times with formula, the cells they came from. */
export const VmDetail = z.object({
  row: VmRow,
  system: z.object({
    label: z.string(),
    evidence: z.string(),
    doubt: z.string(),
    standardEnd: z.string().nullable(),
    paidEnd: z.string().nullable(),
    targets: z.record(z.string(), z.object({ support: z.string(), note: z.string() })),
  }),
  hardware: z.array(z.object({ label: z.string(), value: z.string(), cell: Cell.nullable() })),
  disks: z.array(
    z.object({
      label: z.string(),
      capacityGiB: z.number().nullable(),
      thin: z.boolean().nullable(),
      datastore: z.string(),
      controller: z.string(),
      mode: z.string(),
      path: z.string(),
    }),
  ),
  nics: z.array(
    z.object({
      label: z.string(),
      adapter: z.string(),
      network: z.string(),
      connected: z.boolean().nullable(),
      mac: z.string(),
      ipv4: z.string(),
      ipv6: z.string(),
    }),
  ),
  partitions: z.array(
    z.object({
      name: z.string(),
      capacityGiB: z.number().nullable(),
      usedGiB: z.number().nullable(),
      usedPct: z.number().nullable(),
    }),
  ),
  snapshots: z.array(
    z.object({
      name: z.string(),
      description: z.string(),
      createdAt: z.iso.datetime().nullable(),
      sizeGiB: z.number().nullable(),
    }),
  ),
  findings: z.array(
    z.object({
      rule: z.string(),
      title: z.string(),
      severity: z.enum(['critical', 'warning', 'info']),
      weight: z.number(),
      counted: z.boolean(),
      accepted: z.boolean(),
      meaning: z.string(),
      remedy: z.string(),
      cells: z.array(Cell.extend({ value: z.string() })),
    }),
  ),
  modeReasons: z.array(z.string()),
  times: z.array(z.object({ label: z.string(), value: z.string(), formula: z.string(), inputs: z.string() })),
  why: z.string().describe('Why it is scheduled when it is'),
  decision: z.object({
    status: z.enum(VM_STATUSES),
    statusNote: z.string(),
    modeOverride: z.enum(['warm', 'cold']).nullable(),
    excluded: z.boolean(),
    excludeReason: z.string(),
    priority: z.int(),
    fixMinutes: z.number().nullable(),
    version: z.int(),
  }),
  raw: z.array(z.object({ header: z.string(), value: z.string() })).describe('The row of vInfo as it was written'),
})
export type VmDetail = z.infer<typeof VmDetail>

export const getVm = route({
  id: 'vms.get',
  method: 'GET',
  path: '/projects/:project/vms/:vm',
  summary: 'One VM with all its parts, findings, times and raw cells',
  permission: 'project:read',
  params: vmParams,
  answer: VmDetail,
  problems: ['not_found'],
})

export const VmDecisionChange = z.strictObject({
  status: z.enum(VM_STATUSES).optional(),
  statusNote: z.string().trim().max(2000).nullable().optional(),
  modeOverride: z.enum(['warm', 'cold']).nullable().optional(),
  excluded: z.boolean().optional(),
  excludeReason: z.string().trim().max(1000).nullable().optional(),
  priority: z.int().min(1).max(999).nullable().optional(),
  fixMinutes: z.number().min(0).max(100_000).nullable().optional(),
})
export type VmDecisionChange = z.infer<typeof VmDecisionChange>

export const updateVm = route({
  id: 'vms.update',
  method: 'PATCH',
  path: '/projects/:project/vms/:vm',
  summary: 'Decide about one VM: status, mode, exclusion, priority, fix time; null clears',
  permission: 'plan:write',
  params: vmParams,
  body: VmDecisionChange,
  answer: VmRow,
  problems: ['not_found', 'wrong_state', 'invalid'],
})

export const updateVms = route({
  id: 'vms.bulk',
  method: 'POST',
  path: '/projects/:project/vms/bulk',
  summary: 'Decide about many VMs at once; `preview` says how many would change and which are refused',
  permission: 'plan:write',
  params: ProjectParams,
  body: z.strictObject({
    ids: z.array(z.uuid()).max(100_000).optional(),
    filter: VmFilter.optional().describe('Instead of ids: every VM that the filter keeps'),
    change: VmDecisionChange,
    preview: z.boolean().default(false),
  }),
  answer: z.object({
    changed: z.int(),
    unchanged: z.int(),
    refused: z.array(z.object({ id: z.uuid(), name: z.string(), reason: z.string() })),
    undo: z
      .array(z.object({ ids: z.array(z.uuid()), change: VmDecisionChange }))
      .describe('Changes that take this one back'),
  }),
  problems: ['not_found', 'invalid'],
})
