import type { PlanGivens } from '@portolan/contract/plan'
import type { View } from '../view.ts'

/** What a plan depends on beside facts and settings, by row of the facts: a browser plans with it as the server does. */
export function planGivens(view: View): PlanGivens {
  const { assessment, estate, snapshot, scenario, zone, decisions, tenancyDecisions, accepted } = view
  return {
    snapshotId: snapshot.id,
    day: snapshot.day,
    asOf: new Date(assessment.asOf).toISOString(),
    zone: { ...zone, transitions: zone.transitions.map((transition) => ({ ...transition })) },
    decisions: [...decisions].map(([row, decision]) => ({ row, decision: { ...decision } })),
    vcenters: estate.vcenters.map(({ uuid, server }) => ({ uuid, server })),
    tenants: scenario.tenants.map((decision) => ({ ...decision })),
    vmTenants: [...tenancyDecisions.vmTenants].map(([row, tenant]) => ({ row, tenant })),
    tenantFilters: scenario.tenantFilters.map((filter) => ({ ...filter })),
    clusterScope: scenario.clusterScope.map((cluster) => ({ ...cluster })),
    accepted: [...accepted].map(([rule, on]) => ({ rule, rows: on === 'all' ? null : [...on] })),
  }
}
