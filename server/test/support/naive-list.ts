import { VM_COLUMNS, type VmFilter, type VmRow } from '@portolan/contract/vms'
import { rowsAt } from '../../src/estate/thread/list/columns.ts'
import type { View } from '../../src/estate/thread/view.ts'

/** The VM table computed cell by cell, with no order kept and no filter remembered: what the fast one must equal. */
export interface NaiveVm {
  readonly cells: VmRow
  readonly networks: readonly string[]
  readonly rules: readonly string[]
  readonly day: string | null
}

/** All VMs in canonical order. */
export function naiveVms(view: View): NaiveVm[] {
  const { facts, assessment, plan } = view
  const canonical = Array.from({ length: facts.count }, (_, row) => row)
  return (rowsAt(view, VM_COLUMNS, canonical) as VmRow[]).map((cells, row) => ({
    cells,
    networks: cells.networks === '' ? [] : cells.networks.split(', '),
    rules: assessment.findings.filter(({ vms }) => vms.includes(row)).map(({ rule }) => rule),
    day: plan.schedule.days[plan.schedule.cutoverDay[row]]?.date ?? null,
  }))
}

const COLUMN = { power: 'powerState' } as const
const RANGES: readonly string[] = ['vcpus', 'memoryGiB', 'diskCapacityGiB', 'usedGiB', 'score']

export function isKept(vm: NaiveVm, filter: VmFilter): boolean {
  return Object.entries(filter).every(([name, wanted]) => meets(vm, name as keyof VmFilter, wanted))
}

function meets({ cells, networks, rules, day }: NaiveVm, name: keyof VmFilter, wanted: string): boolean {
  const values = wanted.split(/(?<!\\),/).map((value) => value.replaceAll('\\,', ',').trim())
  switch (name) {
    case 'search': {
      const text = wanted.trim().toLowerCase()
      return [cells.name, cells.dnsName, cells.ip].some((it) => it.toLowerCase().includes(text))
    }
    case 'network':
      return networks.some((network) => values.includes(network))
    case 'rule':
      return rules.some((rule) => values.includes(rule))
    case 'excluded':
      return String(cells.excluded) === wanted
    case 'day':
      return day === wanted
  }
  const value = cells[(COLUMN as Record<string, keyof VmRow>)[name] ?? (name as keyof VmRow)]
  if (!RANGES.includes(name)) return values.includes(String(value))
  const [from, to] = wanted.split('..')
  const number = Number(value)
  return value !== null && (from === '' || number >= Number(from)) && (to === '' || number <= Number(to))
}

const ORDERS: Partial<Record<keyof VmRow, readonly string[]>> = {
  risk: ['GREEN', 'YELLOW', 'RED'],
  mode: ['warm_eligible', 'warm_risky', 'cold_required', 'unknown'],
  effectiveMode: ['warm', 'cold'],
  osSupport: ['supported', 'paid_only', 'ended', 'unknown'],
  status: ['not_started', 'assigned', 'in_progress', 'migrated', 'failed', 'skipped'],
}

/** Stable, what is not known last either way. */
export function inOrder(vms: readonly NaiveVm[], sort: string): NaiveVm[] {
  const sign = sort.startsWith('-') ? -1 : 1
  const column = sort.replace(/^-/, '') as keyof VmRow
  const isUnknown = ({ cells }: NaiveVm) => cells[column] === null || cells[column] === ''
  const known = vms.filter((vm) => !isUnknown(vm))
  known.sort((a, b) => sign * compare(column, a.cells[column], b.cells[column]))
  return [...known, ...vms.filter(isUnknown)]
}

type Cell = VmRow[keyof VmRow]

function compare(column: keyof VmRow, a: Cell, b: Cell): number {
  const order = ORDERS[column]
  if (order) return order.indexOf(a as string) - order.indexOf(b as string)
  if (typeof a !== 'string') return Number(a) - Number(b)
  const [one, other] = [a.toLowerCase(), (b as string).toLowerCase()]
  if (one !== other) return one < other ? -1 : 1
  return a === b ? 0 : a < (b as string) ? -1 : 1
}
