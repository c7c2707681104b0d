import type { Project } from '@portolan/contract/projects'
import type { Selectable } from 'kysely'
import type { Db, Tx } from '../platform/db/database.ts'
import type { Schema } from '../platform/db/schema.ts'
import { NotFoundError } from '../platform/errors.ts'
import { isUuid } from '../platform/ids.ts'

export type ProjectRow = Selectable<Schema['project']>
export type ScenarioRow = Selectable<Schema['scenario']>

/** The scenario every project starts with. */
export const MAIN_SCENARIO = 'main'

/**
 * A project by id or key.
 *
 * @throws NotFoundError also when it belongs to another organisation: that it exists is nobody else's business
 */
export async function findProject(db: Db | Tx, organisationId: string, idOrKey: string): Promise<ProjectRow> {
  const row = await db
    .selectFrom('project')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where(isUuid(idOrKey) ? 'id' : 'key', '=', idOrKey)
    .executeTakeFirst()
  if (!row) throw new NotFoundError(`project ${idOrKey}`)
  return row
}

/** The same, locked until the transaction ends: for changes that depend on what is there. */
export async function lockProject(tx: Tx, organisationId: string, idOrKey: string): Promise<ProjectRow> {
  const { id } = await findProject(tx, organisationId, idOrKey)
  return tx.selectFrom('project').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow()
}

export async function findScenario(db: Db | Tx, projectId: string, name: string): Promise<ScenarioRow> {
  const row = await db
    .selectFrom('scenario')
    .selectAll()
    .where('project_id', '=', projectId)
    .where('name', '=', name)
    .executeTakeFirst()
  if (!row) throw new NotFoundError(`scenario ${name}`)
  return row
}

/** Totals of the plans that are current, by project; a project without one is absent. */
export async function totalsOf(db: Db | Tx, projectIds: readonly string[]): Promise<Map<string, Project['totals']>> {
  if (projectIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('plan_result')
    .innerJoin('scenario', 'scenario.id', 'plan_result.scenario_id')
    .innerJoin('project', (join) =>
      join
        .onRef('project.id', '=', 'scenario.project_id')
        .onRef('project.current_snapshot_id', '=', 'plan_result.snapshot_id'),
    )
    .select(['project.id', 'plan_result.summary', 'plan_result.computed_at'])
    .where('scenario.name', '=', MAIN_SCENARIO)
    .where('project.id', 'in', projectIds)
    .execute()
  return new Map(
    rows.map(({ id, summary, computed_at }) => [
      id,
      { ...(summary as { totals: NonNullable<Project['totals']> }).totals, computedAt: computed_at.toISOString() },
    ]),
  )
}

export function projectAnswer(row: ProjectRow, totals: Project['totals']): Project {
  return {
    id: row.id,
    key: row.key,
    name: row.name,
    customer: row.customer,
    status: row.status,
    phase: row.phase,
    archived: row.archived_at !== null,
    approvedAt: row.approved_at?.toISOString() ?? null,
    approvedBy: row.approved_by,
    currentSnapshotId: row.current_snapshot_id,
    totals,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    version: row.version,
  }
}

export async function answerOf(db: Db | Tx, row: ProjectRow): Promise<Project> {
  return projectAnswer(row, (await totalsOf(db, [row.id])).get(row.id) ?? null)
}
