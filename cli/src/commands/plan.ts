import type { AssessedEstate } from '@portolan/engine/documents/assessed-estate'
import { plural } from '@portolan/engine/documents/wording/numbers'
import type { VmReference } from '@portolan/engine/inventory/vm-reference'
import { canonicalJson } from '@portolan/engine/plan/canonical-json'
import { canonicalPlan } from '@portolan/engine/plan/canonical-plan'
import { PlanInput } from '@portolan/engine/plan/plan-input'
import { instant } from '@portolan/engine/units'
import { assessWithInput } from '../assess-estate.ts'
import type { PlanOptions } from '../command-line.ts'
import { MisuseError } from '../failure.ts'
import { interruptible } from '../interruptible.ts'
import { readDataFile } from '../settings/data-file.ts'
import { parsed, zoneProblems } from '../settings/settings-file.ts'
import { planSummary } from '../summary/plan-summary.ts'
import { processTerminal, type Terminal } from '../terminal/terminal.ts'
import { printable } from '../terminal/width.ts'
import { assessFiles, filesAsTyped, screenOf, took, withProgress } from './offline.ts'
import { checkReportOptions, writeReportFiles } from './report-files.ts'

/** A decision about each of 100,000 VMs takes some 15 MB. */
const MOST_INPUT_BYTES = 256 * 1024 * 1024

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
    const { assessed, seed } = await planned(files, options, terminal, signal)
    const written = await writeReportFiles(assessed, options, terminal, signal)
    if (options.json || options.input !== undefined) {
      terminal.out(`${canonicalJson(canonicalPlan(assessed, seed))}\n`)
      return
    }
    const summary = planSummary(assessed, took('planned'), filesAsTyped(files), screenOf(terminal))
    terminal.out(`${[...summary, ...written].join('\n')}\n`)
  })
}

async function planned(
  files: readonly string[],
  options: PlanOptions,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<{ assessed: AssessedEstate; seed: number | undefined }> {
  const file = options.input
  if (file === undefined) return { assessed: await assessFiles(files, options, terminal, signal), seed: undefined }
  const input = parsed(PlanInput, await readDataFile(file, MOST_INPUT_BYTES), file, ({ settings }) =>
    zoneProblems(settings).map((problem) => `settings.${problem}`),
  )
  const { assessed, unknown } = await withProgress(terminal, (onProgress) =>
    assessWithInput(files, input, { now: instant(Date.now()), signal, onProgress }),
  )
  if (unknown.length > 0) terminal.err(`portolan: ${unknownVms(unknown, file)}\n`)
  return { assessed, seed: input.seed }
}

function unknownVms(unknown: readonly VmReference[], file: string): string {
  const [first] = unknown
  const name = printable([first.vcenter, first.moref || first.instanceUuid].filter((part) => part !== '').join(' '))
  return `warning: ${file} decides about ${plural(unknown.length, 'VM')} that no export names, such as ${name}`
}
