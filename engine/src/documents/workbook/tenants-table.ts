import { MIGRATION_MODES, RISK_CATEGORIES } from '../../assessment/assessment.ts'
import type { IsoDate } from '../../units.ts'
import { METHOD_TITLES } from '../wording/names.ts'
import { type Book, dayOfSchedule, sumByGroup } from './book.ts'
import type { Column, TableDefinition } from './table-definition.ts'
import { tenantTargetColumns } from './tenant-target-columns.ts'
import { ANY_AMBER, ANY_BLUE, ANY_RED } from './tones.ts'

/** Sums over the VMs of a tenant. */
interface TenantRow {
  readonly tenant: number
  readonly sums: TenantSums
}

interface TenantSums {
  readonly vms: Float64Array
  readonly risk: readonly Float64Array[]
  readonly mode: readonly Float64Array[]
  readonly score: Float64Array
  readonly numbers: ReadonlyMap<string, Float64Array>
  readonly firstDay: Int32Array
  readonly lastDay: Int32Array
}

/** Figures of VMs that add up to figures of a tenant. */
const SUMS: readonly (Omit<Column<TenantRow>, 'value'> & { readonly of: (vm: number, book: Book) => number })[] = [
  { key: 'vcpus', header: 'vCPU', kind: 'integer', width: 9, total: 'sum', of: (vm, { facts }) => facts.vcpus[vm] },
  {
    ...{ key: 'memoryGiB', header: 'Memory', unit: 'GiB', kind: 'gib', width: 12, total: 'sum' },
    of: (vm, { facts }) => facts.memoryGiB[vm],
  },
  {
    ...{ key: 'diskCapacityGiB', header: 'Disk capacity', unit: 'GiB', kind: 'gib', width: 13, total: 'sum' },
    of: (vm, { facts }) => facts.diskCapacityGiB[vm],
  },
  {
    ...{ key: 'usedGiB', header: 'Data in use', unit: 'GiB', kind: 'gib', width: 13, total: 'sum' },
    of: (vm, { facts }) => facts.usedGiB[vm],
  },
  {
    ...{ key: 'copyGiB', header: 'To copy', unit: 'GiB', kind: 'gib', width: 13, total: 'sum' },
    of: (vm, { plan }) => plan.times.copyGiB[vm],
  },
  {
    ...{ key: 'copyHours', header: 'Copy', unit: 'h', kind: 'hours', width: 10, total: 'sum' },
    of: (vm, { plan }) => plan.times.copyHours[vm],
    meaning: 'Sum over its VMs, each with the whole link to itself.',
  },
  {
    ...{ key: 'cutoverHours', header: 'Cut-over', unit: 'h', kind: 'hours', width: 10, total: 'sum' },
    of: (vm, { plan }) => plan.times.cutoverHours[vm],
  },
  {
    ...{ key: 'fixMinutes', header: 'Fixes', unit: 'min', kind: 'minutes', width: 10, total: 'sum' },
    of: (vm, { plan }) => plan.times.fixMinutes[vm],
  },
  {
    ...{ key: 'downtimeHours', header: 'Downtime', unit: 'h', kind: 'hours', width: 11, total: 'sum' },
    of: (vm, { plan }) => plan.times.downtimeHours[vm],
    meaning: 'Sum over its VMs; they need not be down at the same time.',
  },
]

const counted = (key: string, header: string, of: (row: TenantRow) => number, tones?: Column<TenantRow>['tones']) => ({
  ...{ key, header, kind: 'integer' as const, width: 9, total: 'sum' as const, value: of, tones },
})

/** Tenants by name: what of them migrates, and where to. */
export const tenantsTable: TableDefinition<TenantRow> = {
  name: 'tenants',
  title: 'Tenants',
  about: 'One row per tenant and org VDC.',
  columns: [
    {
      ...{ key: 'tenant', header: 'Tenant', kind: 'text', width: 30 },
      value: ({ tenant }, { tenancy }) => tenancy.tenants[tenant].name,
    },
    {
      ...{ key: 'orgVdc', header: 'Org VDC', kind: 'text', width: 24 },
      value: ({ tenant }, { tenancy }) => tenancy.tenants[tenant].orgVdc,
    },
    counted('vms', 'VMs', ({ tenant, sums }) => sums.vms[tenant]),
    counted('redVms', 'RED', riskCount('RED'), ANY_RED),
    counted('yellowVms', 'YELLOW', riskCount('YELLOW'), ANY_AMBER),
    counted('greenVms', 'GREEN', riskCount('GREEN')),
    {
      ...{ key: 'averageScore', header: 'Average score', kind: 'number', width: 10 },
      value: ({ tenant, sums }) => (sums.vms[tenant] > 0 ? sums.score[tenant] / sums.vms[tenant] : null),
    },
    counted('warmVms', 'Warm', modeCount('warm_eligible')),
    counted('warmRiskyVms', 'Warm, risky', modeCount('warm_risky'), ANY_AMBER),
    counted('coldVms', 'Cold', modeCount('cold_required'), ANY_BLUE),
    counted('unknownModeVms', 'Unknown', modeCount('unknown')),
    ...SUMS.map(
      ({ of: _, ...head }): Column<TenantRow> => ({
        ...head,
        value: ({ tenant, sums }) => sums.numbers.get(head.key)![tenant],
      }),
    ),
    {
      ...{ key: 'firstDay', header: 'First copy', kind: 'date', width: 12 },
      value: ({ tenant, sums }, book) => dayOfSchedule(book, sums.firstDay[tenant]),
    },
    {
      ...{ key: 'lastDay', header: 'Last cut-over', kind: 'date', width: 12 },
      value: ({ tenant, sums }, book): IsoDate | null => dayOfSchedule(book, sums.lastDay[tenant]),
    },
    {
      ...{ key: 'namedBy', header: 'Named by', kind: 'text', width: 20, words: METHOD_TITLES },
      value: ({ tenant }, { tenancy }) => tenancy.tenants[tenant].method,
    },
    ...tenantTargetColumns,
  ],
  *rows(book) {
    const sums = sumsOfTenants(book)
    for (let tenant = 0; tenant < book.tenancy.tenants.length; tenant++) yield { tenant, sums }
  },
}

function riskCount(category: (typeof RISK_CATEGORIES)[number]) {
  const index = RISK_CATEGORIES.indexOf(category)
  return ({ tenant, sums }: TenantRow) => sums.risk[index][tenant]
}

function modeCount(mode: (typeof MIGRATION_MODES)[number]) {
  const index = MIGRATION_MODES.indexOf(mode)
  return ({ tenant, sums }: TenantRow) => sums.mode[index][tenant]
}

function sumsOfTenants(book: Book): TenantSums {
  const { assessment, facts, plan, tenancy } = book
  const tenants = tenancy.tenants.length
  const sum = (value: (vm: number) => number) => sumByGroup(facts.count, tenancy.tenantOf, tenants, value)
  const firstDay = new Int32Array(tenants).fill(-1)
  const lastDay = new Int32Array(tenants).fill(-1)
  for (let vm = 0; vm < facts.count; vm++) {
    const tenant = tenancy.tenantOf[vm]
    const first = plan.schedule.firstDay[vm]
    if (first >= 0 && (firstDay[tenant] < 0 || first < firstDay[tenant])) firstDay[tenant] = first
    lastDay[tenant] = Math.max(lastDay[tenant], plan.schedule.cutoverDay[vm])
  }
  return {
    vms: sum(() => 1),
    risk: RISK_CATEGORIES.map((_, index) => sum((vm) => (assessment.category[vm] === index ? 1 : 0))),
    mode: MIGRATION_MODES.map((_, index) => sum((vm) => (assessment.mode[vm] === index ? 1 : 0))),
    score: sum((vm) => assessment.score[vm]),
    numbers: new Map(SUMS.map(({ key, of }) => [key, sum((vm) => of(vm, book))])),
    firstDay,
    lastDay,
  }
}
