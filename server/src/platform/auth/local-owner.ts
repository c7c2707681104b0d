import type { Db } from '../db/database.ts'
import { uuidv7 } from '../ids.ts'
import { hashToken, newToken } from './tokens.ts'

export const LINK_MINUTES = 60
const ORGANISATION_KEY = 'local'

/** The organisation and the owner of an installation nobody has signed in to yet; made on the first start. */
export async function ensureLocalOwner(db: Db, now: Date): Promise<{ userId: string; organisationId: string }> {
  const existing = await db
    .selectFrom('app_user')
    .select(['id', 'organisation_id'])
    .where('kind', '=', 'local_owner')
    .executeTakeFirst()
  if (existing) return { userId: existing.id, organisationId: existing.organisation_id }
  const organisationId = uuidv7(now.getTime())
  const userId = uuidv7(now.getTime())
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('organisation')
      .values({ id: organisationId, key: ORGANISATION_KEY, name: 'Local', created_at: now })
      .execute()
    await tx
      .insertInto('app_user')
      .values({
        id: userId,
        organisation_id: organisationId,
        kind: 'local_owner',
        name: 'local owner',
        role: 'owner',
        created_at: now,
      })
      .execute()
  })
  return { userId, organisationId }
}

/** A one-time token for the link that is printed at the start. */
export async function createSignInLink(db: Db, userId: string, now: Date): Promise<string> {
  const token = newToken()
  await db
    .insertInto('sign_in_link')
    .values({
      token_hash: hashToken(token),
      user_id: userId,
      created_at: now,
      expires_at: new Date(now.getTime() + LINK_MINUTES * 60_000),
      used_at: null,
    })
    .execute()
  return token
}

/** A token of the local command line: the file that holds it is readable by its owner alone. */
export async function createApiToken(db: Db, userId: string, name: string, now: Date): Promise<string> {
  const token = newToken()
  await db.deleteFrom('api_token').where('user_id', '=', userId).where('name', '=', name).execute()
  await db
    .insertInto('api_token')
    .values({ token_hash: hashToken(token), user_id: userId, name, created_at: now, expires_at: null })
    .execute()
  return token
}
