import multipart from '@fastify/multipart'
import {
  createImport as createRoute,
  getImport as getRoute,
  listImports as listRoute,
  getSnapshot as oneSnapshotRoute,
  rejectedRows as rejectedRoute,
  listSnapshots as snapshotsRoute,
} from '@portolan/contract/imports'
import { type Bound, bind } from '../platform/http/bind.ts'
import { idempotencyKeyOf } from '../platform/http/idempotency.ts'
import type { Services } from '../services.ts'
import { createImport } from './create-import.ts'
import { receiveUpload, tooLarge } from './receive-upload.ts'
import { getImport, getSnapshot, listImports, listSnapshots, rejectedCsv } from './snapshots.ts'

export function importRoutes(services: Services): readonly Bound[] {
  const { maxUploadBytes } = services
  const create = bind(createRoute, async (ctx, { params }, { request, reply }) => {
    // Whoever says beforehand that it is too much need not send it; whoever was refused need not go on.
    reply.header('connection', 'close')
    const announced = Number(request.headers['content-length'] ?? 0)
    if (announced > maxUploadBytes + FORM_BYTES) throw tooLarge(maxUploadBytes)
    const receive = (folder: string) => receiveUpload(request, folder, maxUploadBytes)
    return createImport(ctx, services, params.project, receive, idempotencyKeyOf(request))
  })
  return [
    {
      route: createRoute,
      register(app) {
        void app.register(multipart)
        create.register(app)
      },
    },
    bind(listRoute, (ctx, { params, query }) => listImports(ctx, params.project, query)),
    bind(getRoute, (ctx, { params }) => getImport(ctx, params.project, params.import)),
    bind(snapshotsRoute, (ctx, { params, query }) => listSnapshots(ctx, params.project, query)),
    bind(oneSnapshotRoute, (ctx, { params }) => getSnapshot(ctx, params.project, params.snapshot)),
    bind(rejectedRoute, async (ctx, { params }, { reply }) => {
      const csv = await rejectedCsv(ctx, params.project, params.snapshot)
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="rejected.csv"')
        .send(csv)
    }),
  ]
}

/** What a form adds to the files in it. */
const FORM_BYTES = 1024 * 1024
