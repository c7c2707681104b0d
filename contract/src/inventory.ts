import { z } from 'zod'
import { ProjectParams } from './paths.ts'
import { route } from './route.ts'

const nullable = z.number().nullable()
const list = <T extends z.ZodType>(row: T) => z.object({ rows: z.array(row) })
const lists = (id: string, path: string, summary: string) => ({
  id,
  method: 'GET' as const,
  path: `/projects/:project/${path}`,
  summary,
  permission: 'project:read' as const,
  params: ProjectParams,
  problems: ['not_found'] as const,
})

export const HostRow = z.object({
  name: z.string(),
  vcenter: z.string(),
  datacenter: z.string(),
  cluster: z.string(),
  cpuModel: z.string(),
  esxVersion: z.string(),
  vendor: z.string(),
  model: z.string(),
  sockets: nullable,
  cores: nullable,
  speedMHz: nullable,
  memoryGiB: nullable,
  cpuUsagePct: nullable,
  memoryUsagePct: nullable,
  vms: z.int(),
  maintenance: z.boolean().nullable(),
})
export const ClusterRow = z.object({
  name: z.string(),
  vcenter: z.string(),
  datacenter: z.string(),
  hosts: nullable,
  cores: nullable,
  cpuMHz: nullable,
  memoryGiB: nullable,
  haEnabled: z.boolean().nullable(),
  drsEnabled: z.boolean().nullable(),
  vms: z.int(),
  vcpus: z.number(),
  vmMemoryGiB: z.number(),
})
export const DatastoreRow = z.object({
  name: z.string(),
  vcenter: z.string(),
  type: z.string(),
  capacityGiB: nullable,
  provisionedGiB: nullable,
  inUseGiB: nullable,
  freeGiB: nullable,
  hosts: nullable,
  vms: z.int(),
})
export const NetworkRow = z.object({
  name: z.string(),
  vcenter: z.string(),
  kind: z.string(),
  vlan: z.string(),
  vlanFrom: z.string(),
  switches: z.array(z.string()),
  vms: z.int(),
  poweredOnVms: z.int(),
  adapters: z.int(),
})
export const TenantRow = z.object({
  name: z.string(),
  orgVdc: z.string(),
  method: z.string(),
  vms: z.int(),
  vcpus: z.number(),
  memoryGiB: z.number(),
  diskCapacityGiB: z.number(),
  usedGiB: z.number(),
  warm: z.int(),
  cold: z.int(),
  green: z.int(),
  yellow: z.int(),
  red: z.int(),
  copyHours: z.number(),
  downtimeHours: z.number(),
  firstDay: z.iso.date().nullable(),
  lastDay: z.iso.date().nullable(),
})

export const listHosts = route({
  ...lists('hosts.list', 'hosts', 'Hosts of the current snapshot'),
  answer: list(HostRow),
})
export const listClusters = route({
  ...lists('clusters.list', 'clusters', 'Clusters of the current snapshot'),
  answer: list(ClusterRow),
})
export const listDatastores = route({
  ...lists('datastores.list', 'datastores', 'Datastores of the current snapshot'),
  answer: list(DatastoreRow),
})
export const listNetworks = route({
  ...lists('networks.list', 'networks', 'Networks that VMs hang on'),
  answer: list(NetworkRow),
})
export const listTenants = route({
  ...lists('tenants.list', 'tenants', 'Owners of VMs, as detected'),
  answer: list(TenantRow),
})

const Share = z.object({ key: z.string(), label: z.string(), vms: z.int() })

/** What the overview draws. Each share carries the key that filters the VM table. */
export const Stats = z.object({
  counts: z.record(z.string(), nullable),
  asOf: z.iso.datetime(),
  risk: z.array(Share),
  mode: z.array(Share),
  power: z.array(Share),
  osFamilies: z.array(Share),
  systems: z.array(
    Share.extend({
      family: z.string(),
      support: z.string(),
      standardEnd: z.string().nullable(),
      paidEnd: z.string().nullable(),
    }),
  ),
  sizes: z.array(Share.extend({ fromGiB: z.number(), toGiB: nullable })),
  clusters: z.array(ClusterRow),
  tenants: z.array(Share),
  largest: z.array(z.object({ id: z.uuid(), name: z.string(), usedGiB: z.number(), risk: z.string(), os: z.string() })),
  findings: z.array(z.object({ rule: z.string(), title: z.string(), severity: z.string(), vms: z.int() })),
  next: z
    .array(z.object({ text: z.string(), page: z.string(), filter: z.record(z.string(), z.string()) }))
    .describe('What to do next'),
})
export type Stats = z.infer<typeof Stats>

export const getStats = route({
  ...lists('stats.get', 'stats', 'Totals and distributions of the current snapshot'),
  answer: Stats,
})

export const getFacts = route({
  ...lists('facts.get', 'facts', 'Columnar facts of the current snapshot, gzip, for the browser’s engine'),
  answer: 'stream',
})
