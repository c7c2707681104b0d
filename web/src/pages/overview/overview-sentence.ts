import type { Stats } from '@portolan/contract/inventory'
import type { ProjectTotals } from '@portolan/contract/projects'
import { dayOf, weekdayOf } from '@portolan/engine/documents/wording/dates'
import { count, plural } from '@portolan/engine/documents/wording/numbers'
import type { z } from 'zod'

type Totals = z.infer<typeof ProjectTotals>

/** `1,288 VMs in 79 tenants as of 15 Dec 2025, 47 RED; the plan ends Thu 26 Mar 2026, 70 days late`. */
export function overviewSentence({ counts, risk, asOf }: Stats, totals: Totals | null): string {
  const tenants = counts.tenants ? ` in ${plural(counts.tenants, 'tenant')}` : ''
  const red = risk.find(({ key }) => key === 'RED')?.vms ?? 0
  const estate = `${plural(counts.vms ?? 0, 'VM')}${tenants} as of ${dayOf(asOf.slice(0, 10))}, ${red === 0 ? 'none' : count(red)} RED`
  if (totals === null) return estate
  if (totals.finish === null) return `${estate}; the plan does not finish`
  const late = totals.daysLate !== null && totals.daysLate > 0 ? `, ${plural(totals.daysLate, 'day')} late` : ''
  return `${estate}; the plan ends ${weekdayOf(totals.finish)}${late}`
}
