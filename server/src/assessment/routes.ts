import {
  acceptFinding as acceptRoute,
  listFindings as listRoute,
  withdrawAcceptance as withdrawRoute,
} from '@portolan/contract/findings'
import { type Bound, bind } from '../platform/http/bind.ts'
import { sendJson } from '../platform/http/send-json.ts'
import type { Services } from '../services.ts'
import { acceptFinding, listFindings, withdrawAcceptance } from './accept-findings.ts'

export function assessmentRoutes(services: Services): readonly Bound[] {
  return [
    bind(listRoute, async (ctx, { params }, { reply }) =>
      sendJson(reply, await listFindings(ctx, services, params.project)),
    ),
    bind(acceptRoute, (ctx, { params, body }) => acceptFinding(ctx, services, params.project, params.rule, body)),
    bind(withdrawRoute, (ctx, { params, body }) =>
      withdrawAcceptance(ctx, services, params.project, params.rule, body.vms),
    ),
  ]
}
