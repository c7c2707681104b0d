import { z } from 'zod'
import { PERMISSIONS, ROLES } from './permissions.ts'
import { route } from './route.ts'

export const Session = z
  .object({
    actor: z.object({
      id: z.uuid(),
      kind: z.enum(['local_owner', 'person', 'service']),
      name: z.string(),
      role: z.enum(ROLES),
    }),
    organisationId: z.uuid(),
    permissions: z.array(z.enum(PERMISSIONS)),
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
  problems: ['unauthenticated'],
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
  summary: 'A new one-time link for a browser, which signs in as whoever asks for it',
  permission: null,
  answer: z.object({
    link: z.string().describe('For `/sign-in?link=` of the server'),
    expiresAt: z.iso.datetime(),
  }),
  status: 201,
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
