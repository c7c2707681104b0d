import type { MappingDecisions } from '@portolan/engine/mapping/mapping-decisions'
import type { VmStatus } from '@portolan/engine/project/vm-status'
import type { ClusterScope, TenantFilter } from '@portolan/engine/scope/scope-decisions'
import type { TenantDecision } from '@portolan/engine/tenancy/tenant-decision'
import type { TenantKey } from '@portolan/engine/tenancy/tenant-key'

/** What the main thread and an estate thread say to each other. */

/** What a person decided about one VM in one scenario. */
export interface DecisionRow {
  readonly vmId: string
  readonly status: VmStatus
  readonly statusNote: string
  readonly modeOverride: 'warm' | 'cold' | null
  readonly excluded: boolean
  readonly excludeReason: string
  readonly priority: number
  readonly fixMinutes: number | null
  readonly version: number
}

export interface AcceptedRow {
  readonly rule: string
  /** null: on every VM. */
  readonly vmId: string | null
  readonly reason: string
  readonly acceptedBy: string
}

/** A VM that somebody moved to a tenant. */
export interface VmTenantRow {
  readonly vmId: string
  readonly tenant: TenantKey
}

/** A scenario as far as a plan depends on it. */
export interface ScenarioData extends MappingDecisions {
  readonly id: string
  /** Changes with the settings and with every decision. */
  readonly versionKey: string
  readonly settings: Readonly<Record<string, unknown>>
  readonly decisions: readonly DecisionRow[]
  readonly accepted: readonly AcceptedRow[]
  readonly tenants: readonly TenantDecision[]
  readonly vmTenants: readonly VmTenantRow[]
  readonly tenantFilters: readonly TenantFilter[]
  readonly clusterScope: readonly ClusterScope[]
}

/** Which answer is asked for: a snapshot under a scenario as it stands. */
export interface ViewKey {
  readonly snapshotId: string
  readonly scenarioId: string
  readonly versionKey: string
}

/** A snapshot as it is stored. */
export interface StoredSnapshot {
  readonly snapshotId: string
  readonly asOf: number
  readonly estate: Uint8Array
  /** 16 bytes for each row of `VmFacts`. */
  readonly ids: Uint8Array
  /** JSON of what the raw rows of a sheet share. */
  readonly raw: Uint8Array
}

export interface Progress {
  readonly phase: string
  readonly done: number
  readonly total: number
}

/** What an answer waits for: the thread does not hold it, and asks to be told. */
export type Need = 'snapshot' | 'scenario'

export interface Request {
  readonly id: number
  readonly op: string
  readonly input: unknown
}

export type Reply =
  | { readonly id: number; readonly kind: 'answer'; readonly value: unknown }
  | { readonly id: number; readonly kind: 'progress'; readonly progress: Progress }
  | { readonly id: number; readonly kind: 'needs'; readonly need: Need }
  | {
      readonly id: number
      readonly kind: 'error'
      readonly name: string
      readonly message: string
      readonly code: string | null
      readonly stack: string | undefined
    }
