import type { Ctx } from '../context.ts'
import type { Db } from '../db/database.ts'
import { CodedError } from '../errors.ts'
import { type IfMatch, requireVersion } from '../http/etag.ts'

interface Row {
  readonly id: string
  readonly version: number
}

/**
 * Refuses a change that was made from an older version, naming who was faster and when, as the audit tells it.
 *
 * @param what `project acme`
 */
export async function requireCurrent(db: Db, ctx: Ctx, ifMatch: IfMatch, row: Row, what: string): Promise<void> {
  if (typeof ifMatch === 'number' && ifMatch !== row.version) throw await overtaken(db, ctx, row.id, what)
  requireVersion(ifMatch, row.version, what)
}

/** The refusal of a change that somebody else overtook. */
export async function overtaken(db: Db, ctx: Ctx, id: string, what: string): Promise<CodedError> {
  const last = await db
    .selectFrom('audit')
    .select(['actor_name as by', 'at'])
    .where('organisation_id', '=', ctx.organisationId)
    .where('entity_id', '=', id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const by = last ? ` by ${last.by}` : ''
  return new CodedError('stale', `${what} was changed meanwhile${by}. Read it again.`, last ? { changed: last } : {})
}
