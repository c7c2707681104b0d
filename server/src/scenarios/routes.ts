import {
  getScenario as getRoute,
  listScenarios as listRoute,
  updateScenario as updateRoute,
} from '@portolan/contract/scenarios'
import { type Bound, bind } from '../platform/http/bind.ts'
import type { Services } from '../services.ts'
import { getScenario, listScenarios, updateScenario } from './scenarios.ts'

export function scenarioRoutes(services: Services): readonly Bound[] {
  return [
    bind(listRoute, (ctx, { params }) => listScenarios(ctx, params.project)),
    bind(getRoute, (ctx, { params }) => getScenario(ctx, params.project, params.scenario)),
    bind(updateRoute, (ctx, { params, body }, { ifMatch }) =>
      updateScenario(ctx, services, params.project, params.scenario, body.settings, ifMatch),
    ),
  ]
}
