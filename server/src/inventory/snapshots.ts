import type { Import, SheetColumns, Snapshot } from '@portolan/contract/imports'
import type { Rejected } from '@portolan/engine/inventory/rvtools/sheet'
import { csvText } from '@portolan/files/report/csv/csv-text'
import type { z } from 'zod'
import { readPart } from '../estate/parts.ts'
import { type Ctx, requirePermission } from '../platform/context.ts'
import { pageRows } from '../platform/http/paging.ts'
import { findProject } from '../project/store.ts'
import { findImport, findSnapshot, importAnswer, importPage, snapshotAnswer, snapshotPage } from './store.ts'

interface Page {
  readonly cursor?: string
  readonly limit: number
}

export async function listImports(
  ctx: Ctx,
  project: string,
  query: Page,
): Promise<{ rows: Import[]; nextCursor: string | null }> {
  requirePermission(ctx, 'project:read')
  const { id } = await findProject(ctx.db, ctx.organisationId, project)
  const page = pageRows(await importPage(ctx.db, id, query), query.limit, (row) => row.id)
  return { rows: page.rows.map(importAnswer), nextCursor: page.nextCursor }
}

export async function getImport(ctx: Ctx, project: string, importId: string): Promise<Import> {
  requirePermission(ctx, 'project:read')
  const { id } = await findProject(ctx.db, ctx.organisationId, project)
  return importAnswer(await findImport(ctx.db, id, importId))
}

export async function listSnapshots(
  ctx: Ctx,
  project: string,
  query: Page,
): Promise<{ rows: Snapshot[]; nextCursor: string | null }> {
  requirePermission(ctx, 'project:read')
  const { id, current_snapshot_id } = await findProject(ctx.db, ctx.organisationId, project)
  const page = pageRows(await snapshotPage(ctx.db, id, query), query.limit, (row) => String(row.number))
  return { rows: page.rows.map((row) => snapshotAnswer(row, current_snapshot_id)), nextCursor: page.nextCursor }
}

/** One snapshot with what was made of each column of each sheet. */
export async function getSnapshot(
  ctx: Ctx,
  project: string,
  snapshotId: string,
): Promise<Snapshot & { columns: z.infer<typeof SheetColumns>[] }> {
  requirePermission(ctx, 'project:read')
  const { id, current_snapshot_id } = await findProject(ctx.db, ctx.organisationId, project)
  const row = await findSnapshot(ctx.db, id, snapshotId)
  return { ...snapshotAnswer(row, current_snapshot_id), columns: row.columns as z.infer<typeof SheetColumns>[] }
}

/** Rows that were kept out, as CSV that no spreadsheet runs as formulas. */
export async function rejectedCsv(ctx: Ctx, project: string, snapshotId: string): Promise<string> {
  requirePermission(ctx, 'project:read')
  const { id } = await findProject(ctx.db, ctx.organisationId, project)
  await findSnapshot(ctx.db, id, snapshotId)
  const part = await readPart(ctx.db, snapshotId, 'rejected')
  const rows = JSON.parse(Buffer.from(part ?? Buffer.from('[]')).toString('utf8')) as Rejected[]
  const lines = rows.map(({ file, sheet, row, reason }) =>
    [csvText(file), csvText(sheet), String(row), csvText(reason)].join(','),
  )
  return `${['file,sheet,row,reason', ...lines].join('\r\n')}\r\n`
}
