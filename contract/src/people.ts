import { z } from 'zod'
import { PageQuery, pageOf } from './paging.ts'
import { AnyRole } from './person-fields.ts'
import { route } from './route.ts'

/** Somebody who belongs to the organisation. Who was invited and has not come yet is an invitation. */
export const Person = z
  .object({
    id: z.uuid(),
    kind: z.enum(['local_owner', 'person']),
    name: z.string(),
    email: z.string().nullable(),
    role: AnyRole,
    status: z.enum(['active', 'disabled']),
    source: z.enum(['manual', 'oidc']).describe('oidc: the groups of the identity provider give the role'),
    totp: z.boolean(),
    lastSignInAt: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime().describe('When the person came into the organisation'),
    version: z.int(),
  })
  .meta({ id: 'Person' })
export type Person = z.infer<typeof Person>

/** How a link reaches its reader. */
export const DeliveryChoice = z.enum(['mail', 'link']).describe('link: it is answered, to be handed over')

const params = z.object({ person: z.uuid() })

export const listPeople = route({
  id: 'people.list',
  method: 'GET',
  path: '/people',
  summary: 'People of the organisation',
  permission: 'people:read',
  query: PageQuery.extend({ search: z.string().max(200).optional().describe('In name or e-mail') }),
  answer: pageOf(Person),
})

export const getPerson = route({
  id: 'people.get',
  method: 'GET',
  path: '/people/:person',
  summary: 'One person of the organisation',
  permission: 'people:read',
  params,
  answer: Person,
  versioned: true,
  problems: ['not_found'],
})

export const updatePerson = route({
  id: 'people.update',
  method: 'PATCH',
  path: '/people/:person',
  summary: 'Change the role of a person in the organisation, disable or enable the person there',
  permission: 'people:write',
  params,
  body: z.strictObject({ role: AnyRole.optional(), disabled: z.boolean().optional() }),
  answer: Person,
  versioned: true,
  problems: ['not_found', 'stale', 'wrong_state'],
})

export const removePerson = route({
  id: 'people.remove',
  method: 'DELETE',
  path: '/people/:person',
  summary: 'Take a person out of the organisation: roles, sessions and tokens in it end',
  permission: 'people:write',
  params,
  answer: 'none',
  status: 204,
  problems: ['not_found', 'wrong_state'],
})

export const resetPerson = route({
  id: 'people.reset',
  method: 'POST',
  path: '/people/:person/reset',
  summary: 'A link with which a person sets a new password, and drops a lost authenticator where asked',
  permission: 'people:write',
  params,
  body: z.strictObject({ by: DeliveryChoice, totp: z.boolean().default(false) }),
  answer: z.object({ link: z.string().nullable().describe('Path below the server'), expiresAt: z.iso.datetime() }),
  status: 201,
  problems: ['not_found', 'wrong_state', 'unavailable'],
})
