import type { VmFilter } from '@portolan/contract/vms'
import type { View } from '../view.ts'
import { type ColumnName, listColumn } from './columns.ts'
import { distinctWords } from './distinct.ts'
import { networksByRow } from './networks-of-rows.ts'
import { searched } from './search.ts'

/** Whether each row meets one filter. */
export interface Condition {
  readonly filter: keyof VmFilter
  readonly met: Uint8Array
}

/** Filters whose value is that of one column. */
const COLUMN_OF_FILTER = {
  power: 'powerState',
  tenant: 'tenant',
  cluster: 'cluster',
  host: 'host',
  datacenter: 'datacenter',
  vcenter: 'vcenter',
  osFamily: 'osFamily',
  os: 'os',
  osSupport: 'osSupport',
  risk: 'risk',
  mode: 'mode',
  effectiveMode: 'effectiveMode',
  status: 'status',
} as const satisfies Partial<Record<keyof VmFilter, ColumnName>>
export type WordFilter = keyof typeof COLUMN_OF_FILTER
export const WORD_FILTERS = Object.keys(COLUMN_OF_FILTER) as WordFilter[]
export const columnOfFilter = (filter: WordFilter): ColumnName => COLUMN_OF_FILTER[filter]

const RANGES = ['vcpus', 'memoryGiB', 'diskCapacityGiB', 'usedGiB', 'score'] as const

/** The filters that were given, each settled for all rows. */
export function conditionsOf(view: View, filter: VmFilter): Condition[] {
  const conditions: Condition[] = []
  const add = (name: keyof VmFilter, met: Uint8Array) => conditions.push({ filter: name, met })
  for (const name of WORD_FILTERS) {
    const wanted = filter[name]
    if (wanted !== undefined) add(name, anyWord(view, columnOfFilter(name), valuesOf(wanted)))
  }
  for (const name of RANGES) {
    const range = filter[name]
    if (range !== undefined) add(name, within(view, name, range))
  }
  const text = filter.search?.trim() ?? ''
  if (text !== '') add('search', searched(view, text))
  if (filter.network !== undefined) add('network', onNetworks(view, valuesOf(filter.network)))
  if (filter.rule !== undefined) add('rule', withFindings(view, valuesOf(filter.rule)))
  if (filter.excluded !== undefined) add('excluded', excludedOnes(view, filter.excluded === 'true'))
  if (filter.day !== undefined) add('day', cutOverOn(view, filter.day))
  return conditions
}

/** Several values are comma separated; a comma that belongs to a value has a backslash in front. */
export function valuesOf(text: string): Set<string> {
  return new Set(text.split(/(?<!\\),/).map((value) => value.replaceAll('\\,', ',').trim()))
}

function anyWord(view: View, name: ColumnName, wanted: ReadonlySet<string>): Uint8Array {
  const met = new Uint8Array(view.facts.count)
  const words = distinctWords(view, name)
  if (words === null) return met
  const isWanted = Uint8Array.from(words.values, (word) => (wanted.has(word) ? 1 : 0))
  const { of } = words
  for (let row = 0; row < met.length; row++) met[row] = isWanted[of[row]]
  return met
}

/** `min..max`, either end open, or `min..<max` without the max itself; what is not known lies in no range. */
function within(view: View, name: ColumnName, range: string): Uint8Array {
  const met = new Uint8Array(view.facts.count)
  const column = listColumn(view, name)
  if (column.kind !== 'numbers') return met
  const [from, to] = range.split('..')
  const least = from === '' ? Number.NEGATIVE_INFINITY : Number(from)
  const isBelow = to.startsWith('<')
  const most = to === '' ? Number.POSITIVE_INFINITY : Number(isBelow ? to.slice(1) : to)
  const { values } = column
  for (let row = 0; row < met.length; row++) {
    const value = values[row]
    met[row] = value >= least && (isBelow ? value < most : value <= most) ? 1 : 0
  }
  return met
}

function onNetworks(view: View, wanted: ReadonlySet<string>): Uint8Array {
  const met = new Uint8Array(view.facts.count)
  const { start, of, values } = networksByRow(view)
  const isWanted = Uint8Array.from(values, (name) => (wanted.has(name) ? 1 : 0))
  for (let row = 0; row < met.length; row++) {
    for (let i = start[row]; i < start[row + 1]; i++) met[row] |= isWanted[of[i]]
  }
  return met
}

function withFindings({ assessment, facts }: View, rules: ReadonlySet<string>): Uint8Array {
  const met = new Uint8Array(facts.count)
  for (const { rule, vms } of assessment.findings) if (rules.has(rule)) for (const vm of vms) met[vm] = 1
  return met
}

function excludedOnes({ decisionRows, facts }: View, isWanted: boolean): Uint8Array {
  const met = new Uint8Array(facts.count).fill(isWanted ? 0 : 1)
  for (const [row, { excluded }] of decisionRows) if (excluded) met[row] = isWanted ? 1 : 0
  return met
}

function cutOverOn({ plan, facts }: View, date: string): Uint8Array {
  const met = new Uint8Array(facts.count)
  const day = plan.schedule.days.find((it) => it.date === date)
  for (const vm of day?.migrated ?? []) met[vm] = 1
  return met
}
