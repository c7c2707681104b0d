import { z } from 'zod'
import { LentRole, PersonName } from './person-fields.ts'
import { route } from './route.ts'
import { ApiToken, CreatedToken, NewToken } from './tokens.ts'

/** A program that works in the organisation: it has tokens, and neither password nor session. */
export const ServiceAccount = z
  .object({
    id: z.uuid(),
    name: z.string(),
    role: LentRole,
    status: z.enum(['active', 'disabled']),
    tokens: z.int().describe('That have not expired'),
    createdAt: z.iso.datetime(),
    version: z.int(),
  })
  .meta({ id: 'ServiceAccount' })
export type ServiceAccount = z.infer<typeof ServiceAccount>

const params = z.object({ account: z.uuid() })

export const listServiceAccounts = route({
  id: 'serviceAccounts.list',
  method: 'GET',
  path: '/service-accounts',
  summary: 'Service accounts of the organisation',
  permission: 'people:read',
  answer: z.object({ rows: z.array(ServiceAccount) }),
})

export const createServiceAccount = route({
  id: 'serviceAccounts.create',
  method: 'POST',
  path: '/service-accounts',
  summary: 'Create a service account',
  permission: 'people:write',
  body: z.strictObject({ name: PersonName, role: LentRole }),
  answer: ServiceAccount,
  status: 201,
  versioned: true,
})

export const updateServiceAccount = route({
  id: 'serviceAccounts.update',
  method: 'PATCH',
  path: '/service-accounts/:account',
  summary: 'Rename a service account, change its role, disable or enable it',
  permission: 'people:write',
  params,
  body: z.strictObject({
    name: PersonName.optional(),
    role: LentRole.optional(),
    disabled: z.boolean().optional(),
  }),
  answer: ServiceAccount,
  versioned: true,
  problems: ['not_found', 'stale'],
})

export const removeServiceAccount = route({
  id: 'serviceAccounts.remove',
  method: 'DELETE',
  path: '/service-accounts/:account',
  summary: 'Remove a service account with its tokens',
  permission: 'people:write',
  params,
  answer: 'none',
  status: 204,
  problems: ['not_found'],
})

export const listServiceTokens = route({
  id: 'serviceAccounts.tokens',
  method: 'GET',
  path: '/service-accounts/:account/tokens',
  summary: 'Tokens of a service account, newest first',
  permission: 'people:read',
  params,
  answer: z.object({ rows: z.array(ApiToken) }),
  problems: ['not_found'],
})

export const createServiceToken = route({
  id: 'serviceAccounts.createToken',
  method: 'POST',
  path: '/service-accounts/:account/tokens',
  summary: 'Make a token for a service account',
  permission: 'people:write',
  params,
  body: NewToken,
  answer: CreatedToken,
  status: 201,
  problems: ['not_found'],
})
