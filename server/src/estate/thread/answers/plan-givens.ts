import type { PlanGivens } from '@portolan/contract/plan'
import type { View } from '../view.ts'

/** What a plan depends on beside facts and settings, by row of the facts: a browser plans with it as the server does. */
export function planGivens({ assessment, snapshot, zone, decisions, accepted }: View): PlanGivens {
  return {
    snapshotId: snapshot.id,
    day: snapshot.day,
    asOf: new Date(assessment.asOf).toISOString(),
    zone: { ...zone, transitions: zone.transitions.map((transition) => ({ ...transition })) },
    decisions: [...decisions].map(([row, decision]) => ({ row, decision: { ...decision } })),
    accepted: [...accepted].map(([rule, on]) => ({ rule, rows: on === 'all' ? null : [...on] })),
  }
}
