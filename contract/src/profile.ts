import { z } from 'zod'
import { Email, KnownPassword, NewPassword, PersonName } from './person-fields.ts'
import { route } from './route.ts'

export const Profile = z
  .object({
    id: z.uuid(),
    kind: z.enum(['local_owner', 'person']),
    name: z.string(),
    email: z.string().nullable(),
    hasPassword: z.boolean().describe('false: an identity provider signs in'),
    passwordChangedAt: z.iso.datetime().nullable(),
    totp: z.boolean(),
    recoveryCodesLeft: z.int(),
    createdAt: z.iso.datetime(),
    version: z.int(),
  })
  .meta({ id: 'Profile' })
export type Profile = z.infer<typeof Profile>

export const OpenSession = z.object({
  id: z.uuid(),
  isCurrent: z.boolean(),
  by: z.enum(['link', 'password', 'oidc', 'invitation']),
  organisation: z.string(),
  userAgent: z.string(),
  ip: z.string(),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
})
export type OpenSession = z.infer<typeof OpenSession>

const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()).describe('Each works once; shown this once') })
/** A session alone proves little: what changes how somebody signs in asks for the password again. */
const proof = z.strictObject({ password: KnownPassword })

export const getProfile = route({
  id: 'profile.get',
  method: 'GET',
  path: '/profile',
  summary: 'Oneself',
  permission: null,
  only: 'session',
  answer: Profile,
  versioned: true,
})

export const updateProfile = route({
  id: 'profile.update',
  method: 'PATCH',
  path: '/profile',
  summary: 'Change the name that others see',
  permission: null,
  only: 'session',
  body: z.strictObject({ name: PersonName.optional() }),
  answer: Profile,
  versioned: true,
  problems: ['stale'],
})

export const becomePerson = route({
  id: 'profile.claim',
  method: 'POST',
  path: '/profile/owner',
  summary: 'Make the local owner a person who signs in; the printed link and the local token end with it',
  permission: null,
  only: 'local_owner',
  body: z.strictObject({ email: Email, name: PersonName, password: NewPassword }),
  answer: 'none',
  status: 204,
  problems: ['invalid'],
})

export const changePassword = route({
  id: 'profile.password',
  method: 'POST',
  path: '/profile/password',
  summary: 'Change the password; every other session ends',
  permission: null,
  only: 'session',
  body: z.strictObject({ current: KnownPassword, password: NewPassword }),
  answer: 'none',
  status: 204,
  problems: ['invalid', 'wrong_state', 'too_many_requests'],
})

export const startTotp = route({
  id: 'profile.totpStart',
  method: 'POST',
  path: '/profile/totp',
  summary: 'A secret for an authenticator; it counts once a code of it was confirmed',
  permission: null,
  only: 'session',
  body: proof,
  answer: z.object({ secret: z.string().describe('Base32'), uri: z.string().describe('`otpauth://`, as a QR code') }),
  problems: ['invalid', 'wrong_state', 'too_many_requests'],
})

export const confirmTotp = route({
  id: 'profile.totpConfirm',
  method: 'POST',
  path: '/profile/totp/confirm',
  summary: 'Confirm the authenticator with a code of it; from now on signing in asks for one',
  permission: null,
  only: 'session',
  body: z.strictObject({ code: z.string().trim().min(6).max(10) }),
  answer: RecoveryCodes,
  problems: ['invalid', 'wrong_state', 'too_many_requests'],
})

export const removeTotp = route({
  id: 'profile.totpRemove',
  method: 'POST',
  path: '/profile/totp/remove',
  summary: 'Sign in without codes again',
  permission: null,
  only: 'session',
  body: proof,
  answer: 'none',
  status: 204,
  problems: ['invalid', 'wrong_state', 'too_many_requests'],
})

export const renewRecoveryCodes = route({
  id: 'profile.recoveryCodes',
  method: 'POST',
  path: '/profile/totp/recovery-codes',
  summary: 'New recovery codes; the old ones end',
  permission: null,
  only: 'session',
  body: proof,
  answer: RecoveryCodes,
  problems: ['invalid', 'wrong_state', 'too_many_requests'],
})

export const listSessions = route({
  id: 'profile.sessions',
  method: 'GET',
  path: '/profile/sessions',
  summary: 'Where one is signed in, newest first',
  permission: null,
  only: 'session',
  answer: z.object({ rows: z.array(OpenSession) }),
})

export const revokeSession = route({
  id: 'profile.revokeSession',
  method: 'DELETE',
  path: '/profile/sessions/:session',
  summary: 'End a session of oneself',
  permission: null,
  only: 'session',
  params: z.object({ session: z.uuid() }),
  answer: 'none',
  status: 204,
  problems: ['not_found'],
})

export const revokeOtherSessions = route({
  id: 'profile.revokeSessions',
  method: 'DELETE',
  path: '/profile/sessions',
  summary: 'End every session of oneself but this one',
  permission: null,
  only: 'session',
  answer: 'none',
  status: 204,
})
