import type { Stats } from '@portolan/contract/inventory'
import { MIGRATION_MODES, RISK_CATEGORIES, SEVERITIES } from '@portolan/engine/assessment/assessment'
import { OS_FAMILIES } from '@portolan/engine/assessment/os/guest-os'
import { lifecycleStatus } from '@portolan/engine/assessment/os/lifecycle-status'
import { ruleOf } from '@portolan/engine/assessment/rules'
import { MODE_TITLES } from '@portolan/engine/documents/wording/names'
import { count, plural } from '@portolan/engine/documents/wording/numbers'
import { inventoryCounts } from '@portolan/engine/inventory/counts'
import { listColumn } from '../list/columns.ts'
import { rowsInOrder } from '../list/order.ts'
import type { View } from '../view.ts'
import { clusterRows } from './places.ts'
import { tally } from './summary.ts'

const LARGEST = 10
const TOP_FINDINGS = 12
/** Upper bounds of the classes of data in use; each belongs to the next class. */
const SIZE_BOUNDS = [50, 100, 250, 500, 1024, 2048, 5120, null] as const

type Share = Stats['risk'][number]

/** Totals and distributions; each share carries the key by which the VM table is filtered. */
export function statsAnswer(view: View): Stats {
  const { facts, assessment, tenancy, estate } = view
  return {
    counts: { ...inventoryCounts(estate, tenancy) },
    asOf: new Date(assessment.asOf).toISOString(),
    risk: shares(view, 'risk', RISK_CATEGORIES),
    mode: shares(view, 'mode', MIGRATION_MODES, (mode) => MODE_TITLES[mode as keyof typeof MODE_TITLES]),
    power: shares(view, 'powerState', ['poweredOn', 'poweredOff', 'suspended', 'unknown']),
    osFamilies: shares(view, 'osFamily', OS_FAMILIES),
    systems: systemShares(view),
    sizes: sizeShares(facts.usedGiB),
    clusters: clusterRows(view),
    tenants: tenantShares(view),
    largest: largestVms(view),
    findings: topFindings(view),
    next: nextSteps(view),
  }
}

function shares(
  view: View,
  name: 'risk' | 'mode' | 'powerState' | 'osFamily',
  keys: readonly string[],
  label: (key: string) => string = (key) => key,
): Share[] {
  const column = listColumn(view, name)
  if (column.kind !== 'words') return []
  const counts = tally(column.codes, column.words.length)
  return keys.map((key) => ({ key, label: label(key), vms: counts[column.words.indexOf(key)] ?? 0 }))
}

/** By what a person reads, most frequent first. */
function systemShares({ facts, assessment }: View): Stats['systems'] {
  const byLabel = new Map<string, Stats['systems'][number]>()
  const counts = tally(facts.osOf, facts.systems.length)
  for (const [index, { label, product }] of facts.systems.entries()) {
    if (counts[index] === 0) continue
    const before = byLabel.get(label)
    if (before) byLabel.set(label, { ...before, vms: before.vms + counts[index] })
    else {
      byLabel.set(label, {
        ...{ key: label, label, vms: counts[index], family: product.family },
        support: lifecycleStatus(product, assessment.asOf).status,
        standardEnd: product.lifecycle.standardEnd,
        paidEnd: product.lifecycle.paidEnd,
      })
    }
  }
  return [...byLabel.values()].sort(mostFirst)
}

function sizeShares(usedGiB: Float64Array): Stats['sizes'] {
  const counts = new Array<number>(SIZE_BOUNDS.length).fill(0)
  for (const gib of usedGiB) {
    if (!Number.isNaN(gib)) counts[SIZE_BOUNDS.findIndex((bound) => bound === null || gib < bound)]++
  }
  return SIZE_BOUNDS.map((bound, index) => {
    const from = index === 0 ? 0 : SIZE_BOUNDS[index - 1]!
    const label =
      bound === null
        ? `≥ ${sizeText(from)}`
        : index === 0
          ? `< ${sizeText(bound)}`
          : `${sizeText(from)}–${sizeText(bound)}`
    return {
      key: `${from}..${bound === null ? '' : `<${bound}`}`,
      label,
      vms: counts[index],
      fromGiB: from,
      toGiB: bound,
    }
  })
}

function sizeText(gib: number): string {
  return gib < 1024 ? `${gib} GiB` : `${gib / 1024} TiB`
}

function tenantShares({ tenancy }: View): Share[] {
  const byName = new Map<string, number>()
  for (const { name, vms } of tenancy.tenants) byName.set(name, (byName.get(name) ?? 0) + vms)
  return [...byName].map(([name, vms]) => ({ key: name, label: name, vms })).sort(mostFirst)
}

function mostFirst(a: Share, b: Share): number {
  return b.vms - a.vms || (a.label < b.label ? -1 : 1)
}

function largestVms(view: View): Stats['largest'] {
  const { facts, assessment, snapshot } = view
  return Array.from(rowsInOrder(view, '-usedGiB').subarray(0, LARGEST))
    .filter((row) => !Number.isNaN(facts.usedGiB[row]))
    .map((row) => ({
      id: snapshot.idOf(row),
      name: facts.texts[facts.name[row]],
      usedGiB: facts.usedGiB[row],
      risk: RISK_CATEGORIES[assessment.category[row]],
      os: facts.systems[facts.osOf[row]].label,
    }))
}

/** The worst first, then those on most VMs. */
function topFindings({ assessment }: View): Stats['findings'] {
  return [...assessment.findings]
    .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || b.vms.length - a.vms.length)
    .slice(0, TOP_FINDINGS)
    .map(({ rule, severity, vms }) => ({ rule, title: ruleOf(rule)?.title ?? rule, severity, vms: vms.length }))
}

function nextSteps({ assessment, plan, facts }: View): Stats['next'] {
  const steps: Stats['next'] = []
  const add = (text: string, page: string, filter: Record<string, string>) => steps.push({ text, page, filter })
  const [, , red] = tally(assessment.category, RISK_CATEGORIES.length)
  const unknown = tally(assessment.mode, MIGRATION_MODES.length)[MIGRATION_MODES.indexOf('unknown')]
  const unplaced = plan.schedule.unscheduled.filter(({ code }) => code !== 'excluded').length
  const { deadline } = plan
  if (unplaced > 0) add(`Find a place for ${plural(unplaced, 'VM')} that the schedule could not place`, 'plan', {})
  if (!deadline.met) {
    const late =
      deadline.daysLate === null ? 'The plan does not finish' : `The plan ends ${plural(deadline.daysLate, 'day')} late`
    add(`${late}: widen the bottleneck, add slots or move the deadline`, 'settings', {})
  }
  if (red > 0) add(`Decide on ${plural(red, 'RED VM')} of ${count(facts.count)}`, 'vms', { risk: 'RED' })
  if (unknown > 0) add(`Set the mode of ${plural(unknown, 'VM')} that nothing tells`, 'vms', { mode: 'unknown' })
  if (assessment.notEvaluated.length > 0) {
    add(
      `${plural(assessment.notEvaluated.length, 'rule')} could not be evaluated: export the missing sheets`,
      'findings',
      {},
    )
  }
  return steps
}
