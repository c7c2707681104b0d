import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Ctx } from '../context.ts'
import type { Db, Tx } from '../db/database.ts'

export interface AuditEntry {
  /** `project.create`: noun and verb, as the route is called. */
  readonly action: string
  readonly entity: string
  readonly entityId: string
  readonly projectId?: string | null
  readonly before?: unknown
  readonly after?: unknown
}

/**
 * Writes who changed what, in the transaction of the change itself. Rows are chained per organisation: each hash covers
 * the one before, so a row that is altered, removed or moved is found by `verifyAudit`. The organisation's row is locked
 * for the length of the transaction, which puts the changes of one organisation in one order.
 */
export async function audit(tx: Tx, ctx: Ctx, entry: AuditEntry): Promise<void> {
  const head = await tx
    .updateTable('organisation')
    .set({ audit_number: sql`audit_number + 1` })
    .where('id', '=', ctx.organisationId)
    .returning(['audit_number', 'audit_hash'])
    .executeTakeFirstOrThrow()
  const row = {
    organisation_id: ctx.organisationId,
    number: head.audit_number,
    at: ctx.now(),
    actor_id: ctx.actor.id,
    actor_name: ctx.actor.name,
    action: entry.action,
    entity: entry.entity,
    entity_id: entry.entityId,
    project_id: entry.projectId ?? null,
    before: jsonOrNull(entry.before),
    after: jsonOrNull(entry.after),
    request_id: ctx.requestId,
    ip: ctx.ip,
    previous_hash: Buffer.from(head.audit_hash),
  }
  const hash = hashOf(row)
  await tx
    .insertInto('audit')
    .values({ ...row, hash })
    .execute()
  await tx.updateTable('organisation').set({ audit_hash: hash }).where('id', '=', ctx.organisationId).execute()
}

interface Hashed {
  readonly number: number
  readonly at: Date
  readonly actor_id: string | null
  readonly actor_name: string
  readonly action: string
  readonly entity: string
  readonly entity_id: string
  readonly project_id: string | null
  readonly before: string | null
  readonly after: string | null
  readonly request_id: string
  readonly ip: string
  readonly previous_hash: Uint8Array
}

function hashOf(row: Hashed): Buffer {
  const parts = [
    row.number,
    row.at.toISOString(),
    row.actor_id,
    row.actor_name,
    row.action,
    row.entity,
    row.entity_id,
    row.project_id,
    canonical(row.before),
    canonical(row.after),
    row.request_id,
    row.ip,
  ]
  return createHash('sha256').update(row.previous_hash).update(JSON.stringify(parts)).digest()
}

/** jsonb keeps neither the order of keys nor blanks: the hash is over sorted keys, before storing and after reading. */
function canonical(json: string | null): unknown {
  return json === null ? null : sorted(JSON.parse(json))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  const record = value as Record<string, unknown>
  return Object.keys(record)
    .sort()
    .map((key) => [key, sorted(record[key])])
}

function jsonOrNull(value: unknown): string | null {
  return value === undefined || value === null ? null : JSON.stringify(value)
}

const VERIFY_ROWS = 1000

/** Walks the chain of an organisation; the first row that does not fit, or null when all do. */
export async function verifyAudit(db: Db, organisationId: string): Promise<{ number: number; problem: string } | null> {
  let expected = 1
  let previous: Uint8Array = new Uint8Array(0)
  for (;;) {
    const rows = await db
      .selectFrom('audit')
      .selectAll()
      .where('organisation_id', '=', organisationId)
      .where('number', '>=', expected)
      .orderBy('number')
      .limit(VERIFY_ROWS)
      .execute()
    for (const row of rows) {
      if (row.number !== expected) return { number: expected, problem: `row ${expected} is missing` }
      if (!same(previous, row.previous_hash)) return { number: row.number, problem: 'does not follow the row before' }
      const json = (value: unknown) => (value === null ? null : JSON.stringify(value))
      const hash = hashOf({ ...row, before: json(row.before), after: json(row.after) })
      if (!same(hash, row.hash)) return { number: row.number, problem: 'was altered' }
      previous = hash
      expected++
    }
    if (rows.length < VERIFY_ROWS) break
  }
  const head = await db
    .selectFrom('organisation')
    .select(['audit_number', 'audit_hash'])
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow()
  if (head.audit_number !== expected - 1 || !same(previous, head.audit_hash)) {
    return { number: expected, problem: `rows after ${expected - 1} are missing` }
  }
  return null
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}
