import { z } from 'zod'
import { AnyRole, Email, KnownPassword, NewPassword, OneTimeToken, PersonName } from './person-fields.ts'
import { route } from './route.ts'

/** `totp`: the password was right, and a code is asked for; `done`: the session is in its cookie. */
export const SignedIn = z.discriminatedUnion('next', [
  z.object({ next: z.literal('done') }),
  z.object({ next: z.literal('totp'), challenge: z.string().describe('For `/sign-in/totp`, within five minutes') }),
])
export type SignedIn = z.infer<typeof SignedIn>

export const signInOptions = route({
  id: 'signIn.options',
  method: 'GET',
  path: '/sign-in',
  summary: 'Which ways to sign in there are',
  permission: 'public',
  answer: z.object({
    link: z.boolean().describe('The link that the server printed signs in'),
    setup: z.boolean().describe('The link that the server printed makes the first owner'),
    password: z.boolean(),
    oidc: z.object({ name: z.string() }).nullable(),
    mail: z.boolean().describe('A forgotten password can be reset by mail'),
  }),
})

export const signInByPassword = route({
  id: 'signIn.password',
  method: 'POST',
  path: '/sign-in',
  summary: 'Sign in with e-mail and password',
  permission: 'public',
  body: z.strictObject({ email: Email, password: KnownPassword }),
  answer: SignedIn,
  problems: ['unauthenticated', 'too_many_requests'],
})

export const signInByCode = route({
  id: 'signIn.totp',
  method: 'POST',
  path: '/sign-in/totp',
  summary: 'The second step: a code of the authenticator, or one of the recovery codes',
  permission: 'public',
  body: z.strictObject({ challenge: OneTimeToken, code: z.string().trim().min(6).max(40) }),
  answer: SignedIn,
  problems: ['unauthenticated', 'too_many_requests'],
})

export const setUpOwner = route({
  id: 'signIn.setup',
  method: 'POST',
  path: '/sign-in/setup',
  summary: 'Become the owner with the one-time link that the server printed',
  permission: 'public',
  body: z.strictObject({ link: OneTimeToken, email: Email, name: PersonName, password: NewPassword }),
  answer: 'none',
  status: 204,
  problems: ['unauthenticated', 'invalid', 'too_many_requests'],
})

export const askReset = route({
  id: 'signIn.askReset',
  method: 'POST',
  path: '/sign-in/reset',
  summary: 'Have a link mailed that sets a new password; the answer does not tell whether anybody has that address',
  permission: 'public',
  body: z.strictObject({ email: Email }),
  answer: 'none',
  status: 204,
  problems: ['unavailable', 'too_many_requests'],
})

export const resetPassword = route({
  id: 'signIn.reset',
  method: 'POST',
  path: '/sign-in/reset/complete',
  summary: 'Set a new password with a reset link; every session ends',
  permission: 'public',
  body: z.strictObject({ token: OneTimeToken, password: NewPassword }),
  answer: 'none',
  status: 204,
  problems: ['unauthenticated', 'invalid', 'too_many_requests'],
})

export const lookAtInvitation = route({
  id: 'signIn.invitation',
  method: 'POST',
  path: '/sign-in/invitation/look',
  summary: 'What an invitation is to',
  permission: 'public',
  body: z.strictObject({ token: OneTimeToken }),
  answer: z.object({
    email: z.string(),
    organisation: z.string(),
    role: AnyRole,
    hasAccount: z.boolean().describe('Whoever has that address signs in first, then accepts'),
    expiresAt: z.iso.datetime(),
  }),
  problems: ['unauthenticated', 'too_many_requests'],
})

export const acceptInvitation = route({
  id: 'signIn.accept',
  method: 'POST',
  path: '/sign-in/invitation',
  summary: 'Accept an invitation: with a name and a password, or signed in as the person it was sent to',
  permission: 'public',
  body: z.strictObject({ token: OneTimeToken, name: PersonName.optional(), password: NewPassword.optional() }),
  answer: 'none',
  status: 204,
  problems: ['unauthenticated', 'wrong_state', 'invalid', 'too_many_requests'],
})

export const startOidc = route({
  id: 'signIn.oidcStart',
  method: 'POST',
  path: '/sign-in/oidc',
  summary: 'Where to send the browser to sign in at the identity provider',
  permission: 'public',
  body: z.strictObject({ returnTo: z.string().max(2000).default('/').describe('A path of ours to come back to') }),
  answer: z.object({ url: z.url() }),
  problems: ['unavailable', 'too_many_requests'],
})

/** Why the identity provider's answer signed nobody in: `/sign-in?refused=…` says it. */
export const OIDC_REFUSALS = {
  denied: 'The identity provider did not sign you in.',
  expired: 'Signing in took too long, or was begun in another browser. Begin again.',
  unverified: 'The identity provider has not verified your e-mail address, and somebody here has it.',
  no_role: 'None of your groups has a role here. Ask whoever runs Portolan.',
  no_email: 'The identity provider did not tell your e-mail address.',
  disabled: 'Your access was disabled.',
} as const
export type OidcRefusal = keyof typeof OIDC_REFUSALS

export const finishOidc = route({
  id: 'signIn.oidcCallback',
  method: 'GET',
  path: '/sign-in/oidc/callback',
  summary: 'Where the identity provider sends the browser back to; redirects to a page',
  permission: 'public',
  query: z.object({
    code: z.string().max(4000).optional(),
    state: z.string().max(500).optional(),
    error: z.string().max(500).optional(),
  }),
  answer: 'stream',
})
