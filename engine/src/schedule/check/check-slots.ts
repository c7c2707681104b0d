import type { StageInput } from './check-stages.ts'
import type { Problems } from './problem.ts'

interface Holding {
  readonly vm: number
  readonly from: number
  readonly to: number
}

/** No slot that does not exist, none held twice at a time, no more cut-overs begun on a day than its cap. */
export function checkSlots({ request, schedule }: StageInput, scheduled: readonly number[], problems: Problems): void {
  const { agentCount, agentConcurrentVms } = request.settings
  const slots: Holding[][] = Array.from({ length: agentCount * agentConcurrentVms }, () => [])
  const hold = (vm: number, slot: number, from: number, to: number) => {
    if (slots[slot]) slots[slot].push({ vm, from, to })
    else problems.add('slot', `There is no slot ${slot}`, { vm })
  }
  for (const vm of scheduled) {
    hold(vm, schedule.copySlot[vm], schedule.copyStart[vm], schedule.copyEnd[vm])
    hold(vm, schedule.cutoverSlot[vm], schedule.cutoverStart[vm], schedule.cutoverEnd[vm])
  }
  slots.forEach((held, slot) => {
    held.sort((a, b) => a.from - b.from || a.to - b.to)
    for (let next = 1; next < held.length; next++) {
      if (held[next].from < held[next - 1].to) problems.add('slot', `Slot ${slot} is held twice`, { vm: held[next].vm })
    }
  })
}

/** No more cut-overs begin on a day than its cap lets. */
export function checkDayCap({ request, schedule, time }: StageInput, scheduled: readonly number[], to: Problems): void {
  const target = request.settings.targetVmsPerDay
  if (target === null || target === 0) return
  const cap = Math.max(1, Math.trunc(target))
  const begun = new Map<number, number>()
  for (const vm of scheduled) {
    const day = time.dayOfStart(schedule.cutoverStart[vm])
    begun.set(day, (begun.get(day) ?? 0) + 1)
  }
  for (const [day, count] of begun) {
    if (count > cap) to.add('day_cap', `${count} cut-overs begin on a day of at most ${cap}`, { day })
  }
}
