import { type Kysely, sql } from 'kysely'

/** What every later part stands on: organisations, people, audit, projects, scenarios, jobs. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create table organisation (
    id uuid primary key,
    key text not null unique,
    name text not null,
    created_at timestamptz not null,
    audit_number bigint not null default 0,
    audit_hash bytea not null default ''::bytea
  )`,
  `create table app_user (
    id uuid primary key,
    organisation_id uuid not null references organisation,
    kind text not null check (kind in ('local_owner', 'person', 'service')),
    name text not null,
    role text not null check (role in ('viewer', 'operator', 'engineer', 'admin', 'owner')),
    created_at timestamptz not null
  )`,
  `create table sign_in_link (
    token_hash bytea primary key,
    user_id uuid not null references app_user,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
  )`,
  `create table session (
    token_hash bytea primary key,
    user_id uuid not null references app_user,
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at timestamptz not null
  )`,
  `create table api_token (
    token_hash bytea primary key,
    user_id uuid not null references app_user,
    name text not null,
    created_at timestamptz not null,
    expires_at timestamptz
  )`,
  `create table audit (
    organisation_id uuid not null references organisation,
    number bigint not null,
    at timestamptz not null,
    actor_id uuid,
    actor_name text not null,
    action text not null,
    entity text not null,
    entity_id text not null,
    project_id uuid,
    before jsonb,
    after jsonb,
    request_id text not null,
    ip text not null,
    previous_hash bytea not null,
    hash bytea not null,
    primary key (organisation_id, number)
  )`,
  'create index audit_project on audit (project_id, number)',
  `create table project (
    id uuid primary key,
    organisation_id uuid not null references organisation,
    key text not null,
    name text not null,
    customer text not null,
    status text not null check (status in ('planning', 'active', 'on_hold', 'completed', 'cancelled')),
    phase text not null check (phase in ('draft', 'assessment', 'planned', 'approved', 'preparing', 'ready', 'executing', 'completed')),
    archived_at timestamptz,
    approved_at timestamptz,
    approved_by text,
    current_snapshot_id uuid,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version integer not null default 1,
    unique (organisation_id, key)
  )`,
  `create table project_event (
    id uuid primary key,
    project_id uuid not null references project on delete cascade,
    field text not null check (field in ('status', 'phase')),
    event text not null,
    from_state text not null,
    to_state text not null,
    actor_name text not null,
    reason text not null default '',
    at timestamptz not null
  )`,
  'create index project_event_project on project_event (project_id, at)',
  `create table scenario (
    id uuid primary key,
    project_id uuid not null references project on delete cascade,
    name text not null,
    settings jsonb not null,
    decisions_version integer not null default 1,
    version integer not null default 1,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    unique (project_id, name)
  )`,
  `create table job (
    id uuid primary key,
    organisation_id uuid not null references organisation,
    project_id uuid references project on delete cascade,
    kind text not null,
    input jsonb not null,
    idempotency_key text,
    state text not null check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
    attempt integer not null default 0,
    max_attempts integer not null default 3,
    run_after timestamptz not null,
    fence bigint not null default 0,
    worker text,
    leased_until timestamptz,
    cancel_requested boolean not null default false,
    phase text not null default '',
    done double precision not null default 0,
    total double precision not null default 0,
    log jsonb not null default '[]'::jsonb,
    result jsonb,
    error jsonb,
    actor_id uuid,
    actor_name text not null,
    request_id text not null,
    created_at timestamptz not null,
    started_at timestamptz,
    finished_at timestamptz,
    progress_at timestamptz
  )`,
  "create index job_due on job (run_after, created_at) where state in ('queued', 'running')",
  'create index job_project on job (project_id, created_at desc)',
  'create unique index job_idempotency on job (organisation_id, kind, idempotency_key) where idempotency_key is not null',
]
