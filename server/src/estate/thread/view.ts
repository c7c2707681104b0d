import type { AcceptedFindings } from '@portolan/engine/assessment/accepted'
import { assess } from '@portolan/engine/assessment/assess'
import type { Assessment } from '@portolan/engine/assessment/assessment'
import { asOfDay } from '@portolan/engine/calendar/as-of'
import type { ZoneOffsets } from '@portolan/engine/calendar/zone'
import type { AssessedEstate } from '@portolan/engine/documents/assessed-estate'
import { DEFAULT_PRIORITY, type Decisions } from '@portolan/engine/schedule/decisions'
import type { MigrationPlan } from '@portolan/engine/schedule/migration'
import { planMigration } from '@portolan/engine/schedule/plan-migration'
import type { VmDecision } from '@portolan/engine/schedule/vm-decision'
import { scopeOf } from '@portolan/engine/scope/scope-of'
import { Settings } from '@portolan/engine/settings'
import { resolveTenants } from '@portolan/engine/tenancy/resolve-tenants'
import type { TenancyDecisions } from '@portolan/engine/tenancy/tenancy-decisions'
import type { TenantKey } from '@portolan/engine/tenancy/tenant-key'
import type { DecisionRow, ScenarioData } from '../protocol.ts'
import type { Snapshot } from './snapshot.ts'
import { zoneOfPlan } from './zone-offsets.ts'

/** A snapshot under a scenario: what every page shows. */
export interface View extends AssessedEstate {
  readonly snapshot: Snapshot
  readonly scenario: ScenarioData
  /** By row of `VmFacts`. */
  readonly decisionRows: ReadonlyMap<number, DecisionRow>
  readonly decisions: Decisions
  readonly tenancyDecisions: TenancyDecisions
  readonly accepted: AcceptedFindings
  readonly judged: Judged
}

interface Judged {
  readonly key: string
  readonly zone: ZoneOffsets
  readonly assessment: Assessment
  readonly plan: MigrationPlan
}

/**
 * Judges and plans a snapshot under a scenario. What decisions leave as it was is taken from the view before: marking a
 * VM as assigned plans nothing again.
 */
export function viewOf(snapshot: Snapshot, scenario: ScenarioData, before: View | undefined): View {
  const settings = Settings.parse(scenario.settings)
  const decisionRows = new Map<number, DecisionRow>()
  for (const decision of scenario.decisions) {
    const row = snapshot.rowOf(decision.vmId)
    if (row !== undefined) decisionRows.set(row, decision)
  }
  const decisions = planDecisions(decisionRows)
  const accepted = acceptedFindings(snapshot, scenario)
  const tenancyDecisions = { tenants: scenario.tenants, vmTenants: tenantsOfMovedVms(snapshot, scenario) }
  const tenancy = resolveTenants(snapshot.tenancyUnder(settings), tenancyDecisions)
  const rules = { filters: scenario.tenantFilters, clusters: scenario.clusterScope }
  const scope = scopeOf({
    facts: snapshot.facts,
    vcenters: snapshot.imported.estate.vcenters,
    tenancy,
    decisions,
    rules,
  })
  const judged = judge()
  const { zone, assessment, plan } = judged
  return {
    ...snapshot.imported,
    facts: snapshot.facts,
    networks: snapshot.sourceNetworks,
    mapping: scenario,
    ...{ snapshot, scenario, settings, tenancy, scope, zone, assessment, plan },
    ...{ decisionRows, decisions, tenancyDecisions, accepted, judged },
  }

  function judge(): Judged {
    const accepted = scenario.accepted.map(({ rule, vmId }) => [rule, vmId])
    const { tenants, vmTenants } = scenario
    const key = JSON.stringify([settings, [...decisions], accepted, tenants, vmTenants, rules])
    return before?.judged.key === key ? before.judged : judgeAgain(key)
  }

  function judgeAgain(key: string): Judged {
    const { facts, day } = snapshot
    const zone = zoneOfPlan(settings, day)
    const asOf = asOfDay(day, zone)
    const assessment = assess(facts, settings, asOf, accepted)
    const plan = planMigration({ facts, assessment, tenancy, scope, settings, asOf, zone, decisions })
    return { key, zone, assessment, plan }
  }
}

/** What of a decision a plan depends on. */
function planDecisions(rows: ReadonlyMap<number, DecisionRow>): Decisions {
  const decisions = new Map<number, VmDecision>()
  for (const [row, { modeOverride, excluded, excludeReason, priority, fixMinutes }] of rows) {
    const decision: VmDecision = {
      ...(modeOverride === null ? {} : { mode: modeOverride }),
      ...(excluded ? { exclude: true } : {}),
      ...(excluded && excludeReason !== '' ? { excludeReason } : {}),
      ...(priority === DEFAULT_PRIORITY ? {} : { priority }),
      ...(fixMinutes === null ? {} : { fixMinutes }),
    }
    if (Object.keys(decision).length > 0) decisions.set(row, decision)
  }
  return decisions
}

function tenantsOfMovedVms(snapshot: Snapshot, { vmTenants }: ScenarioData): TenancyDecisions['vmTenants'] {
  const moved = new Map<number, TenantKey>()
  for (const { vmId, tenant } of vmTenants) {
    const row = snapshot.rowOf(vmId)
    if (row !== undefined) moved.set(row, tenant)
  }
  return moved
}

function acceptedFindings(snapshot: Snapshot, { accepted }: ScenarioData): AcceptedFindings {
  const byRule = new Map<string, 'all' | Set<number>>()
  for (const { rule, vmId } of accepted) {
    const before = byRule.get(rule)
    if (vmId === null) byRule.set(rule, 'all')
    else if (before !== 'all') {
      const row = snapshot.rowOf(vmId)
      if (row !== undefined) byRule.set(rule, (before ?? new Set<number>()).add(row))
    }
  }
  return byRule
}
