import { VM_COLUMNS, type VmRow } from '@portolan/contract/vms'
import { MIGRATION_MODES, RISK_CATEGORIES } from '@portolan/engine/assessment/assessment'
import { OS_FAMILIES } from '@portolan/engine/assessment/os/guest-os'
import { LIFECYCLE_STATUSES, lifecycleStatus } from '@portolan/engine/assessment/os/lifecycle-status'
import { VM_STATUSES } from '@portolan/engine/project/vm-status'
import { DEFAULT_PRIORITY } from '@portolan/engine/schedule/decisions'
import { EFFECTIVE_MODES } from '@portolan/engine/schedule/schedule'
import { remembered } from '../remembered.ts'
import type { View } from '../view.ts'
import { networksOfRows } from './networks-of-rows.ts'

/** One column of the VM table as it lies in memory: what a cell shows, and how rows are put in order. */
export type ListColumn =
  /** Codes into words; in order of the words, or of the codes where these have an order of their own. */
  | {
      readonly kind: 'words'
      readonly codes: ArrayLike<number>
      readonly words: readonly string[]
      readonly isOrdered: boolean
    }
  /** NaN is not known. */
  | { readonly kind: 'numbers'; readonly values: ArrayLike<number> }
  | { readonly kind: 'instants'; readonly values: ArrayLike<number> }
  | { readonly kind: 'flags'; readonly values: ArrayLike<number> }
  /** Ids: made when they are shown. */
  | { readonly kind: 'ids' }

export type ColumnName = keyof VmRow

const POWER_STATES = ['unknown', 'poweredOn', 'poweredOff', 'suspended'] as const

const words = (codes: ArrayLike<number>, all: readonly string[]): ListColumn => ({
  kind: 'words',
  codes,
  words: all,
  isOrdered: false,
})
/** Words with an order of their own: GREEN before YELLOW before RED. */
const ranked = (codes: ArrayLike<number>, all: readonly string[]): ListColumn => ({
  kind: 'words',
  codes,
  words: all,
  isOrdered: true,
})
const numbers = (values: ArrayLike<number>): ListColumn => ({ kind: 'numbers', values })
const instants = (values: ArrayLike<number>): ListColumn => ({ kind: 'instants', values })

const COLUMNS: Readonly<Record<ColumnName, (view: View) => ListColumn>> = {
  id: () => ({ kind: 'ids' }),
  name: ({ facts }) => words(facts.name, facts.texts),
  vcenter: ({ facts, estate }) => words(facts.vcenter, estate.vcenters.map(vcenterName)),
  moref: ({ facts }) => words(facts.moref, facts.texts),
  powerState: ({ facts }) => words(facts.powerState, POWER_STATES),
  tenant: ({ tenancy }) =>
    words(
      tenancy.tenantOf,
      tenancy.tenants.map(({ name }) => name),
    ),
  orgVdc: ({ tenancy }) =>
    words(
      tenancy.tenantOf,
      tenancy.tenants.map(({ orgVdc }) => orgVdc),
    ),
  datacenter: ({ facts }) => words(facts.datacenter, facts.texts),
  cluster: ({ facts }) => words(facts.cluster, facts.texts),
  host: ({ facts }) => words(facts.host, facts.texts),
  osFamily: ({ facts }) => {
    const families = facts.systems.map(({ product }) => OS_FAMILIES.indexOf(product.family))
    return words(mapped(facts.osOf, families), OS_FAMILIES)
  },
  os: ({ facts }) =>
    words(
      facts.osOf,
      facts.systems.map(({ label }) => label),
    ),
  osSupport: ({ facts, assessment }) => {
    const support = facts.systems.map(({ product }) =>
      LIFECYCLE_STATUSES.indexOf(lifecycleStatus(product, assessment.asOf).status),
    )
    return ranked(mapped(facts.osOf, support), LIFECYCLE_STATUSES)
  },
  vcpus: ({ facts }) => numbers(facts.vcpus),
  cpuUsagePct: ({ facts }) => numbers(facts.cpuUsagePct),
  memoryGiB: ({ facts }) => numbers(facts.memoryGiB),
  memoryUsagePct: ({ facts }) => numbers(facts.memoryUsagePct),
  disks: ({ facts }) => numbers(facts.diskCount),
  diskCapacityGiB: ({ facts }) => numbers(facts.diskCapacityGiB),
  usedGiB: ({ facts }) => numbers(facts.usedGiB),
  nics: ({ facts }) => numbers(facts.nicCount),
  snapshots: ({ facts }) => numbers(facts.snapshotCount),
  networks: ({ estate, facts }) => {
    const { codes, names } = networksOfRows(estate, facts)
    return words(codes, names)
  },
  ip: ({ facts, estate }) => words(gathered(facts.vm, estate.vms.primaryIp), estate.texts),
  dnsName: ({ facts, estate }) => words(gathered(facts.vm, estate.vms.dnsName), estate.texts),
  risk: ({ assessment }) => ranked(assessment.category, RISK_CATEGORIES),
  score: ({ assessment }) => numbers(assessment.score),
  mode: ({ assessment }) => ranked(assessment.mode, MIGRATION_MODES),
  modeOverride: (view) =>
    words(
      decided(view, 0, ({ modeOverride }) => (modeOverride === null ? 0 : EFFECTIVE_MODES.indexOf(modeOverride) + 1)),
      ['', ...EFFECTIVE_MODES],
    ),
  effectiveMode: ({ plan }) => ranked(plan.times.mode, EFFECTIVE_MODES),
  findings: ({ assessment, facts }) => {
    const counts = new Uint16Array(facts.count)
    for (const { vms } of assessment.findings) for (const vm of vms) counts[vm]++
    return numbers(counts)
  },
  status: (view) =>
    ranked(
      decided(view, 0, ({ status }) => VM_STATUSES.indexOf(status)),
      VM_STATUSES,
    ),
  excluded: (view) => ({ kind: 'flags', values: decided(view, 0, ({ excluded }) => (excluded ? 1 : 0)) }),
  priority: (view) => numbers(decided(view, DEFAULT_PRIORITY, ({ priority }) => priority)),
  copyHours: ({ plan }) => numbers(plan.times.copyHours),
  cutoverHours: ({ plan }) => numbers(plan.times.cutoverHours),
  downtimeHours: ({ plan }) => numbers(plan.times.downtimeHours),
  copyStart: ({ plan }) => instants(plan.schedule.copyStart),
  cutoverStart: ({ plan }) => instants(plan.schedule.cutoverStart),
  cutoverEnd: ({ plan }) => instants(plan.schedule.cutoverEnd),
}

/** Columns that no setting and no decision changes. */
const OF_FACTS: ReadonlySet<ColumnName> = new Set<ColumnName>([
  ...(['id', 'name', 'vcenter', 'moref', 'powerState', 'datacenter', 'cluster', 'host', 'osFamily', 'os'] as const),
  ...(['vcpus', 'cpuUsagePct', 'memoryGiB', 'memoryUsagePct', 'disks', 'diskCapacityGiB', 'usedGiB'] as const),
  ...(['nics', 'snapshots', 'networks', 'ip', 'dnsName'] as const),
])
const OF_TENANCY: ReadonlySet<ColumnName> = new Set<ColumnName>(['tenant', 'orgVdc'])
const OF_DECISIONS: ReadonlySet<ColumnName> = new Set<ColumnName>(['modeOverride', 'status', 'excluded', 'priority'])

/** What a column depends on: whatever is made of it is remembered with this, and lasts as long. */
export function ownerOf(view: View, name: ColumnName): object {
  if (OF_FACTS.has(name)) return view.snapshot
  if (OF_TENANCY.has(name)) return view.tenancy
  return OF_DECISIONS.has(name) ? view.decisionRows : view.judged
}

/** A column of the VM table, made once. */
export function listColumn(view: View, name: ColumnName): ListColumn {
  return remembered(ownerOf(view, name), `column ${name}`, () => COLUMNS[name](view))
}

export const isColumn = (name: string): name is ColumnName => (VM_COLUMNS as readonly string[]).includes(name)

type Shown = string | number | boolean | null

/** What the cells of a column show, as JSON takes it. */
export function cellsOf(view: View, name: ColumnName): (row: number) => Shown {
  const column = listColumn(view, name)
  switch (column.kind) {
    case 'words': {
      const { codes, words: all } = column
      if (name !== 'modeOverride') return (row) => all[codes[row]]
      return (row) => all[codes[row]] || null
    }
    case 'numbers':
      return (row) => (Number.isFinite(column.values[row]) ? column.values[row] : null)
    case 'instants':
      return (row) => (Number.isFinite(column.values[row]) ? new Date(column.values[row]).toISOString() : null)
    case 'flags':
      return (row) => column.values[row] === 1
    case 'ids':
      return (row) => view.snapshot.idOf(row)
  }
}

export function rowsAt(view: View, names: readonly ColumnName[], rows: ArrayLike<number>): Partial<VmRow>[] {
  const columns = names.map((name) => [name, cellsOf(view, name)] as const)
  return Array.from(rows, (row) => {
    const shown: Record<string, unknown> = {}
    for (const [name, cellAt] of columns) shown[name] = cellAt(row)
    return shown as Partial<VmRow>
  })
}

export function vcenterName({ server, uuid }: { readonly server: string; readonly uuid: string }): string {
  return server || uuid
}

function gathered(rows: Uint32Array, column: Uint32Array): Uint32Array {
  const values = new Uint32Array(rows.length)
  for (let row = 0; row < rows.length; row++) values[row] = column[rows[row]]
  return values
}

function mapped(codes: Uint32Array, to: readonly number[]): Uint8Array {
  const values = new Uint8Array(codes.length)
  for (let row = 0; row < codes.length; row++) values[row] = to[codes[row]]
  return values
}

/** Few VMs have a decision: the others have what nobody decided. */
function decided(
  { facts, decisionRows }: View,
  fallback: number,
  value: (decision: NonNullable<ReturnType<View['decisionRows']['get']>>) => number,
): Uint16Array {
  const values = new Uint16Array(facts.count).fill(fallback)
  for (const [row, decision] of decisionRows) values[row] = value(decision)
  return values
}
