import { assessmentJson } from '../assessment-json.ts'
import type { ReportOptions } from '../command-line.ts'
import { interruptible } from '../interruptible.ts'
import { assessmentSummary } from '../summary/assessment-summary.ts'
import { processTerminal } from '../terminal/terminal.ts'
import { estateOf, filesAsTyped, screenOf, took } from './offline.ts'
import { checkReportOptions, writeReportFiles } from './report-files.ts'

/** Judges an estate: a summary, or with `--json` exactly one object; `--out` writes the reports as well. */
export async function assessCommand(files: string[], options: ReportOptions): Promise<void> {
  checkReportOptions(options)
  const terminal = processTerminal()
  await interruptible(async (signal) => {
    const assessed = await estateOf(files, options, terminal, signal)
    const written = await writeReportFiles(assessed, options, terminal, signal)
    if (options.json) {
      terminal.out(`${JSON.stringify(assessmentJson(assessed), null, 2)}\n`)
      return
    }
    const summary = assessmentSummary(assessed, took('assessed'), filesAsTyped(files), screenOf(terminal))
    terminal.out(`${[...summary, ...written].join('\n')}\n`)
  })
}
