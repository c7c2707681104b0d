import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { ROOT } from './command.ts'

export interface ServedServer {
  readonly url: string
  /** Signs in once. */
  readonly link: string
  readonly data: string
  /** What commands on the same machine find it by. */
  readonly env: Readonly<Record<string, string>>
  /** Ends it as Ctrl-C does; its exit code. */
  stop(): Promise<number | null>
}

/** `portolan serve` on the embedded database, with nothing in it. */
export async function serve(env: Readonly<Record<string, string>> = {}): Promise<ServedServer> {
  const data = mkdtempSync(join(tmpdir(), 'portolan-serve-'))
  const child = spawn(process.execPath, ['cli/bin/portolan.js', 'serve', '--port', '0', '--data', data, '--json'], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, PORTOLAN_DEMO: 'false', PORTOLAN_LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit') as Promise<[number | null]>
  const [line] = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line') as Promise<[string]>,
    exited.then(([code]) => {
      throw new Error(`portolan serve ended with ${code} before it listened`)
    }),
  ])
  const { url, link } = JSON.parse(line) as { url: string; link: string }
  return {
    ...{ url, link, data },
    env: { PORTOLAN_SERVER: url, PORTOLAN_DATA: data },
    async stop() {
      child.kill('SIGINT')
      const [code] = await exited
      rmSync(data, { recursive: true, force: true })
      return code
    },
  }
}
