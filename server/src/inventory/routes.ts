import { Readable } from 'node:stream'
import {
  getFacts as factsRoute,
  getStats,
  listClusters,
  listDatastores,
  listHosts,
  listNetworks,
  listTenants,
} from '@portolan/contract/inventory'
import type { Route } from '@portolan/contract/route'
import {
  updateVms as bulkRoute,
  vmFacets as facetsRoute,
  getVm as getRoute,
  listVms as listRoute,
  updateVm as updateRoute,
} from '@portolan/contract/vms'
import { requirePermission } from '../platform/context.ts'
import { type Bound, bind } from '../platform/http/bind.ts'
import { sendJson } from '../platform/http/send-json.ts'
import type { Services } from '../services.ts'
import { currentView } from './current-view.ts'
import { decideVm, decideVms } from './decide-vms.ts'
import { getFacts } from './facts.ts'
import { facetsOfVms, getVm, listVms } from './list-vms.ts'

type PlaceOp = 'hosts' | 'clusters' | 'datastores' | 'networks' | 'tenants' | 'stats'

export function inventoryRoutes(services: Services): readonly Bound[] {
  /** Lists that come whole out of the estate thread. */
  const whole = <R extends Route & { params: typeof listHosts.params }>(route: R, op: PlaceOp) =>
    bind(route, async (ctx, input, { reply }) => {
      requirePermission(ctx, 'project:read')
      const { project } = input.params as { project: string }
      return sendJson(reply, await (await currentView(ctx, services, project)).ask(op, {}))
    })
  return [
    bind(listRoute, async (ctx, { params, query }, { reply }) =>
      sendJson(reply, await listVms(ctx, services, params.project, query)),
    ),
    bind(facetsRoute, async (ctx, { params, query }, { reply }) =>
      sendJson(reply, await facetsOfVms(ctx, services, params.project, query)),
    ),
    bind(getRoute, async (ctx, { params }, { reply }) =>
      sendJson(reply, await getVm(ctx, services, params.project, params.vm)),
    ),
    bind(updateRoute, (ctx, { params, body }) => decideVm(ctx, services, params.project, params.vm, body)),
    bind(bulkRoute, (ctx, { params, body }) => decideVms(ctx, services, params.project, body)),
    whole(listHosts, 'hosts'),
    whole(listClusters, 'clusters'),
    whole(listDatastores, 'datastores'),
    whole(listNetworks, 'networks'),
    whole(listTenants, 'tenants'),
    whole(getStats, 'stats'),
    bind(factsRoute, async (ctx, { params }, { request, reply }) => {
      const facts = await getFacts(ctx, services, params.project)
      reply.header('etag', facts.etag).header('cache-control', 'private, no-cache')
      if (request.headers['if-none-match'] === facts.etag) return reply.code(304).send()
      return reply
        .type('application/octet-stream')
        .header('content-encoding', 'gzip')
        .send(Readable.from(facts.chunks(), { objectMode: false }))
    }),
  ]
}
