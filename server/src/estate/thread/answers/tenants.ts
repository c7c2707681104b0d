import type { TenantRow } from '@portolan/contract/inventory'
import { RISK_CATEGORIES } from '@portolan/engine/assessment/assessment'
import { EFFECTIVE_MODES } from '@portolan/engine/schedule/schedule'
import type { z } from 'zod'
import type { View } from '../view.ts'

const WARM = EFFECTIVE_MODES.indexOf('warm')

/** Owners of VMs with sums over theirs; VMs that are left out count as theirs and have no day. */
export function tenantRows(view: View): z.infer<typeof TenantRow>[] {
  const { facts, tenancy, assessment, plan } = view
  const { schedule, times } = plan
  const sums = tenancy.tenants.map(() => ({
    ...{ vms: 0, vcpus: 0, memoryGiB: 0, diskCapacityGiB: 0, usedGiB: 0, warm: 0, cold: 0 },
    ...{ GREEN: 0, YELLOW: 0, RED: 0, copyHours: 0, downtimeHours: 0, first: -1, last: -1 },
  }))
  for (let vm = 0; vm < facts.count; vm++) {
    const sum = sums[tenancy.tenantOf[vm]]
    sum.vms++
    for (const figure of ['vcpus', 'memoryGiB', 'diskCapacityGiB', 'usedGiB'] as const)
      sum[figure] += facts[figure][vm] || 0
    for (const figure of ['copyHours', 'downtimeHours'] as const) sum[figure] += times[figure][vm] || 0
    sum[times.mode[vm] === WARM ? 'warm' : 'cold']++
    sum[RISK_CATEGORIES[assessment.category[vm]]]++
    const first = schedule.firstDay[vm]
    if (first >= 0 && (sum.first < 0 || first < sum.first)) sum.first = first
    sum.last = Math.max(sum.last, schedule.cutoverDay[vm])
  }
  const day = (index: number) => (index < 0 ? null : schedule.days[index].date)
  return tenancy.tenants.map(({ name, orgVdc, method }, tenant) => {
    const { GREEN, YELLOW, RED, first, last, ...rest } = sums[tenant]
    return {
      ...{ name, orgVdc, method },
      ...rest,
      ...{ green: GREEN, yellow: YELLOW, red: RED, firstDay: day(first), lastDay: day(last) },
    }
  })
}
