import { vcenterKeyOf } from '../../inventory/references.ts'
import type { TenantKey } from '../../tenancy/tenant-key.ts'
import type { Book } from './book.ts'
import type { ToneRule } from './table.ts'
import { vcenterName } from './vm-cells.ts'

/** What the tables of the target map have in common. */

/** What nobody confirmed is what somebody has to look at. */
export const NOT_YET: readonly ToneRule[] = [{ tone: 'amber', when: 'equals', value: 'no' }]

/** By the words that a reader sees. */
export const PRESENCE_TONES: readonly ToneRule[] = [
  { tone: 'grey', when: 'equals', value: 'out of scope' },
  { tone: 'grey', when: 'equals', value: 'gone' },
]

/** The name of a vCenter that files call by its key; the key itself where no export names it. */
export function vcenterOfKey({ estate }: Book, key: string): string {
  return vcenterName(estate.vcenters.find((vcenter) => vcenterKeyOf(vcenter) === key)) || key
}

/** Tenants as they are called now, by their keys. */
export function tenantNames({ tenantLabels }: Book, keys: readonly TenantKey[]): string {
  return keys.map((key) => tenantLabels.get(key) ?? key).join(', ')
}
