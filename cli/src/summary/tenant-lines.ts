import { RISK_CATEGORIES } from '@portolan/engine/assessment/assessment'
import type { AssessedEstate } from '@portolan/engine/documents/assessed-estate'
import { timeOf } from '@portolan/engine/documents/wording/dates'
import { count, plural, UNKNOWN } from '@portolan/engine/documents/wording/numbers'
import { duration, sizeOf } from '@portolan/engine/documents/wording/sizes'
import { countTenantNames } from '@portolan/engine/tenancy/tenancy'
import type { Screen } from '../terminal/blocks.ts'
import { type TableColumn, tableLines } from '../terminal/table.ts'

const MOST_TENANTS = 10
const RED = RISK_CATEGORIES.indexOf('RED')

interface TenantWork {
  readonly name: string
  vms: number
  red: number
  copyGiB: number
  downtimeHours: number
  doneAt: number
}

const COLUMNS: readonly TableColumn[] = [
  { header: 'Tenant', shrinks: true },
  { header: 'VMs', align: 'right' },
  { header: 'RED', align: 'right' },
  { header: 'data', align: 'right' },
  { header: 'downtime', align: 'right' },
  { header: 'done by', align: 'right' },
]

/** The tenants with the most VMs: what moving them takes and when the last VM of each is done. */
export function tenantLines(assessed: AssessedEstate, screen: Screen): string[] {
  const tenants = tenantWork(assessed)
  const shown = tenants.slice(0, MOST_TENANTS)
  const rows = shown.map((tenant) => [
    tenant.name,
    count(tenant.vms),
    tenant.red === 0 ? { text: '0', tone: 'faint' as const } : { text: count(tenant.red), tone: 'red' as const },
    sizeOf(tenant.copyGiB),
    duration(tenant.downtimeHours),
    Number.isFinite(tenant.doneAt) ? timeOf(tenant.doneAt, assessed.zone) : UNKNOWN,
  ])
  const more = tenants.length - shown.length
  const title = `  ${screen.paint('strong', 'Tenants')}  ${screen.paint('faint', `${count(countTenantNames(assessed.tenancy))} in all, those with the most VMs first`)}`
  const rest = more > 0 ? [`  ${screen.paint('faint', `… and ${plural(more, 'more', 'more')}`)}`] : []
  return [title, '', ...tableLines(COLUMNS, rows, screen), ...rest]
}

/** By name: an organisation with three org VDCs is one row. */
function tenantWork({ tenancy, facts, assessment, plan }: AssessedEstate): TenantWork[] {
  const byName = new Map<string, TenantWork>()
  for (let vm = 0; vm < facts.count; vm++) {
    const { name } = tenancy.tenants[tenancy.tenantOf[vm]]
    let work = byName.get(name)
    if (!work) {
      work = { name, vms: 0, red: 0, copyGiB: 0, downtimeHours: 0, doneAt: Number.NEGATIVE_INFINITY }
      byName.set(name, work)
    }
    work.vms++
    if (assessment.category[vm] === RED) work.red++
    work.copyGiB += plan.times.copyGiB[vm] || 0
    work.downtimeHours += plan.times.downtimeHours[vm] || 0
    const end = plan.schedule.cutoverEnd[vm]
    if (end > work.doneAt) work.doneAt = end
  }
  return [...byName.values()].sort((a, b) => b.vms - a.vms || (a.name < b.name ? -1 : 1))
}
