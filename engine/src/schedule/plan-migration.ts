import { adviseAgents } from '../agents/agents.ts'
import type { Assessment } from '../assessment/assessment.ts'
import { bandwidthOf } from '../bandwidth/bandwidth.ts'
import { workingCalendar } from '../calendar/working-days.ts'
import type { ZoneOffsets } from '../calendar/zone.ts'
import type { VmFacts } from '../inventory/facts.ts'
import type { ScopeOfVms } from '../scope/scope.ts'
import type { Settings } from '../settings.ts'
import type { ResolvedTenancy } from '../tenancy/resolved-tenancy.ts'
import type { Instant } from '../units.ts'
import { buildSchedule } from './build-schedule.ts'
import { deadlineOf } from './deadline.ts'
import { type Decisions, NO_DECISIONS } from './decisions.ts'
import type { MigrationPlan } from './migration.ts'
import { migrationOrder } from './migration-order.ts'
import { agentDemand, planTotals } from './plan-totals.ts'
import { timesOfVms } from './vm-times.ts'

export interface PlanRequest {
  readonly facts: VmFacts
  readonly assessment: Assessment
  readonly tenancy: ResolvedTenancy
  /** Only what is in scope is scheduled and counted. */
  readonly scope: ScopeOfVms
  readonly settings: Settings
  /** Decides the first working day where settings name none. */
  readonly asOf: Instant
  /** Offsets of `settings.timeZone` over the span of the plan. */
  readonly zone: ZoneOffsets
  readonly decisions?: Decisions
}

/** The plan of an estate under settings: how fast, how many agents, when each VM moves and whether that is in time. */
export function planMigration(request: PlanRequest): MigrationPlan {
  const { facts, assessment, tenancy, scope, settings, decisions = NO_DECISIONS } = request
  const bandwidth = bandwidthOf(settings)
  const rate = bandwidth.effectiveGiBPerHour
  const times = timesOfVms({ facts, assessment, settings, rate, decisions })
  const migration = migrationOrder({ facts, times, tenancy, scope, decisions })
  const calendar = workingCalendar(settings, request.zone, request.asOf)
  const schedule = buildSchedule({
    times,
    migration,
    slots: settings.agentCount * settings.agentConcurrentVms,
    rate,
    calendar,
    hoursPerDay: settings.workingHoursPerDay,
    cutoversPerDay: cutoversPerDay(settings),
  })
  const totals = planTotals({ times, schedule, rate, scope })
  return {
    bandwidth,
    agents: adviseAgents(settings, agentDemand(facts, times, migration.order), bandwidth),
    times,
    schedule,
    deadline: deadlineOf({ schedule, calendar, settings, totalHours: totals.totalHours }),
    totals,
  }
}

/** null and 0 are no cap (planner §1.2); half a VM a day is one. */
export function cutoversPerDay({ targetVmsPerDay }: Pick<Settings, 'targetVmsPerDay'>): number | null {
  return targetVmsPerDay ? Math.max(1, Math.floor(targetVmsPerDay)) : null
}
