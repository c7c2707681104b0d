import { canonicalJson } from '@portolan/engine/plan/canonical-json'
import { canonicalPlan } from '@portolan/engine/plan/canonical-plan'
import type { PlanOptions } from '../command-line.ts'
import { MisuseError } from '../failure.ts'
import { interruptible } from '../interruptible.ts'
import { planSummary } from '../summary/plan-summary.ts'
import { processTerminal } from '../terminal/terminal.ts'
import { assessFiles, filesAsTyped, screenOf, took } from './offline.ts'
import { plannedEstate } from './planned-estate.ts'
import { checkReportOptions, writeReportFiles } from './report-files.ts'

/** Schedules an estate: a summary; with `--json` or `--input` the canonical plan. With `--project` a server has done it. */
export async function planCommand(files: string[], options: PlanOptions): Promise<void> {
  if (options.project !== undefined) {
    const { planOfProject } = await import('./remote/plan-of-project.ts')
    return planOfProject(options.project, files, options)
  }
  if (files.length === 0) throw new MisuseError('name the exports to plan, or a project on a server with --project')
  if (options.saveInput !== undefined) throw new MisuseError('--save-input is for --project: files have no decisions')
  checkReportOptions(options)
  const terminal = processTerminal()
  await interruptible(async (signal) => {
    const { assessed, seed } =
      options.input === undefined
        ? { assessed: await assessFiles(files, options, terminal, signal), seed: undefined }
        : await plannedEstate(files, options.input, terminal, signal)
    const written = await writeReportFiles(assessed, options, terminal, signal)
    if (options.json || options.input !== undefined) {
      terminal.out(`${canonicalJson(canonicalPlan(assessed, seed))}\n`)
      return
    }
    const summary = planSummary(assessed, took('planned'), filesAsTyped(files), screenOf(terminal))
    terminal.out(`${[...summary, ...written].join('\n')}\n`)
  })
}
