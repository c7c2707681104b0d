import type { PlanAnswer } from '@portolan/contract/plan'
import type { View } from '../view.ts'
import { tenantRows } from './tenants.ts'

/** The plan as its page shows it. */
export function planAnswer(view: View, computedAt: string): PlanAnswer {
  const { plan, facts, snapshot } = view
  const { bandwidth, agents, totals, deadline, schedule } = plan
  const { neededVmsPerDay: _, ...advice } = agents
  return {
    computedAt,
    bandwidth: { ...bandwidth, constraints: bandwidth.constraints.map((constraint) => ({ ...constraint })) },
    agents: { ...advice, reasons: [...advice.reasons] },
    totals: { ...totals },
    deadline: { ...deadline },
    days: schedule.days.map(({ date, number, start, end, migrated, active, ...rest }) => ({
      ...{ date, number, active },
      start: new Date(start).toISOString(),
      end: new Date(end).toISOString(),
      migrated: migrated.length,
      transferGiB: rest.transferGiB,
      linkUse: rest.linkUse,
      coldVms: rest.coldVms,
      warmVms: rest.warmVms,
      downtimeHours: rest.downtimeHours,
    })),
    tenants: tenantRows(view),
    excluded: { vms: schedule.unscheduled.filter(({ code }) => code === 'excluded').length },
    unscheduled: schedule.unscheduled.flatMap(({ vm, code, reason }) =>
      code === 'excluded' ? [] : [{ id: snapshot.idOf(vm), name: facts.texts[facts.name[vm]], reason }],
    ),
  }
}
