import type { Project, REMOVALS, getRemoval as removalRoute } from '@portolan/contract/projects'
import type { RouteAnswer } from '@portolan/contract/route'
import { nextPhase, type ProjectPhaseEvent } from '@portolan/engine/project/states'
import { sql } from 'kysely'
import { audit } from '../platform/audit/audit.ts'
import { requireCurrent } from '../platform/audit/require-current.ts'
import { type Ctx, inTransaction, requirePermission } from '../platform/context.ts'
import type { Db, Tx } from '../platform/db/database.ts'
import { InvalidError, WrongStateError } from '../platform/errors.ts'
import type { IfMatch } from '../platform/http/etag.ts'
import type { Services } from '../services.ts'
import { movePhase, saveProject } from './move-project.ts'
import { answerOf, findProject, lockProject, type ProjectRow } from './store.ts'

export type RemovalKind = (typeof REMOVALS)[number]
type Removal = RouteAnswer<typeof removalRoute>

interface Counted {
  readonly what: string
  readonly sql: (projectId: string) => ReturnType<typeof sql<{ count: number }>>
}

const count = (what: string, table: (projectId: string) => ReturnType<typeof sql>): Counted => ({
  what,
  sql: (projectId) => sql<{ count: number }>`select count(*)::integer as count from ${table(projectId)}`,
})
const ofProject = (what: string, table: string): Counted =>
  count(what, (id) => sql`${sql.table(table)} where project_id = ${id}`)
const ofScenarios = (what: string, table: string, where = sql`true`): Counted =>
  count(
    what,
    (id) => sql`${sql.table(table)} join scenario on scenario.id = scenario_id where project_id = ${id} and ${where}`,
  )

const IMPORTS = ofProject('imports', 'import')
const SNAPSHOTS = count('inventory snapshots', (id) => sql`inventory_snapshot where project_id = ${id} and complete`)
const VMS = ofProject('VMs', 'vm')
const DECISIONS = ofScenarios('decisions about VMs', 'vm_decision')
const ACCEPTED = ofScenarios('accepted findings', 'accepted_finding')
const RESULTS = ofScenarios('computed plans', 'plan_result')
const OVERRIDES = ofScenarios('mode overrides', 'vm_decision', sql`mode_override is not null`)
const PLAN_DECISIONS = ofScenarios(
  'exclusions, priorities and fix times',
  'vm_decision',
  sql`(excluded or priority <> 50 or fix_minutes is not null)`,
)

/** What goes, what stays, and what it means for the phase. */
const REMOVED: Readonly<
  Record<RemovalKind, { counts: readonly Counted[]; keeps: readonly string[]; event: ProjectPhaseEvent | null }>
> = {
  project: {
    counts: [
      IMPORTS,
      SNAPSHOTS,
      VMS,
      DECISIONS,
      ACCEPTED,
      RESULTS,
      ofProject('scenarios with their settings', 'scenario'),
      ofProject('jobs with their exports', 'job'),
      ofProject('moves of status and phase', 'project_event'),
    ],
    keeps: ['the audit'],
    event: null,
  },
  inventory: {
    counts: [IMPORTS, SNAPSHOTS, VMS, DECISIONS, ACCEPTED, RESULTS],
    keeps: ['the project', 'its settings', 'its history', 'the audit'],
    event: 'clear_inventory',
  },
  assessment: {
    counts: [ACCEPTED, OVERRIDES, RESULTS],
    keeps: ['the inventory', 'settings', 'exclusions, priorities and fix times', 'statuses', 'the audit'],
    event: 'reset_assessment',
  },
  plan: {
    counts: [PLAN_DECISIONS, RESULTS],
    keeps: ['the inventory', 'settings', 'accepted findings', 'mode overrides', 'statuses', 'the audit'],
    event: 'reset_plan',
  },
}

/** What deleting, clearing or resetting would take away. */
export async function getRemoval(ctx: Ctx, project: string, of: RemovalKind): Promise<Removal> {
  requirePermission(ctx, 'project:read')
  const row = await findProject(ctx.db, ctx.organisationId, project)
  const removes = await countAll(ctx.db, row.id, of)
  return { of, removes, keeps: [...REMOVED[of].keeps], refused: await whyRefused(ctx.db, row, of) }
}

/** Resets the assessment or the plan, or clears the inventory; the key of the project is typed to confirm it. */
export async function resetProject(
  ctx: Ctx,
  services: Services,
  project: string,
  of: Exclude<RemovalKind, 'project'>,
  confirm: string,
): Promise<Project> {
  requirePermission(ctx, 'inventory:clear')
  const { answer, snapshots } = await inTransaction(ctx, async (tx) => {
    const before = await lockProject(tx, ctx.organisationId, project)
    requireKey(before, confirm)
    await refuse(tx, before, of)
    const removes = await countAll(tx, before.id, of)
    const snapshots = of === 'inventory' ? await snapshotIds(tx, before.id) : []
    await movePhase(tx, ctx, before, REMOVED[of].event!)
    await REMOVERS[of](tx, before.id)
    await sql`update scenario set decisions_version = decisions_version + 1 where project_id = ${before.id}`.execute(tx)
    const after = await saveProject(tx, ctx, before, of === 'inventory' ? { current_snapshot_id: null } : {})
    await audit(tx, ctx, {
      ...{ action: 'projects.reset', entity: 'project', entityId: before.id, projectId: before.id },
      ...{ before: { phase: before.phase, removed: removes }, after: { of, phase: after.phase } },
    })
    return { answer: await answerOf(tx, after), snapshots }
  })
  for (const id of snapshots) await services.estates.forget(id)
  return answer
}

/** Deletes a project with everything that belongs to it; its rows of the audit stay. */
export async function deleteProject(
  ctx: Ctx,
  services: Services,
  project: string,
  confirm: string,
  ifMatch: IfMatch,
): Promise<void> {
  requirePermission(ctx, 'project:delete')
  const { snapshots, jobs } = await inTransaction(ctx, async (tx) => {
    const before = await lockProject(tx, ctx.organisationId, project)
    requireKey(before, confirm)
    if (ifMatch !== null) await requireCurrent(tx, ctx, ifMatch, before, `project ${before.key}`)
    await refuse(tx, before, 'project')
    const removes = await countAll(tx, before.id, 'project')
    const snapshots = await snapshotIds(tx, before.id)
    const jobs = await tx.selectFrom('job').select('id').where('project_id', '=', before.id).execute()
    await tx.deleteFrom('project').where('id', '=', before.id).execute()
    await audit(tx, ctx, {
      ...{ action: 'projects.delete', entity: 'project', entityId: before.id, projectId: before.id },
      before: { key: before.key, name: before.name, removed: removes },
    })
    return { snapshots, jobs }
  })
  for (const id of snapshots) await services.estates.forget(id)
  for (const { id } of jobs) await services.folders.remove(services.folders.export(id))
}

const REMOVERS: Readonly<Record<Exclude<RemovalKind, 'project'>, (tx: Tx, projectId: string) => Promise<void>>> = {
  async inventory(tx, projectId) {
    const scenarios = sql`(select id from scenario where project_id = ${projectId})`
    await sql`delete from accepted_finding where scenario_id in ${scenarios}`.execute(tx)
    await sql`delete from inventory_snapshot where project_id = ${projectId}`.execute(tx)
    await sql`delete from vm where project_id = ${projectId}`.execute(tx)
    await sql`delete from import where project_id = ${projectId}`.execute(tx)
  },
  async assessment(tx, projectId) {
    const scenarios = sql`(select id from scenario where project_id = ${projectId})`
    await sql`delete from accepted_finding where scenario_id in ${scenarios}`.execute(tx)
    await sql`update vm_decision set mode_override = null, version = version + 1
      where scenario_id in ${scenarios} and mode_override is not null`.execute(tx)
    await sql`delete from plan_result where scenario_id in ${scenarios}`.execute(tx)
  },
  async plan(tx, projectId) {
    const scenarios = sql`(select id from scenario where project_id = ${projectId})`
    await sql`update vm_decision
      set excluded = false, exclude_reason = '', priority = 50, fix_minutes = null, version = version + 1
      where scenario_id in ${scenarios} and (excluded or priority <> 50 or fix_minutes is not null)`.execute(tx)
    await sql`delete from plan_result where scenario_id in ${scenarios}`.execute(tx)
  },
}

async function countAll(db: Db | Tx, projectId: string, of: RemovalKind): Promise<{ what: string; count: number }[]> {
  const removes: { what: string; count: number }[] = []
  for (const { what, sql: question } of REMOVED[of].counts) {
    const { rows } = await question(projectId).execute(db)
    removes.push({ what, count: rows[0].count })
  }
  return removes
}

/** Null when it is possible now. */
async function whyRefused(db: Db | Tx, project: ProjectRow, of: RemovalKind): Promise<string | null> {
  const { event } = REMOVED[of]
  if (event) {
    const moved = nextPhase(project.phase, event)
    if ('refused' in moved) return moved.refused
  }
  if (of !== 'project' && of !== 'inventory') return null
  const running = await db
    .selectFrom('job')
    .select('kind')
    .where('project_id', '=', project.id)
    .where('state', 'in', ['queued', 'running'])
    .executeTakeFirst()
  return running ? `A job of the project is not done (${running.kind}): cancel it or wait for it` : null
}

async function refuse(tx: Tx, project: ProjectRow, of: RemovalKind): Promise<void> {
  const refused = await whyRefused(tx, project, of)
  if (refused !== null) throw new WrongStateError(refused, ['no job running', 'before executing'])
}

function requireKey({ key }: ProjectRow, confirm: string): void {
  if (confirm === key) return
  throw new InvalidError(`To confirm, send the key of the project: ${key}`, [
    { path: 'confirm', expected: key, found: JSON.stringify(confirm) },
  ])
}

async function snapshotIds(tx: Tx, projectId: string): Promise<string[]> {
  const rows = await tx.selectFrom('inventory_snapshot').select('id').where('project_id', '=', projectId).execute()
  return rows.map(({ id }) => id)
}
