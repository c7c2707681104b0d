import {
  approveProject as approveRoute,
  archiveProject as archiveRoute,
  createProject as createRoute,
  getProject as getRoute,
  projectHistory as historyRoute,
  listProjects as listRoute,
  changeProjectStatus as statusRoute,
  updateProject as updateRoute,
} from '@portolan/contract/projects'
import { type Bound, bind } from '../platform/http/bind.ts'
import { createProject } from './create-project.ts'
import { listProjects, projectHistory } from './list-projects.ts'
import { approveProject, archiveProject, changeProjectStatus, updateProject } from './move-project.ts'
import { answerOf, findProject } from './store.ts'

export const projectRoutes: readonly Bound[] = [
  bind(listRoute, (ctx, { query }) => listProjects(ctx, query)),
  bind(createRoute, (ctx, { body }) => createProject(ctx, body)),
  bind(getRoute, async (ctx, { params }) =>
    answerOf(ctx.db, await findProject(ctx.db, ctx.organisationId, params.project)),
  ),
  bind(updateRoute, (ctx, { params, body }, { ifMatch }) => updateProject(ctx, params.project, body, ifMatch)),
  bind(statusRoute, (ctx, { params, body }) => changeProjectStatus(ctx, params.project, body.action, body.reason)),
  bind(approveRoute, (ctx, { params }) => approveProject(ctx, params.project)),
  bind(archiveRoute, (ctx, { params, body }) => archiveProject(ctx, params.project, body.archived)),
  bind(historyRoute, (ctx, { params, query }) => projectHistory(ctx, params.project, query)),
]
