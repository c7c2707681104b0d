import { z } from 'zod'
import { PageQuery, pageOf } from './paging.ts'
import { DeliveryChoice } from './people.ts'
import { AnyRole, Email } from './person-fields.ts'
import { route } from './route.ts'

/** Somebody who was asked in and has not come yet. */
export const Invitation = z
  .object({
    id: z.uuid(),
    email: z.string(),
    role: AnyRole,
    status: z.enum(['invited', 'expired']),
    invitedBy: z.string(),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'Invitation' })
export type Invitation = z.infer<typeof Invitation>

const Sent = z.object({
  invitation: Invitation,
  link: z.string().nullable().describe('Path below the server; shown this once, null when it was mailed'),
})
const params = z.object({ invitation: z.uuid() })

export const listInvitations = route({
  id: 'invitations.list',
  method: 'GET',
  path: '/invitations',
  summary: 'Who was invited and has not come yet, newest first',
  permission: 'people:read',
  query: PageQuery,
  answer: pageOf(Invitation),
})

export const invite = route({
  id: 'invitations.create',
  method: 'POST',
  path: '/invitations',
  summary: 'Invite somebody into the organisation',
  permission: 'people:write',
  body: z.strictObject({ email: Email, role: AnyRole, by: DeliveryChoice }),
  answer: Sent,
  status: 201,
  problems: ['conflict', 'unavailable'],
})

export const renewInvitation = route({
  id: 'invitations.renew',
  method: 'POST',
  path: '/invitations/:invitation/renew',
  summary: 'A new link for an invitation; the one before ends',
  permission: 'people:write',
  params,
  body: z.strictObject({ by: DeliveryChoice }),
  answer: Sent,
  status: 201,
  problems: ['not_found', 'unavailable'],
})

export const withdrawInvitation = route({
  id: 'invitations.withdraw',
  method: 'DELETE',
  path: '/invitations/:invitation',
  summary: 'Withdraw an invitation',
  permission: 'people:write',
  params,
  answer: 'none',
  status: 204,
  problems: ['not_found'],
})
