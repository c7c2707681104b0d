import { plural } from '@portolan/engine/documents/wording/numbers'
import type { RuleRow } from './findings-columns.tsx'

export const TABS = ['fired', 'off', 'missing'] as const
export type FindingsTab = (typeof TABS)[number]

export interface FindingsSearch {
  readonly tab?: string
  readonly severity?: string
  readonly find?: string
}

export const tabOf = ({ tab }: FindingsSearch): FindingsTab => TABS.find((it) => it === tab) ?? 'fired'

/** Rows of a tab that the filters keep. */
export function rowsOf(rows: readonly RuleRow[], search: FindingsSearch): readonly RuleRow[] {
  const wanted = (search.find ?? '').trim().toLowerCase()
  const isOff = tabOf(search) === 'off'
  return rows.filter(
    (row) =>
      row.enabled !== isOff &&
      (search.severity === undefined || row.severity === search.severity) &&
      `${row.title} ${row.rule} ${row.category} ${row.remedy}`.toLowerCase().includes(wanted),
  )
}

/** `56 rules fired: 2 critical, 36 warning, 18 information; 3 are accepted on every VM`. */
export function findingsSentence(rows: readonly RuleRow[]): string {
  const fired = rows.filter(({ enabled, vms }) => enabled && vms > 0)
  if (fired.length === 0) return 'No rule fired on any VM'
  const counts = (['critical', 'warning', 'info'] as const)
    .map((severity) => ({ severity, rules: fired.filter((row) => row.severity === severity).length }))
    .filter(({ rules }) => rules > 0)
    .map(({ severity, rules }) => `${rules} ${severity === 'info' ? 'information' : severity}`)
  const accepted = fired.filter((row) => row.accepted > 0).length
  return `${plural(fired.length, 'rule')} fired: ${counts.join(', ')}${accepted > 0 ? `; risks of ${accepted} accepted` : ''}`
}
