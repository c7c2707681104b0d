import { z } from 'zod'
import { PERMISSIONS } from './permissions.ts'
import { route } from './route.ts'

export const TOKEN_DAYS = { fallback: 90, most: 365 } as const

export const ApiToken = z
  .object({
    id: z.uuid(),
    name: z.string(),
    prefix: z.string().describe('How it begins: enough to tell it from others'),
    ownerId: z.uuid(),
    ownerName: z.string(),
    permissions: z.array(z.enum(PERMISSIONS)).nullable().describe('null: whatever its owner may'),
    projects: z.array(z.uuid()).nullable().describe('null: every project of the organisation'),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime().nullable(),
    lastUsedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ApiToken' })
export type ApiToken = z.infer<typeof ApiToken>

export const NewToken = z.strictObject({
  name: z.string().trim().min(1).max(100),
  permissions: z.array(z.enum(PERMISSIONS)).min(1).nullable().default(null),
  projects: z.array(z.string().min(1).max(100)).min(1).max(100).nullable().default(null).describe('Ids or keys'),
  days: z.int().min(1).max(TOKEN_DAYS.most).default(TOKEN_DAYS.fallback).describe('Until it expires'),
})
export type NewToken = z.infer<typeof NewToken>
export const CreatedToken = ApiToken.extend({ token: z.string().describe('Shown this once') })

export const listTokens = route({
  id: 'tokens.list',
  method: 'GET',
  path: '/tokens',
  summary: 'Tokens of oneself in this organisation, newest first',
  permission: 'token:write',
  answer: z.object({ rows: z.array(ApiToken) }),
})

export const createToken = route({
  id: 'tokens.create',
  method: 'POST',
  path: '/tokens',
  summary: 'Make a token for oneself; it may do what its owner may, or less',
  permission: 'token:write',
  body: NewToken,
  answer: CreatedToken,
  status: 201,
  problems: ['not_found'],
})

export const revokeToken = route({
  id: 'tokens.revoke',
  method: 'DELETE',
  path: '/tokens/:token',
  summary: 'Withdraw a token: one of oneself, with people:write any of the organisation',
  permission: 'token:write',
  params: z.object({ token: z.uuid() }),
  answer: 'none',
  status: 204,
  problems: ['not_found'],
})
