import { tenantTargets } from '../../mapping/tenant-targets.ts'
import { countTenantNames, tenantLabel } from '../../tenancy/tenancy.ts'
import type { AssessedEstate } from '../assessed-estate.ts'
import { RISK_MARKS } from '../charts/colours.ts'
import { horizontalBars } from '../charts/horizontal-bars.ts'
import { dayOf } from '../wording/dates.ts'
import { METHOD_TITLES } from '../wording/names.ts'
import { count, decimal, plural, share, UNKNOWN } from '../wording/numbers.ts'
import { isAllInScope, vmsInScope } from '../wording/scope.ts'
import { duration } from '../wording/sizes.ts'
import { chart, countCell, limited, numberColumn, paragraph, table, textColumn, toned } from './blocks.ts'
import { type GroupTotals, totalsByGroup } from './group-totals.ts'
import type { Block, Cell, Section } from './report.ts'

const MOST_BARS = 12
const MOST_TENANTS = 400

/** Who owns what, and when it moves. */
export function tenantsSection(assessed: AssessedEstate, width: number): Section {
  const { tenancy, facts } = assessed
  const totals = totalsByGroup(assessed, (vm) => tenancy.tenantOf[vm], tenancy.tenants.length)
  const order = tenancy.tenants.map((_, i) => i).sort((a, b) => totals[b].vms - totals[a].vms || a - b)
  const owners = order.filter((tenant) => totals[tenant].vms > 0)
  const blocks: Block[] = [paragraph(tenancySentence(assessed))]
  if (owners.length > 1) blocks.push(tenantsChart(assessed, owners, totals, width))
  if (facts.count > 0) blocks.push(tenantTable(assessed, owners, totals))
  if (isAnythingDecided(assessed)) blocks.push(targetTable(assessed, order))
  return { title: 'Tenants', isWide: true, isAppendix: false, blocks }
}

function tenancySentence({ tenancy, scope }: AssessedEstate): string {
  const names = countTenantNames(tenancy)
  const methods = new Map<string, number>()
  for (const { method, vms } of tenancy.tenants)
    methods.set(METHOD_TITLES[method], (methods.get(METHOD_TITLES[method]) ?? 0) + vms)
  const by = [...methods].sort((a, b) => b[1] - a[1]).map(([method, vms]) => `${method} (${count(vms)})`)
  return `${plural(names, 'tenant')} own${names === 1 ? 's' : ''} ${vmsInScope(scope)}. Named by ${by.join(', ')}.`
}

function tenantsChart(
  { tenancy, facts }: AssessedEstate,
  order: readonly number[],
  totals: readonly GroupTotals[],
  width: number,
): Block {
  const shown = order.slice(0, MOST_BARS)
  const rows = shown.map((i) => ({
    label: tenantLabel(tenancy.tenants[i]),
    parts: totals[i].risk.map((value, k) => ({ value, mark: RISK_MARKS[k] })),
    value: count(totals[i].vms),
    note: totals[i].risk[2] > 0 ? `■ ${count(totals[i].risk[2])} RED` : '',
  }))
  const vms = shown.reduce((sum, i) => sum + totals[i].vms, 0)
  const title =
    shown.length === order.length
      ? `${tenantLabel(tenancy.tenants[order[0]])} owns ${share(totals[order[0]].vms / facts.count)} of the VMs`
      : `The ${count(shown.length)} largest tenants own ${share(vms / facts.count)} of the VMs`
  return chart(title, horizontalBars(rows, width))
}

/** An organisation with several VDCs is a row for each. */
function tenantTable(assessed: AssessedEstate, order: readonly number[], totals: readonly GroupTotals[]): Block {
  const { tenancy, plan } = assessed
  const { shown, note } = limited(order, MOST_TENANTS, {
    noun: 'tenants and their VDCs',
    order: 'largest',
    tab: 'Tenants',
  })
  const day = (index: number) => (index < 0 ? UNKNOWN : dayOf(plan.schedule.days[index].date))
  return table({
    columns: [
      textColumn('Tenant', 66),
      numberColumn('VMs', 11),
      numberColumn('vCPU', 12),
      numberColumn('Memory', 20, 'GiB'),
      numberColumn('In use', 18, 'GiB'),
      numberColumn('Warm', 11),
      numberColumn('Cold', 11),
      numberColumn('▲', 10),
      numberColumn('■', 10),
      numberColumn('Score', 12),
      numberColumn('Downtime', 25),
      numberColumn('First day', 22),
      numberColumn('Last day', 22),
    ],
    rows: shown.map((i) => tenantRow(tenantLabel(tenancy.tenants[i]), totals[i], day)),
    totals: tenantRow('All tenants', totalsByGroup(assessed, () => 0, 1)[0], day),
    note: [
      note,
      'Score: mean of the VMs. Downtime: sum over the VMs. First day: the first copy; last day: the last cut-over.',
    ]
      .filter(Boolean)
      .join(' '),
  })
}

/** As long as nobody decided anything a target is a guess that only repeats the name of its tenant. */
function isAnythingDecided({ tenancy, scope }: AssessedEstate): boolean {
  return !isAllInScope(scope) || tenancy.tenants.some(({ decision }) => decision.target || decision.confirmed)
}

/** What of each tenant migrates and where to. */
function targetTable({ tenancy, scope }: AssessedEstate, order: readonly number[]): Block {
  const targets = tenantTargets(tenancy, scope)
  const { shown, note } = limited(order, MOST_TENANTS, {
    noun: 'tenants and their VDCs',
    order: 'largest',
    tab: 'Tenants',
  })
  return table({
    title: 'Scope and target',
    columns: [
      textColumn('Tenant', 60),
      numberColumn('VMs in scope', 24),
      textColumn('Out of scope because', 60),
      textColumn('Domain', 44),
      textColumn('Project', 44),
      textColumn('Confirmed', 20),
    ],
    rows: shown.map((index): Cell[] => {
      const { vms, vmsInScope, reason } = scope.tenants[index]
      const { domain, project, confirmed, isLive } = targets[index]
      return [
        tenantLabel(tenancy.tenants[index]),
        vms === vmsInScope ? count(vms) : `${count(vmsInScope)} of ${count(vms)}`,
        reason,
        ...(isLive ? [domain, project, confirmed ? toned('● yes', 'green') : toned('▲ no', 'amber')] : ['', '', '']),
      ]
    }),
    note,
  })
}

function tenantRow(name: string, totals: GroupTotals, day: (index: number) => string): Cell[] {
  return [
    name,
    count(totals.vms),
    count(totals.vcpus),
    count(totals.memoryGiB),
    count(totals.usedGiB),
    countCell(totals.warm, 'plain'),
    countCell(totals.cold, 'blue'),
    countCell(totals.risk[1], 'amber'),
    countCell(totals.risk[2], 'red'),
    totals.vms > 0 ? decimal(totals.scoreSum / totals.vms, 1) : UNKNOWN,
    duration(totals.downtimeHours),
    day(totals.firstDay),
    day(totals.lastDay),
  ]
}
