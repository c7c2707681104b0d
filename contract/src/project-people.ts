import { z } from 'zod'
import { PageQuery, pageOf } from './paging.ts'
import { ProjectParams } from './paths.ts'
import { AnyRole, LentRole } from './person-fields.ts'
import { route } from './route.ts'

/** What a person or a service account is in one project. */
export const ProjectPerson = z
  .object({
    id: z.uuid(),
    kind: z.enum(['local_owner', 'person', 'service']),
    name: z.string(),
    email: z.string().nullable(),
    organisationRole: AnyRole,
    projectRole: LentRole.nullable().describe('Counts instead, here; null: that of the organisation counts'),
    role: AnyRole.describe('What counts here'),
  })
  .meta({ id: 'ProjectPerson' })
export type ProjectPerson = z.infer<typeof ProjectPerson>

const params = ProjectParams.extend({ person: z.uuid() })

export const listProjectPeople = route({
  id: 'projectPeople.list',
  method: 'GET',
  path: '/projects/:project/people',
  summary: 'Who may do what in a project',
  permission: 'project:share',
  params: ProjectParams,
  query: PageQuery,
  answer: pageOf(ProjectPerson),
  problems: ['not_found'],
})

export const setProjectRole = route({
  id: 'projectPeople.set',
  method: 'PUT',
  path: '/projects/:project/people/:person',
  summary: 'Give a person or a service account another role in a project, higher or lower; an owner stays owner',
  permission: 'project:share',
  params,
  body: z.strictObject({ role: LentRole }),
  answer: ProjectPerson,
  problems: ['not_found', 'wrong_state'],
})

export const clearProjectRole = route({
  id: 'projectPeople.clear',
  method: 'DELETE',
  path: '/projects/:project/people/:person',
  summary: 'Let the role of the organisation count again in a project',
  permission: 'project:share',
  params,
  answer: ProjectPerson,
  problems: ['not_found'],
})
