import {
  assessProject as assessRoute,
  getCanonicalPlan as canonicalRoute,
  downloadExport as downloadRoute,
  createExport as exportRoute,
  getPlanGivens as givensRoute,
  getPlanInput as inputRoute,
  getPlan as planRoute,
} from '@portolan/contract/plan'
import { type Bound, bind } from '../platform/http/bind.ts'
import { idempotencyKeyOf } from '../platform/http/idempotency.ts'
import { sendJson } from '../platform/http/send-json.ts'
import type { Services } from '../services.ts'
import { createExport, downloadExport } from './exports.ts'
import { assessProject, getPlan, getPlanGivens, planDocument } from './get-plan.ts'

const TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
  zip: 'application/zip',
}

export function planRoutes(services: Services): readonly Bound[] {
  return [
    bind(planRoute, async (ctx, { params }, { reply }) =>
      sendJson(reply, await getPlan(ctx, services, params.project)),
    ),
    bind(givensRoute, async (ctx, { params }, { reply }) =>
      sendJson(reply, await getPlanGivens(ctx, services, params.project)),
    ),
    bind(inputRoute, async (ctx, { params }, { reply }) => {
      const bytes = await planDocument(ctx, services, params.project, 'planInput')
      return reply.type('application/json; charset=utf-8').send(Buffer.from(bytes))
    }),
    bind(canonicalRoute, async (ctx, { params }, { reply }) => {
      const bytes = await planDocument(ctx, services, params.project, 'canonicalPlan')
      return reply.type('application/json; charset=utf-8').send(Buffer.from(bytes))
    }),
    bind(assessRoute, (ctx, { params }) => assessProject(ctx, services, params.project)),
    bind(exportRoute, (ctx, { params, body }, { request }) =>
      createExport(ctx, services, params.project, body.formats, idempotencyKeyOf(request)),
    ),
    bind(downloadRoute, async (ctx, { params }, { reply }) => {
      const { name, bytes, stream } = await downloadExport(ctx, services, params.project, params.job, params.file)
      return reply
        .type(TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream')
        .header('content-length', bytes)
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
        .send(stream())
    }),
  ]
}
