import { MIGRATION_MODES, RISK_CATEGORIES } from '@portolan/engine/assessment/assessment'
import type { AssessedEstate } from '@portolan/engine/documents/assessed-estate'
import { inventoryCounts } from '@portolan/engine/inventory/counts'
import type { PlanSummary } from '../../ops.ts'

/** What a card of the project shows. */
export function planSummary({ estate, tenancy, assessment, plan }: AssessedEstate): PlanSummary {
  const { vms, vcpus, memoryGiB, inUseGiB, tenants } = inventoryCounts(estate, tenancy)
  const [green, yellow, red] = tally(assessment.category, RISK_CATEGORIES.length)
  const modes = tally(assessment.mode, MIGRATION_MODES.length)
  const mode = Object.fromEntries(MIGRATION_MODES.map((name, index) => [name, modes[index]]))
  const { finish, daysLate } = plan.deadline
  return {
    totals: {
      ...{ vms, vcpus, memoryGiB, inUseGiB, tenants },
      risk: { green, yellow, red },
      mode: mode as PlanSummary['totals']['mode'],
      finish,
      daysLate,
    },
  }
}

/** How often each index occurs. */
export function tally(indexes: ArrayLike<number>, kinds: number): number[] {
  const counts = new Array<number>(kinds).fill(0)
  for (let i = 0; i < indexes.length; i++) counts[indexes[i]]++
  return counts
}
