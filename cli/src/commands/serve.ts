import { decimal } from '@portolan/engine/documents/wording/numbers'
import type { Config } from '@portolan/server/config'
import type { RunningServer } from '@portolan/server/main'
import type { ServeOptions } from '../command-line.ts'
import { EXIT, MisuseError, RefusedError } from '../failure.ts'
import { CLIENT_VARIABLES } from '../remote/connection.ts'
import { labelled, leftAndRight } from '../terminal/blocks.ts'
import { processTerminal, type Terminal } from '../terminal/terminal.ts'
import { VERSION } from '../version.ts'
import { screenOf } from './offline.ts'
import { shortLines } from './serve-log.ts'

/**
 * Runs the server until it is told to stop. Its log is JSON on stderr, and short lines where somebody watches; the link
 * that signs in goes to stdout, so that a log never holds it.
 */
export async function serveCommand(options: ServeOptions): Promise<void> {
  const terminal = processTerminal()
  const stop = stopSignal()
  const begunAt = performance.now()
  const config = await configOf(options, process.env)
  const { createLog } = await import('@portolan/server/platform/log')
  const log = createLog(config.logLevel, terminal.isErrTerminal ? shortLines(terminal) : process.stderr)
  const server = await started(config, log)
  terminal.out(
    options.json
      ? `${JSON.stringify(asJson(server, config))}\n`
      : `${welcome(server, config, performance.now() - begunAt, terminal).join('\n')}\n`,
  )
  await stop
  await server.close()
}

async function configOf(options: ServeOptions, env: Readonly<Record<string, string | undefined>>): Promise<Config> {
  const { ConfigError, readConfig } = await import('@portolan/server/config')
  const variables = Object.fromEntries(Object.entries(env).filter(([key]) => !(key in CLIENT_VARIABLES)))
  const given = {
    PORTOLAN_PORT: options.port,
    PORTOLAN_HOST: options.host,
    PORTOLAN_DATA: options.data,
    PORTOLAN_DATABASE_URL: options.databaseUrl,
  }
  for (const [key, value] of Object.entries(given)) if (value !== undefined) variables[key] = value
  try {
    return readConfig(variables)
  } catch (error) {
    if (error instanceof ConfigError) throw new MisuseError(error.message)
    throw error
  }
}

type Log = ReturnType<typeof import('@portolan/server/platform/log').createLog>

async function started(config: Config, log: Log): Promise<RunningServer> {
  const { startServer } = await import('@portolan/server/main')
  const { FolderLockedError } = await import('@portolan/server/platform/db/folder-lock')
  try {
    return await startServer(config, log, VERSION)
  } catch (error) {
    if (error instanceof FolderLockedError) throw new RefusedError(error.message)
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') {
      throw new RefusedError(`Port ${config.port} is taken. Stop what listens there, or choose another with --port.`)
    }
    if (code === 'EACCES') throw new RefusedError(`${(error as Error).message}. Choose another --port or --data.`)
    throw error
  }
}

/** Within this time a second signal is the echo of the first: npm passes on what the terminal has sent to all. */
const ECHO_MS = 1000

/** Resolves when the server is to stop; who asks again does not want to wait. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    let askedAt: number | null = null
    const ask = () => {
      if (askedAt !== null && performance.now() - askedAt > ECHO_MS) process.exit(EXIT.interrupted)
      askedAt ??= performance.now()
      resolve()
    }
    process.on('SIGINT', ask)
    process.on('SIGTERM', ask)
  })
}

function asJson({ url, link }: RunningServer, { dataFolder, databaseUrl }: Config) {
  return { url, link, data: dataFolder, database: databaseUrl === null ? 'embedded' : 'postgres' }
}

function welcome(
  { link }: RunningServer,
  { dataFolder, databaseUrl }: Config,
  tookMs: number,
  terminal: Terminal,
): string[] {
  const screen = screenOf(terminal)
  const { paint } = screen
  const database = databaseUrl === null ? 'embedded database' : 'PostgreSQL'
  return [
    '',
    leftAndRight(
      `  ${paint('strong', `Portolan ${VERSION}`)}`,
      [paint('faint', `started in ${decimal(tookMs / 1000, 1)} s`)],
      screen.width,
    ),
    ...labelled(
      'Open',
      [paint('sea', link), paint('faint', 'signs you in once, within an hour; `portolan link` prints another')],
      screen,
    ),
    ...labelled('Data', [`${dataFolder} · ${database}`], screen),
    ...labelled('Stop', ['Ctrl-C'], screen),
    '',
  ]
}
