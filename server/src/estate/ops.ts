import type { VmFilter } from '@portolan/contract/vms'
import type { SheetColumns, Warning } from '@portolan/engine/inventory/rvtools/sheet'
import type { ReportFormat } from '@portolan/files/report/write-reports'
import type { ScenarioData, StoredSnapshot, ViewKey } from './protocol.ts'

/** JSON that is passed on as it is: parsing and writing it again on the main thread would cost more than the answer. */
export type JsonText = string

/** What `plan_result.summary` holds. */
export interface PlanSummary {
  readonly totals: {
    readonly vms: number
    readonly vcpus: number | null
    readonly memoryGiB: number | null
    readonly inUseGiB: number | null
    readonly tenants: number | null
    readonly risk: { readonly green: number; readonly yellow: number; readonly red: number }
    readonly mode: {
      readonly warm_eligible: number
      readonly warm_risky: number
      readonly cold_required: number
      readonly unknown: number
    }
    readonly finish: string | null
    readonly daysLate: number | null
  }
}

export interface ImportInput {
  /** What the import will be. */
  readonly snapshotId: string
  readonly folder: string
  readonly paths: readonly string[]
  readonly scenario: ScenarioData
  /** VMs of earlier snapshots of the project. */
  readonly known: {
    readonly ids: readonly string[]
    readonly identities: readonly string[]
    readonly uuids: readonly string[]
  }
  /** Taken where no export says when it was made. */
  readonly now: number
}

export interface ImportOutput {
  readonly asOf: number
  readonly sources: readonly {
    readonly file: string
    readonly format: string
    readonly rvtoolsVersion: string | null
    readonly vcenters: readonly string[]
  }[]
  readonly counts: Readonly<Record<string, number | null>>
  readonly columns: readonly SheetColumns[]
  readonly warnings: readonly Warning[]
  readonly rejectedCount: number
  readonly summary: PlanSummary
  readonly vms: number
}

/** Large values of a snapshot that are stored as they are, in the order in which they are made. */
export const IMPORT_PARTS = ['ids', 'raw', 'rejected', 'facts', 'estate'] as const
export type ImportPart = (typeof IMPORT_PARTS)[number]

/** Some VMs of the import that the thread has just read, ready for the tables `vm` and `vm_facts`. */
export interface ImportedRows {
  readonly ids: string[]
  readonly identities: string[]
  readonly uuids: string[]
  readonly names: string[]
  /** Raw cells one after another, and how long each VM's are. */
  readonly raw: Uint8Array
  readonly rawLengths: number[]
}

interface Asked<Input, Output> {
  readonly input: Input
  readonly output: Output
}
type View<Input = object> = Input & { readonly view: ViewKey }

/** Every question an estate thread answers. */
export interface Ops {
  /** The number of VMs. */
  readonly load: Asked<StoredSnapshot, number>
  readonly scenario: Asked<ScenarioData, null>
  /** Holds the snapshot that an import will be, and what writing it needs, until `importWritten`. */
  readonly import: Asked<ImportInput, ImportOutput>
  readonly importPart: Asked<{ readonly name: ImportPart }, Uint8Array>
  readonly importRows: Asked<{ readonly from: number; readonly count: number }, ImportedRows>
  readonly importWritten: Asked<null, null>
  readonly list: Asked<
    View<{
      readonly filter: VmFilter
      readonly sort: string
      readonly offset: number
      readonly limit: number
      readonly fields: readonly string[] | null
    }>,
    JsonText
  >
  /** Makes what the first pages will ask for, piece by piece, while nobody waits. */
  readonly warm: Asked<View, null>
  readonly facets: Asked<View<{ readonly filter: VmFilter }>, JsonText>
  readonly ids: Asked<View<{ readonly filter: VmFilter }>, { readonly ids: string[]; readonly names: string[] }>
  readonly names: Asked<View<{ readonly ids: readonly string[] }>, (string | null)[]>
  readonly rows: Asked<View<{ readonly ids: readonly string[] }>, JsonText>
  readonly vm: Asked<View<{ readonly id: string; readonly raw: Uint8Array | null }>, JsonText>
  readonly position: Asked<View<{ readonly id: string }>, number>
  readonly stats: Asked<View, JsonText>
  readonly hosts: Asked<View, JsonText>
  readonly clusters: Asked<View, JsonText>
  readonly datastores: Asked<View, JsonText>
  readonly networks: Asked<View, JsonText>
  readonly tenants: Asked<View, JsonText>
  readonly findings: Asked<View, JsonText>
  readonly plan: Asked<View<{ readonly computedAt: string }>, JsonText>
  readonly summary: Asked<View, PlanSummary>
  readonly facts: Asked<View, Uint8Array>
  readonly planGivens: Asked<View, JsonText>
  readonly planInput: Asked<View, Uint8Array>
  readonly canonicalPlan: Asked<View, Uint8Array>
  readonly report: Asked<
    View<{ readonly folder: string; readonly formats: readonly ReportFormat[]; readonly generatedAt: number }>,
    { readonly name: string; readonly bytes: number }[]
  >
}
