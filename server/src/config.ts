import { resolve } from 'node:path'
import { z } from 'zod'

/** Every way to configure the server; `docs/configuration.md` is generated from these rows. */
export const CONFIG_KEYS = {
  PORTOLAN_PORT: {
    schema: z.coerce.number().int().min(0).max(65535),
    fallback: '8080',
    meaning: 'Port to listen on; 0 takes a free one. `PORT` is read too.',
  },
  PORTOLAN_HOST: {
    schema: z.string().min(1),
    fallback: '127.0.0.1',
    meaning: 'Address to listen on. Anything but loopback needs PORTOLAN_ALLOW_REMOTE.',
  },
  PORTOLAN_ALLOW_REMOTE: {
    schema: z.enum(['true', 'false']),
    fallback: 'false',
    meaning: 'Allow an address that is not loopback; put TLS in front of it.',
  },
  PORTOLAN_PUBLIC_ORIGINS: {
    schema: z.string(),
    fallback: '',
    meaning: 'Origins under which browsers reach the server, separated by commas, when it is not loopback.',
  },
  PORTOLAN_DATA: {
    schema: z.string().min(1),
    fallback: 'data',
    meaning: 'Folder of the embedded database, uploads and exports.',
  },
  PORTOLAN_DATABASE_URL: {
    schema: z.string(),
    fallback: '',
    meaning: 'PostgreSQL 15 or newer; empty: the embedded database in PORTOLAN_DATA.',
  },
  PORTOLAN_MAX_UPLOAD_MIB: {
    schema: z.coerce.number().int().min(1),
    fallback: '2048',
    meaning: 'Most bytes of one import, over all its files.',
  },
  PORTOLAN_LOG_LEVEL: {
    schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']),
    fallback: 'info',
    meaning: 'How much is logged.',
  },
  PORTOLAN_DEMO: {
    schema: z.enum(['true', 'false']),
    fallback: 'true',
    meaning: 'Load the demo estate when the database is new.',
  },
} as const

export interface Config {
  readonly port: number
  readonly host: string
  readonly publicOrigins: readonly string[]
  readonly dataFolder: string
  readonly databaseUrl: string | null
  readonly maxUploadBytes: number
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent'
  readonly demo: boolean
}

/** The configuration is wrong: every mistake is named with its key. */
export class ConfigError extends Error {}

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|localhost|::1|\[::1\])$/
export const isLoopback = (host: string): boolean => LOOPBACK.test(host)

/** Reads the environment, and options of the command line that take its place. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const problems: string[] = []
  function read<K extends keyof typeof CONFIG_KEYS>(key: K): z.output<(typeof CONFIG_KEYS)[K]['schema']> {
    const { schema, fallback } = CONFIG_KEYS[key]
    const text = env[key] ?? (key === 'PORTOLAN_PORT' ? env.PORT : undefined) ?? fallback
    const parsed = schema.safeParse(text)
    if (!parsed.success) problems.push(`${key}: ${parsed.error.issues[0].message}; found "${text}"`)
    return parsed.data as z.output<(typeof CONFIG_KEYS)[K]['schema']>
  }
  for (const key of Object.keys(env)) {
    if (key.startsWith('PORTOLAN_') && !(key in CONFIG_KEYS)) problems.push(`${key} is no setting of Portolan`)
  }
  const host = read('PORTOLAN_HOST')
  if (read('PORTOLAN_ALLOW_REMOTE') === 'false' && typeof host === 'string' && !isLoopback(host)) {
    problems.push(`PORTOLAN_HOST: ${host} is not loopback; set PORTOLAN_ALLOW_REMOTE=true if TLS stands in front of it`)
  }
  const config: Config = {
    port: read('PORTOLAN_PORT'),
    host,
    publicOrigins: (read('PORTOLAN_PUBLIC_ORIGINS') ?? '')
      .split(',')
      .map((it) => it.trim())
      .filter((it) => it !== ''),
    dataFolder: resolve(read('PORTOLAN_DATA') ?? 'data'),
    databaseUrl: read('PORTOLAN_DATABASE_URL') || null,
    maxUploadBytes: read('PORTOLAN_MAX_UPLOAD_MIB') * 1024 * 1024,
    logLevel: read('PORTOLAN_LOG_LEVEL'),
    demo: read('PORTOLAN_DEMO') === 'true',
  }
  if (problems.length > 0)
    throw new ConfigError(`The configuration is wrong.\n${problems.map((it) => `  ${it}`).join('\n')}`)
  return config
}
