import { Settings } from '@portolan/engine/settings'
import { z } from 'zod'
import { ProjectParams } from './paths.ts'
import { route } from './route.ts'

export const Scenario = z
  .object({
    id: z.uuid(),
    name: z.string(),
    settings: z.record(z.string(), z.unknown()).describe('Every setting, as `portolan --settings` takes them'),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    version: z.int(),
  })
  .meta({ id: 'Scenario' })
export type Scenario = z.infer<typeof Scenario>

const params = ProjectParams.extend({ scenario: z.string().min(1).max(100) })

/** Any setting: absent leaves it, null clears it back to its default. Parts (risk, fixTime, …) are replaced whole. */
export const SettingsChange = z.strictObject(
  Object.fromEntries(Object.keys(Settings.shape).map((key) => [key, z.unknown().optional()])),
)

export const listScenarios = route({
  id: 'scenarios.list',
  method: 'GET',
  path: '/projects/:project/scenarios',
  summary: 'Scenarios of a project',
  permission: 'project:read',
  params: ProjectParams,
  answer: z.object({ rows: z.array(Scenario) }),
  problems: ['not_found'],
})

export const getScenario = route({
  id: 'scenarios.get',
  method: 'GET',
  path: '/projects/:project/scenarios/:scenario',
  summary: 'One scenario with its settings',
  permission: 'project:read',
  params,
  answer: Scenario,
  versioned: true,
  problems: ['not_found'],
})

export const updateScenario = route({
  id: 'scenarios.update',
  method: 'PATCH',
  path: '/projects/:project/scenarios/:scenario',
  summary: 'Change settings; the plan is computed again before the answer',
  permission: 'plan:write',
  params,
  body: z.strictObject({ settings: SettingsChange }),
  answer: Scenario,
  versioned: true,
  problems: ['not_found', 'stale', 'invalid'],
})
