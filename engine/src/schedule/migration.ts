import type { AgentAdvice } from '../agents/agents.ts'
import type { Bandwidth } from '../bandwidth/bandwidth.ts'
import type { Deadline, Schedule, VmTimes } from './schedule.ts'

/** The whole answer for one estate under one set of settings: what every document, page and command shows. */
export interface MigrationPlan {
  readonly bandwidth: Bandwidth
  readonly agents: AgentAdvice
  readonly times: VmTimes
  readonly schedule: Schedule
  readonly deadline: Deadline
  readonly totals: PlanTotals
}

export interface PlanTotals {
  readonly vms: number
  readonly warmVms: number
  readonly coldVms: number
  /** (warm in-use × resync overhead + cold bytes) ÷ effective rate, wall clock. */
  readonly totalHours: number
  readonly copyGiB: number
  readonly downtimeHours: number
  readonly fixHours: number
  readonly cutoverHours: number
  /** Working days of the daily schedule. */
  readonly days: number
}
