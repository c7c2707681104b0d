import type { Acceptance, listFindings as listRoute } from '@portolan/contract/findings'
import type { RouteAnswer } from '@portolan/contract/route'
import { ruleOf } from '@portolan/engine/assessment/rules'
import { sql } from 'kysely'
import { currentView } from '../inventory/current-view.ts'
import { bumpDecisions } from '../inventory/decisions-store.ts'
import { refreshPlan } from '../plan/refresh-plan.ts'
import { audit } from '../platform/audit/audit.ts'
import { type Ctx, inTransaction, requirePermission } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { NotFoundError, WrongStateError } from '../platform/errors.ts'
import { movePhase } from '../project/move-project.ts'
import { findScenario, lockProject, MAIN_SCENARIO, type ProjectRow, type ScenarioRow } from '../project/store.ts'
import type { Services } from '../services.ts'

/** JSON of the rules that fired on the current snapshot. */
export async function listFindings(ctx: Ctx, services: Services, project: string): Promise<string> {
  requirePermission(ctx, 'project:read')
  return (await currentView(ctx, services, project)).ask('findings', {})
}

/** Accepts a risk on some VMs, or with null on all, also of later imports; on how many it is accepted then. */
export async function acceptFinding(
  ctx: Ctx,
  services: Services,
  project: string,
  rule: string,
  { vms, reason }: { readonly vms: readonly string[] | null; readonly reason: string },
): Promise<{ accepted: number; before: Acceptance[] }> {
  requirePermission(ctx, 'plan:write')
  requireRule(rule)
  const before = await changeAcceptance(ctx, services, project, async (tx, row, scenario) => {
    const before = await acceptancesOf(tx, scenario, rule)
    if (vms === null) {
      await sql`
        insert into accepted_finding (scenario_id, rule, vm_id, reason, accepted_by, accepted_at)
        values (${scenario.id}, ${rule}, null, ${reason}, ${ctx.actor.name}, ${ctx.now()})
        on conflict (scenario_id, rule) where vm_id is null
          do update set reason = excluded.reason, accepted_by = excluded.accepted_by, accepted_at = excluded.accepted_at`.execute(
        tx,
      )
    } else {
      await sql`
        insert into accepted_finding (scenario_id, rule, vm_id, reason, accepted_by, accepted_at)
        select ${scenario.id}, ${rule}, vm.id, ${reason}, ${ctx.actor.name}, ${ctx.now()}
        from vm where vm.project_id = ${row.id} and vm.id = any(${[...new Set(vms)]}::uuid[])
        on conflict (scenario_id, rule, vm_id) where vm_id is not null
          do update set reason = excluded.reason, accepted_by = excluded.accepted_by, accepted_at = excluded.accepted_at`.execute(
        tx,
      )
    }
    await audit(tx, ctx, {
      action: 'findings.accept',
      entity: 'finding',
      entityId: rule,
      projectId: row.id,
      before: { accepted: before },
      after: { vms: vms === null ? 'all' : vms, reason },
    })
    return before
  })
  return { accepted: await acceptedOn(ctx, services, project, rule), before }
}

/** Takes acceptances back: those on some VMs, or with null every one of the rule; how many there were. */
export async function withdrawAcceptance(
  ctx: Ctx,
  services: Services,
  project: string,
  rule: string,
  vms: readonly string[] | null,
): Promise<{ withdrawn: number; before: Acceptance[] }> {
  requirePermission(ctx, 'plan:write')
  requireRule(rule)
  return changeAcceptance(ctx, services, project, async (tx, row, scenario) => {
    const before = await acceptancesOf(tx, scenario, rule)
    let select = tx.deleteFrom('accepted_finding').where('scenario_id', '=', scenario.id).where('rule', '=', rule)
    if (vms !== null) {
      const isOnAll = before.some((acceptance) => acceptance.vms === null)
      if (isOnAll) throw new WrongStateError('The risk is accepted on every VM; withdraw it as a whole.', ['some VMs'])
      select = select.where('vm_id', '=', sql<string>`any(${[...vms]}::uuid[])`)
    }
    const gone = await select.returning(['vm_id', 'reason']).execute()
    await audit(tx, ctx, {
      action: 'findings.withdraw',
      entity: 'finding',
      entityId: rule,
      projectId: row.id,
      before: { accepted: gone },
    })
    return { withdrawn: gone.length, before }
  })
}

/** Those with the same reason stand together. */
async function acceptancesOf(tx: Tx, scenario: ScenarioRow, rule: string): Promise<Acceptance[]> {
  const rows = await tx
    .selectFrom('accepted_finding')
    .select(['vm_id', 'reason'])
    .where('scenario_id', '=', scenario.id)
    .where('rule', '=', rule)
    .orderBy('reason')
    .orderBy('vm_id')
    .execute()
  const onSome = new Map<string, string[]>()
  for (const { vm_id, reason } of rows) {
    if (vm_id === null) continue
    const vms = onSome.get(reason)
    if (vms) vms.push(vm_id)
    else onSome.set(reason, [vm_id])
  }
  return [
    ...rows.filter(({ vm_id }) => vm_id === null).map(({ reason }) => ({ vms: null, reason })),
    ...[...onSome].map(([reason, vms]) => ({ vms, reason })),
  ]
}

async function changeAcceptance<T>(
  ctx: Ctx,
  services: Services,
  project: string,
  change: (tx: Tx, project: ProjectRow, scenario: ScenarioRow) => Promise<T>,
): Promise<T> {
  const { changed, projectId } = await inTransaction(ctx, async (tx) => {
    const row = await lockProject(tx, ctx.organisationId, project)
    const scenario = await findScenario(tx, row.id, MAIN_SCENARIO)
    const changed = await change(tx, row, scenario)
    await bumpDecisions(tx, scenario.id)
    await movePhase(tx, ctx, row, 'approved_changed')
    return { changed, projectId: row.id }
  })
  await refreshPlan(ctx, services, projectId)
  return changed
}

async function acceptedOn(ctx: Ctx, services: Services, project: string, rule: string): Promise<number> {
  const view = await currentView(ctx, services, project).catch(() => null)
  if (view === null) return 0
  const { rows } = JSON.parse(await view.ask('findings', {})) as RouteAnswer<typeof listRoute>
  return rows.find((it) => it.rule === rule)?.accepted ?? 0
}

function requireRule(rule: string): void {
  if (!ruleOf(rule)) throw new NotFoundError(`rule ${rule}`)
}
