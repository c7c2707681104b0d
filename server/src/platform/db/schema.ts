import type { ColumnType, Generated } from 'kysely'

/** The tables as Kysely sees them; the migrations are the truth, a test holds the two together. */
export interface Schema {
  organisation: OrganisationTable
  app_user: UserTable
  sign_in_link: SignInLinkTable
  session: SessionTable
  api_token: ApiTokenTable
  audit: AuditTable
  project: ProjectTable
  project_event: ProjectEventTable
  scenario: ScenarioTable
  job: JobTable
  import: ImportTable
  inventory_snapshot: InventorySnapshotTable
  snapshot_part: SnapshotPartTable
  vm: VmIdentityTable
  vm_facts: VmFactsTable
  vm_decision: VmDecisionTable
  accepted_finding: AcceptedFindingTable
  plan_result: PlanResultTable
}

/** Written as JSON text, read as a value. */
export type Json<T> = ColumnType<T, string, string>

interface OrganisationTable {
  id: string
  key: string
  name: string
  created_at: Date
  audit_number: Generated<number>
  audit_hash: Generated<Uint8Array>
}

interface UserTable {
  id: string
  organisation_id: string
  kind: 'local_owner' | 'person' | 'service'
  name: string
  role: 'viewer' | 'operator' | 'engineer' | 'admin' | 'owner'
  created_at: Date
}

interface SignInLinkTable {
  token_hash: Uint8Array
  user_id: string
  created_at: Date
  expires_at: Date
  used_at: Date | null
}

interface SessionTable {
  token_hash: Uint8Array
  user_id: string
  created_at: Date
  last_seen_at: Date
  expires_at: Date
}

interface ApiTokenTable {
  token_hash: Uint8Array
  user_id: string
  name: string
  created_at: Date
  expires_at: Date | null
}

interface AuditTable {
  organisation_id: string
  number: number
  at: Date
  actor_id: string | null
  actor_name: string
  action: string
  entity: string
  entity_id: string
  project_id: string | null
  before: Json<unknown> | null
  after: Json<unknown> | null
  request_id: string
  ip: string
  previous_hash: Uint8Array
  hash: Uint8Array
}

interface ProjectTable {
  id: string
  organisation_id: string
  key: string
  name: string
  customer: string
  status: 'planning' | 'active' | 'on_hold' | 'completed' | 'cancelled'
  phase: 'draft' | 'assessment' | 'planned' | 'approved' | 'preparing' | 'ready' | 'executing' | 'completed'
  archived_at: Date | null
  approved_at: Date | null
  approved_by: string | null
  current_snapshot_id: string | null
  created_at: Date
  updated_at: Date
  version: Generated<number>
}

interface ProjectEventTable {
  id: string
  project_id: string
  field: 'status' | 'phase'
  event: string
  from_state: string
  to_state: string
  actor_name: string
  reason: Generated<string>
  at: Date
}

interface ScenarioTable {
  id: string
  project_id: string
  name: string
  settings: Json<Record<string, unknown>>
  decisions_version: Generated<number>
  version: Generated<number>
  created_at: Date
  updated_at: Date
}

interface JobTable {
  id: string
  organisation_id: string
  project_id: string | null
  kind: string
  input: Json<unknown>
  idempotency_key: string | null
  state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled'
  attempt: Generated<number>
  max_attempts: Generated<number>
  run_after: Date
  fence: Generated<number>
  worker: string | null
  leased_until: Date | null
  cancel_requested: Generated<boolean>
  phase: Generated<string>
  done: Generated<number>
  total: Generated<number>
  log: ColumnType<JobLogLine[], string | undefined, string>
  result: Json<unknown> | null
  error: Json<{ code: string; message: string }> | null
  actor_id: string | null
  actor_name: string
  request_id: string
  created_at: Date
  started_at: Date | null
  finished_at: Date | null
  progress_at: Date | null
}

export interface JobLogLine {
  readonly at: string
  readonly text: string
}

interface ImportTable {
  id: string
  project_id: string
  job_id: string | null
  state: 'uploading' | 'queued' | 'running' | 'done' | 'failed' | 'cancelled'
  files: Json<{ name: string; bytes: number }[]>
  error: Json<{ code: string; message: string }> | null
  snapshot_id: string | null
  actor_name: string
  created_at: Date
  finished_at: Date | null
}

interface InventorySnapshotTable {
  id: string
  project_id: string
  import_id: string
  complete: Generated<boolean>
  number: number | null
  as_of: Date
  sources: Json<unknown>
  counts: Json<unknown>
  columns: Json<unknown>
  warnings: Json<unknown>
  rejected_count: number
  actor_name: string
  created_at: Date
}

interface SnapshotPartTable {
  snapshot_id: string
  name: string
  chunk: number
  bytes: Uint8Array
}

interface VmIdentityTable {
  id: string
  project_id: string
  identity: string
  instance_uuid: string
  name: string
  first_snapshot_id: string
  created_at: Date
}

interface VmFactsTable {
  snapshot_id: string
  position: number
  vm_id: string
  name: string
  raw: Uint8Array | null
}

interface VmDecisionTable {
  scenario_id: string
  vm_id: string
  status: Generated<'not_started' | 'assigned' | 'in_progress' | 'migrated' | 'failed' | 'skipped'>
  status_note: Generated<string>
  mode_override: 'warm' | 'cold' | null
  excluded: Generated<boolean>
  exclude_reason: Generated<string>
  priority: Generated<number>
  fix_minutes: number | null
  version: Generated<number>
  updated_at: Date
  updated_by: string
}

interface AcceptedFindingTable {
  scenario_id: string
  rule: string
  vm_id: string | null
  reason: string
  accepted_by: string
  accepted_at: Date
}

interface PlanResultTable {
  scenario_id: string
  snapshot_id: string
  input_hash: string
  summary: Json<unknown>
  computed_at: Date
}
