import { Command, InvalidArgumentError, Option } from 'commander'
import { VERSION } from './version.ts'

/** Formats that `--out` can write, in the order they are written. */
export const REPORT_FORMATS = ['xlsx', 'pdf', 'csv', 'json'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]

export const SHELLS = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof SHELLS)[number]

export interface SharedOptions {
  readonly json?: boolean
  readonly settings?: string
  readonly asOf?: string
}

export interface ReportOptions extends SharedOptions {
  readonly out?: string
  readonly format?: ReportFormat[]
}

export interface PlanOptions extends ReportOptions {
  readonly input?: string
}

/** What each command does once its arguments are known. Loaded only when called: `--help` must start at once. */
export interface Actions {
  assess(files: string[], options: ReportOptions): Promise<void>
  plan(files: string[], options: PlanOptions): Promise<void>
  explain(vm: string, files: string[], options: SharedOptions): Promise<void>
  columns(files: string[], options: { json?: boolean }): Promise<void>
  completion(shell: Shell): Promise<void>
}

const FILES = 'RVTools exports of one estate: .xlsx, .xls, .csv, a ZIP or a folder of .csv'

/** The whole command line: names, arguments, options and help. Throws CommanderError instead of leaving the process. */
export function commandLine(actions: Actions): Command {
  const program = new Command('portolan')
    .description('Chart an infrastructure migration: RVTools exports in, an assessed and scheduled plan out.')
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('after', EXAMPLES)
    .exitOverride()

  withReportOptions(program.command('assess'))
    .summary('judge every VM: risk, mode, systems past support')
    .description('Assess an estate: what is there, what is at risk, what to do first.')
    .argument('<file...>', FILES)
    .addHelpText('after', ASSESS_EXAMPLES)
    .action(actions.assess)

  withReportOptions(program.command('plan'))
    .summary('schedule the migration and answer the deadline')
    .description('Plan the migration of an estate: times, daily schedule, deadline.')
    .argument('<file...>', FILES)
    .addOption(
      new Option('--input <file>', 'a plan input (portolan.plan-input/1); prints the canonical plan').conflicts([
        'settings',
        'asOf',
      ]),
    )
    .addHelpText('after', PLAN_EXAMPLES)
    .action(actions.plan)

  withSharedOptions(program.command('explain'))
    .summary('every number of one VM, with cells, rules and formulas')
    .description('Explain one VM: inputs with the cells they came from, rules that fired, formulas, times.')
    .argument('<vm>', 'name, DNS name, MoRef (vm-123) or UUID')
    .argument('<file...>', FILES)
    .addHelpText('after', EXPLAIN_EXAMPLES)
    .action(actions.explain)

  program
    .command('columns')
    .summary('which columns were recognised, ignored or missing')
    .description('Report per sheet which columns were recognised, kept as custom, ignored or missing.')
    .argument('<file...>', FILES)
    .option('--json', 'print JSON')
    .action(actions.columns)

  program
    .command('completion')
    .summary('print a completion script for a shell')
    .description('Print a completion script. For bash: source <(portolan completion bash)')
    .argument('<shell>', SHELLS.join(', '), oneOf(SHELLS))
    .action(actions.completion)

  return program
}

function withSharedOptions(command: Command): Command {
  return command
    .option('--json', 'print JSON instead of a summary')
    .option('--settings <file>', 'settings as JSON or YAML')
    .option('--as-of <date>', 'judge ages and ends of support on this day (default: the day of the export)', isoDay)
}

function withReportOptions(command: Command): Command {
  return withSharedOptions(command)
    .option('--out <dir>', 'write the reports into this folder')
    .option('--format <list>', `which reports: ${REPORT_FORMATS.join(', ')} (default: all)`, formatList)
}

/** `YYYY-MM-DD`, also as the beginning of an ISO 8601 time. */
function isoDay(text: string): string {
  const day = /^(\d{4}-\d{2}-\d{2})(?:T.*)?$/.exec(text)?.[1] ?? ''
  const at = Date.parse(text.length > day.length ? text : `${day}T00:00:00Z`)
  if (day === '' || Number.isNaN(at) || !isRealDay(day)) {
    throw new InvalidArgumentError('Expected a date as YYYY-MM-DD.')
  }
  return day
}

function isRealDay(day: string): boolean {
  const at = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day)
}

function formatList(text: string): ReportFormat[] {
  const parse = oneOf(REPORT_FORMATS)
  const chosen = text
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part !== '')
    .map(parse)
  if (chosen.length === 0) throw new InvalidArgumentError(`Expected some of ${REPORT_FORMATS.join(', ')}.`)
  return REPORT_FORMATS.filter((format) => chosen.includes(format))
}

function oneOf<T extends string>(allowed: readonly T[]): (text: string) => T {
  return (text) => {
    const found = allowed.find((candidate) => candidate === text)
    if (found === undefined) throw new InvalidArgumentError(`Expected one of ${allowed.join(', ')}.`)
    return found
  }
}

const EXAMPLES = `
Examples:
  portolan assess export.xlsx                      the answer on one screen
  portolan assess export.xlsx --out report         PDF, XLSX, CSV and JSON
  portolan plan site-a.xlsx site-b.zip             two exports as one estate
  portolan explain web01 export.xlsx               every number of one VM
  portolan columns export.xlsx                     what was read, what was not

Exit codes: 0 done, 1 refused or failed, 2 misuse.
NO_COLOR and FORCE_COLOR are honoured.`

const ASSESS_EXAMPLES = `
Examples:
  portolan assess export.xlsx
  portolan assess export.xlsx --settings plan.yaml --out report --format pdf,xlsx
  portolan assess export.xlsx --as-of 2027-01-01   who is past support by then?
  portolan assess export.xlsx --json | jq .assessment.risk`

const PLAN_EXAMPLES = `
Examples:
  portolan plan export.xlsx
  portolan plan export.xlsx --settings plan.yaml --out report
  portolan plan export.xlsx --json > plan.json     the canonical plan
  portolan plan export.xlsx --input input.json     the plan of a project, byte for byte`

const EXPLAIN_EXAMPLES = `
Examples:
  portolan explain web01 export.xlsx
  portolan explain vm-1234 export.xlsx --json`
