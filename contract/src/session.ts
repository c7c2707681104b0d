import { z } from 'zod'
import { PERMISSIONS, ROLES } from './permissions.ts'
import { route } from './route.ts'

export const Session = z
  .object({
    actor: z.object({
      id: z.uuid(),
      kind: z.enum(['local_owner', 'person', 'service']),
      name: z.string(),
      email: z.string().nullable(),
      role: z.enum(ROLES).describe('In the organisation'),
    }),
    organisationId: z.uuid(),
    organisation: z.object({ id: z.uuid(), key: z.string(), name: z.string() }),
    permissions: z.array(z.enum(PERMISSIONS)).describe('In the organisation; those of the token, where it holds fewer'),
    projectRoles: z.record(z.uuid(), z.enum(ROLES)).describe('Projects in which another role counts, by id'),
    by: z.enum(['session', 'token']),
    version: z.string().describe('Version of Portolan'),
  })
  .meta({ id: 'Session' })
export type Session = z.infer<typeof Session>

export const openSession = route({
  id: 'session.open',
  method: 'POST',
  path: '/session',
  summary: 'Sign in with the one-time link that the server printed',
  permission: 'public',
  body: z.strictObject({ link: z.string().min(20).max(100) }),
  answer: 'none',
  status: 204,
  problems: ['unauthenticated', 'wrong_state'],
})

export const getSession = route({
  id: 'session.get',
  method: 'GET',
  path: '/session',
  summary: 'Who is signed in, and what they may do',
  permission: null,
  answer: Session,
})

export const createLink = route({
  id: 'session.link',
  method: 'POST',
  path: '/session/link',
  summary: 'A new one-time link for a browser, before there are people who sign in',
  permission: null,
  only: 'local_owner',
  answer: z.object({
    link: z.string().describe('For `/sign-in?link=` of the server'),
    expiresAt: z.iso.datetime(),
  }),
  status: 201,
})

export const switchOrganisation = route({
  id: 'session.switch',
  method: 'POST',
  path: '/session/organisation',
  summary: 'Work in another organisation that one belongs to',
  permission: null,
  only: 'session',
  body: z.strictObject({ organisation: z.string().min(1).max(100).describe('Id or key') }),
  answer: Session,
  problems: ['not_found'],
})

export const closeSession = route({
  id: 'session.close',
  method: 'DELETE',
  path: '/session',
  summary: 'Sign out',
  permission: null,
  answer: 'none',
  status: 204,
})
