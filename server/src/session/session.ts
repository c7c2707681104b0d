import { ROLE_PERMISSIONS } from '@portolan/contract/permissions'
import { closeSession, createLink, getSession, openSession } from '@portolan/contract/session'
import { createSignInLink, LINK_MINUTES } from '../platform/auth/local-owner.ts'
import { closeSession as endSession, openSessionByLink } from '../platform/auth/session.ts'
import type { Db } from '../platform/db/database.ts'
import { CodedError } from '../platform/errors.ts'
import { SESSION_COOKIE } from '../platform/http/app.ts'
import { type Bound, bind } from '../platform/http/bind.ts'

const COOKIE = { path: '/', httpOnly: true, sameSite: 'strict' } as const

/** Signing in by the printed link, and out. The verbs run before anybody is known, so they get the database themselves. */
export function sessionRoutes(db: Db, now: () => Date, version: string): readonly Bound[] {
  return [
    bind(openSession, async (_, { body }, { reply }) => {
      const token = await openSessionByLink(db, body.link, now())
      if (!token) {
        throw new CodedError(
          'unauthenticated',
          'This link was used or is too old. Restart the server, or run `portolan link`, for a new one.',
        )
      }
      reply.setCookie(SESSION_COOKIE, token, COOKIE)
    }),
    bind(getSession, async ({ actor, organisationId }) => ({
      actor,
      organisationId,
      permissions: [...ROLE_PERMISSIONS[actor.role]],
      version,
    })),
    bind(createLink, async ({ actor }) => {
      const at = now()
      const link = await createSignInLink(db, actor.id, at)
      return { link, expiresAt: new Date(at.getTime() + LINK_MINUTES * 60_000).toISOString() }
    }),
    bind(closeSession, async (_, __, { request, reply }) => {
      const token = request.cookies[SESSION_COOKIE]
      if (token) await endSession(db, token)
      reply.clearCookie(SESSION_COOKIE, COOKIE)
    }),
  ]
}
