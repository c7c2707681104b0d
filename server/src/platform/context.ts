import { isAllowed, type Permission, type Role } from '@portolan/contract/permissions'
import type { Db, Tx } from './db/database.ts'
import { CodedError } from './errors.ts'

/** Who acts. A job acts for the person who asked for it. */
export interface Actor {
  readonly id: string
  readonly kind: 'local_owner' | 'person' | 'service'
  readonly name: string
  readonly role: Role
}

/** What every verb runs with. */
export interface Ctx {
  readonly actor: Actor
  readonly organisationId: string
  readonly requestId: string
  readonly ip: string
  readonly db: Db
  now(): Date
}

/**
 * Refuses an actor whose role does not hold the permission.
 *
 * @throws CodedError `forbidden`, naming the permission that is missing
 */
export function requirePermission(ctx: Ctx, permission: Permission): void {
  if (isAllowed(ctx.actor.role, permission)) return
  throw new CodedError('forbidden', `${ctx.actor.name} (${ctx.actor.role}) may not do this: it needs ${permission}`, {
    missingPermission: permission,
  })
}

/** One transaction; what `work` throws rolls everything back, the audit row included. */
export function inTransaction<T>(ctx: Ctx, work: (tx: Tx) => Promise<T>): Promise<T> {
  return ctx.db.transaction().execute(work)
}
