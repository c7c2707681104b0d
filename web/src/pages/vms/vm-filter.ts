import { VmFilter } from '@portolan/contract/vms'
import type { VmSearch } from '../../search.ts'
import { valueText } from './vm-words.ts'

/** The filters of the VM table: what each is called, and how its value stands in the URL. */

export type FilterKey = keyof VmFilter

export interface FilterRow {
  readonly key: FilterKey
  readonly label: string
  /** `values`: any of some words. `range`: `min..max`. `day`: a date. */
  readonly kind: 'values' | 'range' | 'day'
  readonly unit?: string
  /** Stands in the bar even while nothing is chosen. */
  readonly isPinned?: boolean
}

export const FILTERS: readonly FilterRow[] = [
  { key: 'risk', label: 'Risk', kind: 'values', isPinned: true },
  { key: 'effectiveMode', label: 'Moves', kind: 'values', isPinned: true },
  { key: 'power', label: 'Power', kind: 'values', isPinned: true },
  { key: 'osFamily', label: 'System', kind: 'values', isPinned: true },
  { key: 'tenant', label: 'Tenant', kind: 'values', isPinned: true },
  { key: 'cluster', label: 'Cluster', kind: 'values', isPinned: true },
  { key: 'status', label: 'Status', kind: 'values', isPinned: true },
  { key: 'rule', label: 'Finding', kind: 'values' },
  { key: 'os', label: 'System version', kind: 'values' },
  { key: 'osSupport', label: 'Vendor support', kind: 'values' },
  { key: 'mode', label: 'Computed mode', kind: 'values' },
  { key: 'network', label: 'Network', kind: 'values' },
  { key: 'host', label: 'Host', kind: 'values' },
  { key: 'datacenter', label: 'Datacenter', kind: 'values' },
  { key: 'vcenter', label: 'vCenter', kind: 'values' },
  { key: 'excluded', label: 'In the plan', kind: 'values' },
  { key: 'day', label: 'Cut over on', kind: 'day' },
  { key: 'vcpus', label: 'vCPUs', kind: 'range' },
  { key: 'memoryGiB', label: 'Memory', kind: 'range', unit: 'GiB' },
  { key: 'diskCapacityGiB', label: 'Disk capacity', kind: 'range', unit: 'GiB' },
  { key: 'usedGiB', label: 'Data in use', kind: 'range', unit: 'GiB' },
  { key: 'score', label: 'Risk score', kind: 'range' },
]

const KEYS = Object.keys(VmFilter.shape) as FilterKey[]

/** What of a URL filters; sort, columns and the open VM left away. */
export function filterOf(search: VmSearch): VmFilter {
  const kept = KEYS.filter((key) => search[key] !== undefined && search[key] !== '').map((key) => [key, search[key]])
  return Object.fromEntries(kept) as VmFilter
}

/** A URL with every filter taken off; what is shown and how stays. */
export function withoutFilter(search: VmSearch): VmSearch {
  const kept = Object.entries(search).filter(([key]) => !KEYS.includes(key as FilterKey))
  return Object.fromEntries(kept) as VmSearch
}

/** Values of a filter; a comma that belongs to a value has a backslash in front. */
export function valuesOf(text: string | undefined): readonly string[] {
  if (text === undefined || text === '') return []
  return text.split(/(?<!\\),/).map((value) => value.replaceAll('\\,', ',').trim())
}

/** The same back; undefined when none is left, so that the URL loses the filter. */
export function textOf(values: readonly string[]): string | undefined {
  return values.length === 0 ? undefined : values.map((value) => value.replaceAll(',', '\\,')).join(',')
}

/** A filter with a value taken in, or out when it was in. */
export function withToggled(text: string | undefined, value: string): string | undefined {
  const values = valuesOf(text)
  return textOf(values.includes(value) ? values.filter((other) => other !== value) : [...values, value])
}

/** Numbers of `min..max` or `min..<max`; null where an end is open. */
export function rangeOf(text: string | undefined): readonly [number | null, number | null] {
  const [from = '', to = ''] = (text ?? '').split('..')
  return [from === '' ? null : Number(from), to === '' ? null : Number(to.replace('<', ''))]
}

export function rangeText(from: number | null, to: number | null): string | undefined {
  return from === null && to === null ? undefined : `${from ?? ''}..${to ?? ''}`
}

const MOST_WORDS = 2

/** What stands on the chip of a filter: `RED or YELLOW`, `5 of them`, `≥ 64 GiB`. */
export function chipText(
  { key, kind, unit }: FilterRow,
  text: string,
  nameOf = (value: string) => valueText(key, value),
) {
  if (kind === 'day') return text
  if (kind === 'range') {
    const [from, to] = rangeOf(text)
    const most = text.includes('..<') ? '<' : '≤'
    const words =
      from === null ? `${most} ${to}` : to === null ? `≥ ${from}` : `${from} to ${most === '<' ? '< ' : ''}${to}`
    return unit ? `${words} ${unit}` : words
  }
  const values = valuesOf(text)
  if (values.length > MOST_WORDS) return `any of ${values.length}`
  return values.map(nameOf).join(' or ')
}
