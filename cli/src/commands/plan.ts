import type { PlanOptions } from '../command-line.ts'
import { interruptible } from '../interruptible.ts'
import { planSummary } from '../summary/plan-summary.ts'
import { processTerminal } from '../terminal/terminal.ts'
import { assessFiles, filesAsTyped, screenOf, took } from './offline.ts'
import { checkReportOptions, writeReportFiles } from './report-files.ts'

export async function planCommand(files: string[], options: PlanOptions): Promise<void> {
  checkReportOptions(options)
  const terminal = processTerminal()
  await interruptible(async (signal) => {
    const assessed = await assessFiles(files, options, terminal, signal)
    const written = await writeReportFiles(assessed, options, terminal, signal)
    const summary = planSummary(assessed, took('planned'), filesAsTyped(files), screenOf(terminal))
    terminal.out(`${[...summary, ...written].join('\n')}\n`)
  })
}
