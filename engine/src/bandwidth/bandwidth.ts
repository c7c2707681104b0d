import type { GiBPerHour, Mbps } from '../units.ts'

/** In the order in which a tie is decided. */
export const CONSTRAINTS = [
  'source_host_nic',
  'transport_link',
  'agent_ingest',
  'target_ingress',
  'target_storage',
] as const
export type ConstraintName = (typeof CONSTRAINTS)[number]

export interface Constraint {
  readonly name: ConstraintName
  /** null: does not apply (a local topology has no link). */
  readonly rateMbps: Mbps | null
  /** The formula with its numbers, as people read it: `10 Gbps × 40 %`. */
  readonly formula: string
  /** What was assumed because a setting is empty; '' when nothing was. */
  readonly assumed: string
}

export interface Bandwidth {
  readonly constraints: readonly Constraint[]
  readonly bottleneck: ConstraintName
  readonly bottleneckMbps: Mbps
  readonly efficiency: number
  readonly effectiveMbps: Mbps
  readonly effectiveGiBPerHour: GiBPerHour
}
