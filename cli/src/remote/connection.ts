import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { MisuseError, RefusedError } from '../failure.ts'

/** Variables of the command that a server is not configured with. */
export const CLIENT_VARIABLES = {
  PORTOLAN_SERVER: 'The server that commands ask; `--server` comes first.',
  PORTOLAN_TOKEN: 'The token that commands send; `--token` comes first.',
} as const

export interface ConnectionOptions {
  readonly server?: string
  readonly token?: string
}

/** Where the server is, and what the command shows it. */
export interface Connection {
  /** Origin without a slash at its end. */
  readonly url: string
  readonly token: string
}

type Environment = Readonly<Record<string, string | undefined>>

const DEFAULT_PORT = '8080'
const TOKEN_FILE = 'cli-token'
const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|localhost|\[::1\])$/

/**
 * The server and the token of a command: options, then the environment, then the server on this machine with the token
 * that it keeps in its data folder.
 *
 * @throws RefusedError without a token. The one of this machine is never sent to another
 */
export function connectionOf({ server, token }: ConnectionOptions, env: Environment): Connection {
  const url = serverUrl(server ?? env.PORTOLAN_SERVER, env)
  const given = token ?? env.PORTOLAN_TOKEN
  return { url: url.origin, token: given ? given : localToken(url, env) }
}

function serverUrl(given: string | undefined, env: Environment): URL {
  const text = given || `http://127.0.0.1:${env.PORTOLAN_PORT || env.PORT || DEFAULT_PORT}`
  const url = URL.canParse(text) ? new URL(text) : null
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.username === '') return url
  throw new MisuseError(`--server takes the address of a server as http://127.0.0.1:8080; found ${text}`)
}

function localToken({ origin, hostname }: URL, env: Environment): string {
  if (!LOOPBACK.test(hostname)) {
    throw new RefusedError(`${origin} is another machine and needs a token: give --token or PORTOLAN_TOKEN.`)
  }
  const file = resolve(join(env.PORTOLAN_DATA || 'data', TOKEN_FILE))
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new RefusedError(
        `There is no token: ${file} does not exist. Start a server here with \`portolan serve\`, say where its data is with PORTOLAN_DATA, or give --token.`,
      )
    }
    throw new RefusedError(`The token in ${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`)
  }
}
