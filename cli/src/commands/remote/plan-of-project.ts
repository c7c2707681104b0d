import { writeFile } from 'node:fs/promises'
import { getCanonicalPlan, getPlan, getPlanInput } from '@portolan/contract/plan'
import type { PlanOptions } from '../../command-line.ts'
import { MisuseError, RefusedError } from '../../failure.ts'
import { withServer } from '../../remote/remote-command.ts'
import { planLines } from './plan-lines.ts'

/** Options that belong to exports: the plan of a project is made with its own settings. */
const OFFLINE_ONLY = ['settings', 'asOf', 'out', 'format', 'input'] as const

/** The plan of a project on a server: a summary, with `--json` the canonical plan, byte for byte as the server has it. */
export async function planOfProject(project: string, files: readonly string[], options: PlanOptions): Promise<void> {
  if (files.length > 0) throw new MisuseError('--project takes no files: the server has them. Leave one of them out.')
  const stray = OFFLINE_ONLY.find((name) => options[name] !== undefined)
  if (stray !== undefined)
    throw new MisuseError(`--${stray === 'asOf' ? 'as-of' : stray} is for files, not for --project`)
  await withServer(options, async (run) => {
    const params = { project }
    if (options.saveInput !== undefined) {
      const input = await run.api.stream(getPlanInput, { params })
      await write(options.saveInput, new Uint8Array(await input.arrayBuffer()))
    }
    if (options.json) {
      run.terminal.out(await (await run.api.stream(getCanonicalPlan, { params })).text())
      return
    }
    const plan = await run.api.call(getPlan, { params })
    run.print(plan, () => planLines(plan, project, run.screen))
  })
}

async function write(file: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(file, bytes)
  } catch (error) {
    throw new RefusedError(`${file} cannot be written (${(error as NodeJS.ErrnoException).code}).`)
  }
}
