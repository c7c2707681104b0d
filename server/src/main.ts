import { mkdirSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { assessmentRoutes } from './assessment/routes.ts'
import type { Config } from './config.ts'
import { loadDemo } from './demo/load-demo.ts'
import { Estates } from './estate/estates.ts'
import { IMPORT_JOB } from './inventory/create-import.ts'
import { importExecutor } from './inventory/import-job.ts'
import { importRoutes } from './inventory/import-routes.ts'
import { inventoryRoutes } from './inventory/routes.ts'
import { sweep } from './inventory/sweep.ts'
import { jobRoutes } from './jobs/jobs.ts'
import { methodologyRoutes } from './methodology/routes.ts'
import { EXPORT_JOB, exportExecutor } from './plan/exports.ts'
import { planRoutes } from './plan/routes.ts'
import { allowedHosts } from './platform/auth/allowed-hosts.ts'
import { createApiToken, createSignInLink, ensureLocalOwner } from './platform/auth/local-owner.ts'
import { DataFolders } from './platform/data-folders.ts'
import { type Db, openDatabase } from './platform/db/database.ts'
import { lockFolder } from './platform/db/folder-lock.ts'
import { buildApp } from './platform/http/app.ts'
import type { Bound } from './platform/http/bind.ts'
import { JobWorker } from './platform/jobs/worker.ts'
import { removalRoutes } from './project/removal-routes.ts'
import { projectRoutes } from './project/routes.ts'
import { scenarioRoutes } from './scenarios/routes.ts'
import type { Services } from './services.ts'
import { sessionRoutes } from './session/session.ts'
import { registerSystem } from './system/routes.ts'
import { registerWebFiles } from './system/web-files.ts'

/** Where the pages are built: the same way from the sources and from the bundle. */
const WEB_FOLDER = fileURLToPath(new URL('../../web/dist', import.meta.url))
/** The command line on the same machine reads its token here. */
const TOKEN_FILE = 'cli-token'
const SWEEP_MS = 600_000
/** How long requests that are under way may take to end. */
const CLOSE_MS = 3000

export interface RunningServer {
  /** `http://127.0.0.1:8080` */
  readonly url: string
  /** Signs in once whoever opens it. */
  readonly link: string
  close(): Promise<void>
}

/**
 * Starts everything: the data folder becomes this process's own, the database is brought up to date, jobs that were
 * interrupted go on.
 *
 * @throws FolderLockedError when another server runs on the folder
 */
export async function startServer(config: Config, log: Logger, version = '0.1.0'): Promise<RunningServer> {
  const now = () => new Date()
  mkdirSync(config.dataFolder, { recursive: true, mode: 0o700 })
  const unlock = lockFolder(config.dataFolder)
  let db: Db | null = null
  try {
    db = await openDatabase(
      config.databaseUrl === null
        ? { kind: 'embedded', folder: join(config.dataFolder, 'database') }
        : { kind: 'postgres', url: config.databaseUrl },
    )
    return await run(config, log, version, db, now, unlock)
  } catch (error) {
    await db?.destroy().catch(() => undefined)
    unlock()
    throw error
  }
}

async function run(
  config: Config,
  log: Logger,
  version: string,
  db: Db,
  now: () => Date,
  unlock: () => void,
): Promise<RunningServer> {
  const { userId, organisationId } = await ensureLocalOwner(db, now())
  const token = await createApiToken(db, userId, 'command line', now())
  writeFileSync(join(config.dataFolder, TOKEN_FILE), token, { mode: 0o600 })

  const estates = new Estates(db)
  const services: Services = {
    estates,
    folders: new DataFolders(config.dataFolder),
    maxUploadBytes: config.maxUploadBytes,
    log,
    nudge: () => worker.nudge(),
  }
  if (config.databaseUrl === null) await releaseJobs(db)
  await sweep(db, services, now(), true)
  const sweeping = setInterval(() => void sweep(db, services, now(), false), SWEEP_MS)
  const worker = new JobWorker({ db, log, now, executors: executorsOf(services) })
  const app = await buildApp({
    db,
    log,
    bound: boundRoutes(db, services, now, version),
    allowedHost: allowedHosts(config.publicOrigins),
    now,
  })
  registerSystem(app, db, version)
  await registerWebFiles(app, WEB_FOLDER)
  await app.listen({ port: config.port, host: config.host })
  worker.start()
  const url = urlOf(app, config.host)
  log.info(
    { url, data: config.dataFolder, database: config.databaseUrl === null ? 'embedded' : 'postgres' },
    'listening',
  )
  const actor = { id: userId, kind: 'local_owner', name: 'local owner', role: 'owner' } as const
  const owner = { actor, organisationId, requestId: 'start', ip: '127.0.0.1', db, now }
  // Whatever is wrong with the demo, the server is there for the rest.
  const demo = config.demo
    ? await loadDemo(owner, services).catch((error) => {
        log.error({ err: error }, 'the demo was not loaded')
        return null
      })
    : null
  const from = demo === null ? '' : `&from=/p/${demo}/plan`
  return {
    url,
    link: `${url}/sign-in?link=${await createSignInLink(db, userId, now())}${from}`,
    async close() {
      clearInterval(sweeping)
      await worker.stop()
      await closeApp(app)
      await estates.close()
      await db.destroy()
      unlock()
      log.info('stopped')
    },
  }
}

export function executorsOf(services: Services) {
  return { [IMPORT_JOB]: importExecutor(services), [EXPORT_JOB]: exportExecutor(services) }
}

/** Every route of the contract with its verb. */
export function boundRoutes(db: Db, services: Services, now: () => Date, version: string): readonly Bound[] {
  return [
    ...sessionRoutes(db, now, version),
    ...projectRoutes,
    ...removalRoutes(services),
    ...importRoutes(services),
    ...inventoryRoutes(services),
    ...assessmentRoutes(services),
    ...scenarioRoutes(services),
    ...planRoutes(services),
    ...jobRoutes,
    ...methodologyRoutes,
  ]
}

/**
 * The embedded database has one process, and it has just started: whoever held a job is gone, so nobody need wait for
 * the lease to run out.
 */
async function releaseJobs(db: Db): Promise<void> {
  await db
    .updateTable('job')
    .set({ leased_until: new Date(0) })
    .where('state', '=', 'running')
    .execute()
}

/** Event streams never end by themselves. */
async function closeApp(app: FastifyInstance): Promise<void> {
  const timer = setTimeout(() => app.server.closeAllConnections(), CLOSE_MS)
  await app.close()
  clearTimeout(timer)
}

function urlOf(app: FastifyInstance, host: string): string {
  const { port } = app.server.address() as AddressInfo
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port}`
}
