import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ROOT } from './support.ts'

const run = promisify(execFile)
const MOST_BYTES = 256 * 1024 * 1024

/** What a program of Debian prints, as `pdftotext` of poppler-utils; its absence is said, not passed over. */
export async function output(command: string, args: readonly string[]): Promise<string> {
  try {
    return (await run(command, [...args], { maxBuffer: MOST_BYTES })).stdout
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw new Error(`No ${command} here: apt-get install poppler-utils`)
  }
}

/** What the built command prints, run where no server is named. */
export async function portolan(args: readonly string[]): Promise<string> {
  const env = { PATH: process.env.PATH, NO_COLOR: '1' }
  const options = { cwd: ROOT, env, maxBuffer: MOST_BYTES }
  return (await run(process.execPath, [join(ROOT, 'cli/bin/portolan.js'), ...args], options)).stdout
}
