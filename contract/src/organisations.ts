import { z } from 'zod'
import { AnyRole } from './person-fields.ts'
import { route } from './route.ts'

export const OrganisationKey = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?$/, 'lower-case letters, digits and dashes, at most 48')

/** Everything hangs on one organisation, and nothing reaches over to another. */
export const Organisation = z
  .object({
    id: z.uuid(),
    key: OrganisationKey,
    name: z.string(),
    role: AnyRole.describe('Of oneself'),
    isCurrent: z.boolean(),
    createdAt: z.iso.datetime(),
    version: z.int(),
  })
  .meta({ id: 'Organisation' })
export type Organisation = z.infer<typeof Organisation>

const name = z.string().trim().min(1).max(200)

export const listOrganisations = route({
  id: 'organisations.list',
  method: 'GET',
  path: '/organisations',
  summary: 'Organisations one belongs to',
  permission: null,
  answer: z.object({ rows: z.array(Organisation) }),
})

export const createOrganisation = route({
  id: 'organisations.create',
  method: 'POST',
  path: '/organisations',
  summary: 'Create an organisation and be its owner',
  permission: 'organisation:write',
  body: z.strictObject({ name, key: OrganisationKey }),
  answer: Organisation,
  status: 201,
  versioned: true,
  problems: ['conflict'],
})

export const updateOrganisation = route({
  id: 'organisations.update',
  method: 'PATCH',
  path: '/organisations/:organisation',
  summary: 'Rename the organisation one works in',
  permission: 'organisation:write',
  params: z.object({ organisation: z.uuid() }),
  body: z.strictObject({ name: name.optional() }),
  answer: Organisation,
  versioned: true,
  problems: ['not_found', 'stale'],
})
