import { type AcceptedFindings, NOTHING_ACCEPTED } from '@portolan/engine/assessment/accepted'
import { assess } from '@portolan/engine/assessment/assess'
import { type Assessment, RISK_CATEGORIES } from '@portolan/engine/assessment/assessment'
import { asOfDay } from '@portolan/engine/calendar/as-of'
import type { ZoneOffsets } from '@portolan/engine/calendar/zone'
import type { VmFacts } from '@portolan/engine/inventory/facts'
import { type Decisions, NO_DECISIONS } from '@portolan/engine/schedule/decisions'
import type { MigrationPlan } from '@portolan/engine/schedule/migration'
import { planMigration } from '@portolan/engine/schedule/plan-migration'
import { countInScope, type Scope } from '@portolan/engine/scope/scope'
import type { Settings } from '@portolan/engine/settings'
import type { ResolvedTenancy } from '@portolan/engine/tenancy/resolved-tenancy'
import type { IsoDate } from '@portolan/engine/units'

/** All that a plan is made from beside the settings. */
export interface Ground {
  readonly facts: VmFacts
  readonly tenancy: ResolvedTenancy
  readonly scope: Scope
  /** Day of the newest export. */
  readonly day: IsoDate
  readonly decisions: Decisions
  readonly accepted: AcceptedFindings
  /** The zone of a plan under these settings. */
  readonly zoneOf: (settings: Pick<Settings, 'timeZone' | 'startDate'>) => ZoneOffsets
}

/** What changed settings would make of the plan: the figures of the plan's page, without the VMs. */
export interface Outcome
  extends Pick<MigrationPlan, 'bandwidth' | 'agents' | 'totals'>,
    Readonly<{ deadline: MigrationPlan['deadline'] }> {
  readonly risk: Readonly<Record<(typeof RISK_CATEGORIES)[number], number>>
  readonly unscheduled: number
  /** VMs in scope on which each rule fired, by rule; a rule that did not fire, or is off, is absent. */
  readonly findings: Readonly<Record<string, number>>
  /** Rules that no file of the estate lets judge. */
  readonly notEvaluated: readonly string[]
  /** How long the engine took, in milliseconds. */
  readonly tookMs: number
}

export type Planner = (settings: Settings) => Outcome

/**
 * Plans with changed settings as the server does. The assessment is kept as long as nothing it reads has changed: a
 * slider of the link then costs the schedule alone. `clock` tells milliseconds.
 */
export function planner(ground: Ground, clock: () => number): Planner {
  const { facts, tenancy, scope, day, decisions = NO_DECISIONS, accepted = NOTHING_ACCEPTED } = ground
  let judged: { readonly key: string; readonly assessment: Assessment } | null = null
  return (settings) => {
    const start = clock()
    const zone = ground.zoneOf(settings)
    const asOf = asOfDay(day, zone)
    const key = JSON.stringify([settings.risk, settings.redForcesCold, asOf])
    if (judged?.key !== key) judged = { key, assessment: assess(facts, settings, asOf, accepted) }
    const { assessment } = judged
    const plan = planMigration({ facts, assessment, tenancy, scope, settings, asOf, zone, decisions })
    return {
      bandwidth: plan.bandwidth,
      agents: plan.agents,
      totals: plan.totals,
      deadline: plan.deadline,
      risk: riskOf(assessment, scope),
      unscheduled: plan.schedule.unscheduled.filter(({ code }) => code !== 'excluded').length,
      findings: findingsOf(assessment, scope),
      notEvaluated: assessment.notEvaluated.map(({ rule }) => rule),
      tookMs: clock() - start,
    }
  }
}

function findingsOf({ findings }: Assessment, scope: Scope): Outcome['findings'] {
  const counts = findings.map(({ rule, vms }): [string, number] => [rule, countInScope(vms, scope)])
  return Object.fromEntries(counts.filter(([, vms]) => vms > 0))
}

function riskOf({ category }: Assessment, { inScope }: Scope): Outcome['risk'] {
  const counts = RISK_CATEGORIES.map(() => 0)
  for (let vm = 0; vm < category.length; vm++) counts[category[vm]] += inScope[vm]
  return { GREEN: counts[0], YELLOW: counts[1], RED: counts[2] }
}
