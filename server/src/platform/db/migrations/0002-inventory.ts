import { type Kysely, sql } from 'kysely'

/**
 * An import becomes an immutable snapshot. A VM has one identity row per project; facts hang on (snapshot, VM), decisions
 * on (scenario, VM), results on (scenario, snapshot). Nothing an import brings is ever updated in place.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create table import (
    id uuid primary key,
    project_id uuid not null references project on delete cascade,
    job_id uuid,
    state text not null check (state in ('uploading', 'queued', 'running', 'done', 'failed', 'cancelled')),
    files jsonb not null,
    error jsonb,
    snapshot_id uuid,
    actor_name text not null,
    created_at timestamptz not null,
    finished_at timestamptz
  )`,
  'create index import_project on import (project_id, created_at desc)',
  `create table inventory_snapshot (
    id uuid primary key,
    project_id uuid not null references project on delete cascade,
    import_id uuid not null,
    -- Both are set by the transaction that makes a snapshot visible: until then it is being written.
    complete boolean not null default false,
    number integer,
    as_of timestamptz not null,
    sources jsonb not null,
    counts jsonb not null,
    columns jsonb not null,
    warnings jsonb not null,
    rejected_count integer not null,
    actor_name text not null,
    created_at timestamptz not null,
    unique (project_id, number)
  )`,
  `create table snapshot_part (
    snapshot_id uuid not null references inventory_snapshot on delete cascade,
    name text not null,
    chunk integer not null,
    bytes bytea not null,
    primary key (snapshot_id, name, chunk)
  )`,
  `create table vm (
    id uuid primary key,
    project_id uuid not null references project on delete cascade,
    identity text not null,
    instance_uuid text not null,
    name text not null,
    first_snapshot_id uuid not null,
    created_at timestamptz not null,
    unique (project_id, identity)
  )`,
  `create table vm_facts (
    snapshot_id uuid not null references inventory_snapshot on delete cascade,
    position integer not null,
    vm_id uuid not null,
    name text not null,
    raw bytea,
    primary key (snapshot_id, position)
  )`,
  'create unique index vm_facts_vm on vm_facts (snapshot_id, vm_id)',
  `create table vm_decision (
    scenario_id uuid not null references scenario on delete cascade,
    vm_id uuid not null references vm on delete cascade,
    status text not null default 'not_started'
      check (status in ('not_started', 'assigned', 'in_progress', 'migrated', 'failed', 'skipped')),
    status_note text not null default '',
    mode_override text check (mode_override in ('warm', 'cold')),
    excluded boolean not null default false,
    exclude_reason text not null default '',
    priority integer not null default 50 check (priority between 1 and 999),
    fix_minutes double precision check (fix_minutes >= 0),
    version integer not null default 1,
    updated_at timestamptz not null,
    updated_by text not null,
    primary key (scenario_id, vm_id)
  )`,
  `create table accepted_finding (
    scenario_id uuid not null references scenario on delete cascade,
    rule text not null,
    vm_id uuid references vm on delete cascade,
    reason text not null,
    accepted_by text not null,
    accepted_at timestamptz not null
  )`,
  'create unique index accepted_finding_vm on accepted_finding (scenario_id, rule, vm_id) where vm_id is not null',
  'create unique index accepted_finding_rule on accepted_finding (scenario_id, rule) where vm_id is null',
  `create table plan_result (
    scenario_id uuid not null references scenario on delete cascade,
    snapshot_id uuid not null references inventory_snapshot on delete cascade,
    input_hash text not null,
    summary jsonb not null,
    computed_at timestamptz not null,
    primary key (scenario_id, snapshot_id)
  )`,
]
