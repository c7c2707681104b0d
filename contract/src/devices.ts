import { z } from 'zod'
import { route } from './route.ts'

/** What a person types: two groups of four letters that make no word and cannot be mistaken. */
export const UserCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/, 'a code as BCDF-GHJK')

export const startDevice = route({
  id: 'devices.start',
  method: 'POST',
  path: '/sign-in/device',
  summary: 'Ask for a code that a person enters in a browser, so that a command line gets a token (as RFC 8628)',
  permission: 'public',
  body: z.strictObject({ name: z.string().trim().min(1).max(100).describe('As people see it: `portolan on laptop`') }),
  answer: z.object({
    deviceCode: z.string(),
    userCode: z.string(),
    page: z.string().describe('Below the server: where the code is entered'),
    expiresAt: z.iso.datetime(),
    intervalSeconds: z.int(),
  }),
  status: 201,
  problems: ['too_many_requests'],
})

export const pollDevice = route({
  id: 'devices.poll',
  method: 'POST',
  path: '/sign-in/device/poll',
  summary: 'Whether the code was entered; the token is answered once',
  permission: 'public',
  body: z.strictObject({ deviceCode: z.string().min(20).max(100) }),
  answer: z.discriminatedUnion('state', [
    z.object({ state: z.literal('pending'), intervalSeconds: z.int() }),
    z.object({ state: z.literal('approved'), token: z.string(), expiresAt: z.iso.datetime() }),
    z.object({ state: z.literal('refused') }),
    z.object({ state: z.literal('expired') }),
  ]),
  problems: ['too_many_requests'],
})

const params = z.object({ code: UserCode })

export const getDevice = route({
  id: 'devices.get',
  method: 'GET',
  path: '/sign-in/device/:code',
  summary: 'Who asks with a code, and from where',
  permission: 'token:write',
  only: 'session',
  params,
  answer: z.object({ name: z.string(), ip: z.string(), createdAt: z.iso.datetime(), expiresAt: z.iso.datetime() }),
  problems: ['not_found', 'too_many_requests'],
})

export const decideDevice = route({
  id: 'devices.decide',
  method: 'POST',
  path: '/sign-in/device/:code',
  summary: 'Let a command line act as oneself in this organisation, or refuse it',
  permission: 'token:write',
  only: 'session',
  params,
  body: z.strictObject({ approve: z.boolean() }),
  answer: 'none',
  status: 204,
  problems: ['not_found', 'too_many_requests'],
})
