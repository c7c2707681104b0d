import {
  deleteProject as deleteRoute,
  getRemoval as removalRoute,
  resetProject as resetRoute,
} from '@portolan/contract/projects'
import { type Bound, bind } from '../platform/http/bind.ts'
import type { Services } from '../services.ts'
import { deleteProject, getRemoval, resetProject } from './removal.ts'

export function removalRoutes(services: Services): readonly Bound[] {
  return [
    bind(removalRoute, (ctx, { params, query }) => getRemoval(ctx, params.project, query.of)),
    bind(resetRoute, (ctx, { params, body }) => resetProject(ctx, services, params.project, body.of, body.confirm)),
    bind(deleteRoute, (ctx, { params, query }, { ifMatch }) =>
      deleteProject(ctx, services, params.project, query.confirm, ifMatch),
    ),
  ]
}
