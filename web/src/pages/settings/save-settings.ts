import { getScenario, type Scenario, updateScenario } from '@portolan/contract/scenarios'
import type { Settings } from '@portolan/engine/settings'
import type { QueryClient } from '@tanstack/react-query'
import { call } from '../../api/client.ts'
import { invalidate, query } from '../../api/query.ts'

/** The scenario that pages show. */
export const MAIN = 'main'

export const scenarioQuery = (project: string) => query(getScenario, { params: { project, scenario: MAIN } })

/** What depends on settings: everything but lists of files. */
const DEPENDENT = ['scenarios.', 'plan.', 'vms.', 'stats.', 'findings.', 'tenants.', 'projects.', 'methodology.']

/** Saves settings that were read at `version`; the plan is computed before the answer comes, so all pages read anew. */
export async function saveSettings(
  client: QueryClient,
  project: string,
  version: number,
  settings: Partial<Record<keyof Settings, unknown>>,
): Promise<Scenario> {
  const scenario = await call(updateScenario, {
    params: { project, scenario: MAIN },
    body: { settings },
    ifMatch: version,
  })
  client.setQueryData(scenarioQuery(project).queryKey, scenario)
  void invalidate(client, ...DEPENDENT)
  return scenario
}
