import type { Actor } from '../context.ts'
import type { Db } from '../db/database.ts'
import { hashToken, newToken } from './tokens.ts'

const SESSION_DAYS = 14
const DAY_MS = 86_400_000
/** The last use is written at most so often: a page asks dozens of times a minute. */
const SEEN_MS = 60_000

export interface SignedIn {
  readonly actor: Actor
  readonly organisationId: string
}

/** Turns a one-time link into a session; null when it is unknown, used or too old. The link works once, even asked twice at once. */
export async function openSessionByLink(db: Db, linkToken: string, now: Date): Promise<string | null> {
  return db.transaction().execute(async (tx) => {
    const link = await tx
      .updateTable('sign_in_link')
      .set({ used_at: now })
      .where('token_hash', '=', hashToken(linkToken))
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .returning('user_id')
      .executeTakeFirst()
    if (!link) return null
    const token = newToken()
    await tx
      .insertInto('session')
      .values({
        token_hash: hashToken(token),
        user_id: link.user_id,
        created_at: now,
        last_seen_at: now,
        expires_at: new Date(now.getTime() + SESSION_DAYS * DAY_MS),
      })
      .execute()
    return token
  })
}

/** Who holds a session cookie; null when it is unknown or has expired. */
export async function sessionOwner(db: Db, token: string, now: Date): Promise<SignedIn | null> {
  const row = await db
    .selectFrom('session')
    .innerJoin('app_user', 'app_user.id', 'session.user_id')
    .select(['app_user.id', 'kind', 'name', 'role', 'organisation_id', 'last_seen_at'])
    .where('token_hash', '=', hashToken(token))
    .where('expires_at', '>', now)
    .executeTakeFirst()
  if (!row) return null
  if (now.getTime() - row.last_seen_at.getTime() > SEEN_MS) {
    await db.updateTable('session').set({ last_seen_at: now }).where('token_hash', '=', hashToken(token)).execute()
  }
  return signedIn(row)
}

/** Who holds an API token. */
export async function tokenOwner(db: Db, token: string, now: Date): Promise<SignedIn | null> {
  const row = await db
    .selectFrom('api_token')
    .innerJoin('app_user', 'app_user.id', 'api_token.user_id')
    .select(['app_user.id', 'kind', 'app_user.name', 'role', 'organisation_id'])
    .where('token_hash', '=', hashToken(token))
    .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', now)]))
    .executeTakeFirst()
  return row ? signedIn(row) : null
}

export async function closeSession(db: Db, token: string): Promise<void> {
  await db.deleteFrom('session').where('token_hash', '=', hashToken(token)).execute()
}

function signedIn(row: Actor & { organisation_id: string }): SignedIn {
  const { id, kind, name, role } = row
  return { actor: { id, kind, name, role }, organisationId: row.organisation_id }
}
