import { z } from 'zod'
import { Job } from './jobs.ts'
import { PageQuery, pageOf } from './paging.ts'
import { ProjectParams } from './paths.ts'
import { route } from './route.ts'

export const IMPORT_STATES = ['uploading', 'queued', 'running', 'done', 'failed', 'cancelled'] as const

export const Import = z
  .object({
    id: z.uuid(),
    projectId: z.uuid(),
    jobId: z.uuid().nullable(),
    state: z.enum(IMPORT_STATES),
    files: z.array(z.object({ name: z.string(), bytes: z.int() })),
    error: z.object({ code: z.string(), message: z.string() }).nullable(),
    snapshotId: z.uuid().nullable(),
    actorName: z.string(),
    createdAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Import' })
export type Import = z.infer<typeof Import>

/** What an import became: immutable. */
export const Snapshot = z
  .object({
    id: z.uuid(),
    projectId: z.uuid(),
    importId: z.uuid(),
    number: z.int().describe('1 for the first of the project'),
    isCurrent: z.boolean(),
    asOf: z.iso.datetime().describe('Time of the newest export in it'),
    sources: z.array(
      z.object({
        file: z.string(),
        format: z.string(),
        rvtoolsVersion: z.string().nullable(),
        vcenters: z.array(z.string()),
      }),
    ),
    counts: z.record(z.string(), z.number().nullable()).describe('As `inventory` of the assessment document'),
    warnings: z.array(
      z.object({ code: z.string(), message: z.string(), file: z.string().nullable(), sheet: z.string().nullable() }),
    ),
    rejectedCount: z.int(),
    actorName: z.string(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Snapshot' })
export type Snapshot = z.infer<typeof Snapshot>

export const SheetColumns = z.object({
  file: z.string(),
  sheet: z.string(),
  as: z.string().nullable(),
  rows: z.int(),
  recognised: z.array(z.object({ header: z.string(), column: z.string() })),
  custom: z.array(z.string()),
  ignored: z.array(z.string()),
  missing: z.array(z.string()),
})

const importParams = ProjectParams.extend({ import: z.uuid() })
const snapshotParams = ProjectParams.extend({ snapshot: z.uuid() })

export const createImport = route({
  id: 'imports.create',
  method: 'POST',
  path: '/projects/:project/imports',
  summary: 'Upload one or several exports of one estate (multipart/form-data); a job reads and assesses them',
  permission: 'inventory:import',
  params: ProjectParams,
  answer: z.object({ import: Import, job: Job }),
  status: 202,
  problems: ['not_found', 'too_large', 'unsupported_type', 'wrong_state'],
})

export const listImports = route({
  id: 'imports.list',
  method: 'GET',
  path: '/projects/:project/imports',
  summary: 'Imports, newest first',
  permission: 'project:read',
  params: ProjectParams,
  query: PageQuery,
  answer: pageOf(Import),
})

export const getImport = route({
  id: 'imports.get',
  method: 'GET',
  path: '/projects/:project/imports/:import',
  summary: 'One import',
  permission: 'project:read',
  params: importParams,
  answer: Import,
  problems: ['not_found'],
})

export const listSnapshots = route({
  id: 'snapshots.list',
  method: 'GET',
  path: '/projects/:project/snapshots',
  summary: 'Inventory snapshots, newest first',
  permission: 'project:read',
  params: ProjectParams,
  query: PageQuery,
  answer: pageOf(Snapshot),
})

export const getSnapshot = route({
  id: 'snapshots.get',
  method: 'GET',
  path: '/projects/:project/snapshots/:snapshot',
  summary: 'One snapshot with its column report',
  permission: 'project:read',
  params: snapshotParams,
  answer: Snapshot.extend({ columns: z.array(SheetColumns) }),
  problems: ['not_found'],
})

export const rejectedRows = route({
  id: 'snapshots.rejected',
  method: 'GET',
  path: '/projects/:project/snapshots/:snapshot/rejected.csv',
  summary: 'Rows that were kept out, with file, sheet, row and reason, as CSV',
  permission: 'project:read',
  params: snapshotParams,
  answer: 'stream',
  problems: ['not_found'],
})
