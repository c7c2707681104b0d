import type { Project } from '@portolan/contract/projects'
import { Settings } from '@portolan/engine/settings'
import { audit } from '../platform/audit/audit.ts'
import { type Ctx, inTransaction, requirePermission } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { ConflictError } from '../platform/errors.ts'
import { uuidv7 } from '../platform/ids.ts'
import { MAIN_SCENARIO, projectAnswer } from './store.ts'

const MOST_KEY = 48
const FALLBACK_KEY = 'project'

/** A new project in phase `draft`, with the scenario `main` under default settings. */
export async function createProject(
  ctx: Ctx,
  input: { name: string; key?: string; customer: string },
): Promise<Project> {
  requirePermission(ctx, 'project:write')
  return inTransaction(ctx, async (tx) => {
    const now = ctx.now()
    const key = input.key ?? (await freeKey(tx, ctx.organisationId, keyFrom(input.name)))
    const row = await tx
      .insertInto('project')
      .values({
        id: uuidv7(now.getTime()),
        organisation_id: ctx.organisationId,
        key,
        name: input.name,
        customer: input.customer,
        status: 'planning',
        phase: 'draft',
        archived_at: null,
        approved_at: null,
        approved_by: null,
        current_snapshot_id: null,
        created_at: now,
        updated_at: now,
      })
      .onConflict((conflict) => conflict.columns(['organisation_id', 'key']).doNothing())
      .returningAll()
      .executeTakeFirst()
    if (!row) throw new ConflictError(`There is a project ${key} already; choose another key.`)
    await tx
      .insertInto('scenario')
      .values({
        id: uuidv7(now.getTime()),
        project_id: row.id,
        name: MAIN_SCENARIO,
        settings: JSON.stringify(Settings.parse({ name: input.name, customer: input.customer })),
        created_at: now,
        updated_at: now,
      })
      .execute()
    const answer = projectAnswer(row, null)
    await audit(tx, ctx, {
      action: 'projects.create',
      entity: 'project',
      entityId: row.id,
      projectId: row.id,
      after: answer,
    })
    return answer
  })
}

/** `Acme, Q2 exit` → `acme-q2-exit`. */
export function keyFrom(name: string): string {
  const key = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MOST_KEY - 4)
    .replace(/^-+|-+$/g, '')
  return key === '' ? FALLBACK_KEY : key
}

async function freeKey(tx: Tx, organisationId: string, key: string): Promise<string> {
  const taken = await tx
    .selectFrom('project')
    .select('key')
    .where('organisation_id', '=', organisationId)
    .where((where) => where.or([where('key', '=', key), where('key', 'like', `${key}-%`)]))
    .execute()
  const keys = new Set(taken.map((row) => row.key))
  if (!keys.has(key)) return key
  for (let n = 2; ; n++) if (!keys.has(`${key}-${n}`)) return `${key}-${n}`
}
