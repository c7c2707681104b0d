import type { Assessment } from '../assessment/assessment.ts'
import type { ZoneOffsets } from '../calendar/zone.ts'
import type { Estate } from '../inventory/estate.ts'
import type { VmFacts } from '../inventory/facts.ts'
import type { Rejected, SheetColumns, Warning } from '../inventory/rvtools/sheet.ts'
import type { MappingDecisions } from '../mapping/mapping-decisions.ts'
import type { SourceNetwork } from '../networks/networks.ts'
import type { MigrationPlan } from '../schedule/migration.ts'
import type { Scope } from '../scope/scope.ts'
import type { Settings } from '../settings.ts'
import type { ResolvedTenancy } from '../tenancy/resolved-tenancy.ts'

/** Everything that is known of one estate under one set of settings: what documents, summaries and JSON are made of. */
export interface AssessedEstate {
  readonly estate: Estate
  readonly facts: VmFacts
  readonly assessment: Assessment
  readonly tenancy: ResolvedTenancy
  /** What of it migrates: assessment and tenancy are of all VMs, the plan of those in scope. */
  readonly scope: Scope
  readonly networks: readonly SourceNetwork[]
  /** What people decided about networks and storage in the target. */
  readonly mapping: MappingDecisions
  readonly plan: MigrationPlan
  readonly settings: Settings
  /** The zone that the plan was made in: its times are shown on this clock. */
  readonly zone: ZoneOffsets
  readonly rejected: readonly Rejected[]
  readonly warnings: readonly Warning[]
  readonly columns: readonly SheetColumns[]
}
