import { createHash } from 'node:crypto'
import { Settings } from '@portolan/engine/settings'
import { partChunks, writePart } from '../estate/parts.ts'
import { type Ctx, requirePermission } from '../platform/context.ts'
import type { Services } from '../services.ts'
import { currentView } from './current-view.ts'

/** Raised when the bytes get another shape, so that no browser keeps what it can no longer read. */
const SHAPE = 1

export interface Facts {
  readonly etag: string
  /** gzip of packed columns: facts and tenants, what the engine in a browser assesses and plans with. */
  chunks(): AsyncIterable<Uint8Array>
}

/**
 * Facts of the current snapshot. They depend on the snapshot and on how tenants are detected, so they are made once for
 * each of these and kept beside the snapshot.
 */
export async function getFacts(ctx: Ctx, services: Services, project: string): Promise<Facts> {
  requirePermission(ctx, 'project:read')
  const view = await currentView(ctx, services, project)
  const name = partName(view.scenario.settings)
  return {
    etag: `"${view.snapshotId}-${name}-${SHAPE}"`,
    async *chunks() {
      let isStored = false
      for await (const chunk of partChunks(ctx.db, view.snapshotId, name)) {
        isStored = true
        yield chunk
      }
      if (isStored) return
      const made = await view.ask('facts', {})
      await writePart(ctx.db, view.snapshotId, name, made)
      yield made
    },
  }
}

/** The import keeps its own under this name, as tenants were detected then. */
export function partName(settings: Readonly<Record<string, unknown>>): string {
  const { tenantDetection } = Settings.parse(settings)
  return `facts-${createHash('sha256').update(JSON.stringify(tenantDetection)).digest('hex').slice(0, 16)}`
}
