import { spawn } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const BIN = 'cli/bin/portolan.js'

export interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

let isChecked = false

/** Runs the built command from the root of the repository, as a person does. */
export async function portolan(args: readonly string[], env: Record<string, string> = {}): Promise<Ran> {
  if (!isChecked) assertBuilt()
  isChecked = true
  const child = spawn(process.execPath, [BIN, ...args], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, NO_COLOR: '1', COLUMNS: '80', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  return { code, stdout, stderr }
}

/** A test of yesterday's build proves nothing. */
function assertBuilt(): void {
  const built = statSync(`${ROOT}/cli/dist/main.js`, { throwIfNoEntry: false })?.mtimeMs ?? 0
  const sources = ['engine/src', 'files/src', 'contract/src', 'server/src', 'cli/src'].flatMap((folder) =>
    readdirSync(`${ROOT}/${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|typ)$/.test(name) && !name.endsWith('.test.ts'))
      .map((name) => `${ROOT}/${folder}/${name}`),
  )
  const newest = Math.max(...sources.map((file) => statSync(file).mtimeMs))
  if (newest > built) throw new Error('cli/dist is older than the sources: run `npm run build` first')
}
