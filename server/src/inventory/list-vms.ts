import type { VmFilter } from '@portolan/contract/vms'
import { type Ctx, requirePermission } from '../platform/context.ts'
import { NotFoundError } from '../platform/errors.ts'
import type { Services } from '../services.ts'
import { currentView } from './current-view.ts'

export interface VmListQuery extends VmFilter {
  readonly sort: string
  readonly offset: number
  readonly limit: number
  readonly fields?: string
}

/** JSON of a piece of the VM table. */
export async function listVms(ctx: Ctx, services: Services, project: string, query: VmListQuery): Promise<string> {
  requirePermission(ctx, 'project:read')
  const { sort, offset, limit, fields, ...filter } = query
  const view = await currentView(ctx, services, project)
  const names = fields?.split(',').map((it) => it.trim())
  return view.ask('list', { filter, sort, offset, limit, fields: names ?? null })
}

export async function facetsOfVms(ctx: Ctx, services: Services, project: string, filter: VmFilter): Promise<string> {
  requirePermission(ctx, 'project:read')
  return (await currentView(ctx, services, project)).ask('facets', { filter })
}

/** JSON of everything of one VM, its raw cells included. */
export async function getVm(ctx: Ctx, services: Services, project: string, id: string): Promise<string> {
  requirePermission(ctx, 'project:read')
  const { snapshotId, ask } = await currentView(ctx, services, project)
  const facts = await ctx.db
    .selectFrom('vm_facts')
    .select('raw')
    .where('snapshot_id', '=', snapshotId)
    .where('vm_id', '=', id)
    .executeTakeFirst()
  if (!facts) throw new NotFoundError(`VM ${id} in the current snapshot`)
  return ask('vm', { id, raw: facts.raw })
}
