import { Command, InvalidArgumentError, Option } from 'commander'
import { GROUPS, type Group, type GroupName, type GroupVerb } from './groups.ts'
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

/** Of the commands that judge exports under settings, or under all that a project decided. */
export interface JudgeOptions extends SharedOptions {
  readonly input?: string
}

export interface ReportOptions extends JudgeOptions {
  readonly out?: string
  readonly format?: ReportFormat[]
}

export interface RemoteOptions {
  readonly json?: boolean
  readonly server?: string
  readonly token?: string
}

export interface PlanOptions extends ReportOptions, RemoteOptions {
  /** Of a server, instead of files. */
  readonly project?: string
  readonly saveInput?: string
}

export interface ServeOptions {
  readonly json?: boolean
  readonly port?: string
  readonly host?: string
  readonly data?: string
  readonly databaseUrl?: string
}

/** What each command does once its arguments are known. Loaded only when called: `--help` must start at once. */
export interface Actions {
  assess(files: string[], options: ReportOptions): Promise<void>
  plan(files: string[], options: PlanOptions): Promise<void>
  explain(vm: string, files: string[], options: JudgeOptions): Promise<void>
  columns(files: string[], options: { json?: boolean }): Promise<void>
  completion(shell: Shell): Promise<void>
  serve(options: ServeOptions): Promise<void>
  remote(group: GroupName, verb: string, args: readonly (string | string[])[], options: RemoteOptions): Promise<void>
}

const INPUT = 'a plan input (portolan.plan-input/1): settings, scope and what else was decided'
const FILES = 'RVTools exports of one estate: .xlsx, .xls, .csv, a ZIP or a folder of .csv'

/** The whole command line: names, arguments, options and help. Throws CommanderError instead of leaving the process. */
export function commandLine(actions: Actions): Command {
  const program = new Command('portolan')
    .description('Chart an infrastructure migration: RVTools exports in, an assessed and scheduled plan out.')
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .addHelpCommand(
      new Command('help')
        .argument('[command]')
        .description('print the help of a command')
        .helpOption(false)
        .helpGroup('Help:'),
    )
    .addHelpText('after', EXAMPLES)
    .exitOverride()
    .commandsGroup('Work on exports, without a server:')

  withReportOptions(program.command('assess'))
    .summary('judge every VM: risk, mode, systems past support')
    .description('Assess an estate: what is there, what is at risk, what to do first.')
    .argument('<file...>', FILES)
    .addOption(inputOption(INPUT))
    .addHelpText('after', ASSESS_EXAMPLES)
    .action(actions.assess)

  withServerOptions(withReportOptions(program.command('plan')))
    .summary('schedule the migration and answer the deadline')
    .description('Plan the migration of an estate: times, daily schedule, deadline.')
    .argument('[file...]', `${FILES}; none with --project`)
    .option('-p, --project <key>', 'print the plan of a project on a server instead')
    .addOption(
      new Option('--save-input <file>', 'with --project: also write its plan input, for --input').conflicts('input'),
    )
    .addOption(inputOption('a plan input (portolan.plan-input/1); prints the canonical plan'))
    .addHelpText('after', PLAN_EXAMPLES)
    .action(actions.plan)

  withSharedOptions(program.command('explain'))
    .summary('every number of one VM, with cells, rules and formulas')
    .description('Explain one VM: inputs with the cells they came from, rules that fired, formulas, times.')
    .argument('<vm>', 'name, DNS name, MoRef (vm-123) or UUID')
    .argument('<file...>', FILES)
    .addOption(inputOption(INPUT))
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
    .commandsGroup('Server:')
    .command('serve')
    .summary('start the server with its pages, on this machine')
    .description('Start the server: pages, API, jobs and the embedded database. It prints a link that signs in once.')
    .option('--port <n>', 'port to listen on, 0 for a free one (default: 8080)')
    .option('--host <address>', 'address to listen on (default: 127.0.0.1)')
    .option('--data <dir>', 'folder of database, uploads and exports (default: data)')
    .option('--database-url <url>', 'PostgreSQL instead of the embedded database')
    .option('--json', 'print one line of JSON instead of the words')
    .addHelpText('after', SERVE_HELP)
    .action(actions.serve)

  addGroups(program, actions)

  program
    .commandsGroup('Help:')
    .command('completion')
    .summary('print a completion script for a shell')
    .description('Print a completion script. For bash: source <(portolan completion bash)')
    .argument('<shell>', SHELLS.join(', '), oneOf(SHELLS))
    .action(actions.completion)

  return program
}

/** A command for each noun of the API, its verbs below it. */
function addGroups(program: Command, actions: Actions): void {
  for (const [name, group] of Object.entries<Group>(GROUPS)) {
    const parent = program.command(name).summary(group.summary).description(sentence(group.summary))
    for (const [verb, definition] of Object.entries(group.verbs)) {
      addVerb(definition.isWord ? program : parent, verb, definition, (args, options) =>
        actions.remote(name as GroupName, verb, args, options),
      )
    }
  }
}

function addVerb(
  parent: Command,
  name: string,
  { summary, args, options = [] }: GroupVerb,
  action: (args: readonly (string | string[])[], options: RemoteOptions) => Promise<void>,
): void {
  const command = parent.command(args === undefined ? name : `${name} ${args}`).summary(summary)
  command.description(sentence(summary))
  for (const [flags, meaning] of options) {
    const option = new Option(flags, meaning.replace(/^\*/, ''))
    command.addOption(option.makeOptionMandatory(meaning.startsWith('*')))
    if (flags.startsWith('--where')) option.argParser(collected)
  }
  withServerOptions(command.option('--json', 'print JSON')).action((...given: unknown[]) => {
    // Arguments, then the options, then the command itself.
    const [options] = given.splice(-2)
    return action(given as (string | string[])[], options as RemoteOptions)
  })
}

function collected(text: string, before: readonly string[] = []): string[] {
  return [...before, text]
}

function sentence(summary: string): string {
  return `${summary[0].toUpperCase()}${summary.slice(1)}.`
}

function withServerOptions(command: Command): Command {
  return command
    .option('--server <url>', 'the server to ask (default: PORTOLAN_SERVER, else the one on this machine)')
    .option('--token <token>', 'what to show it (default: PORTOLAN_TOKEN, else the token in the data folder)')
}

function withSharedOptions(command: Command): Command {
  return command
    .option('--json', 'print JSON instead of a summary')
    .option('--settings <file>', 'settings as JSON or YAML')
    .option('--as-of <date>', 'judge ages and ends of support on this day (default: the day of the export)', isoDay)
}

/** A plan input brings settings and clock of its own. */
function inputOption(meaning: string): Option {
  return new Option('--input <file>', meaning).conflicts(['settings', 'asOf'])
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
  portolan serve                                   the same with pages, projects and history
  portolan imports create export.xlsx -p acme      into a project on the server

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
  portolan plan export.xlsx --input input.json     the plan of a project, byte for byte
  portolan plan -p acme --save-input input.json    its plan, and what it is made from`

const EXPLAIN_EXAMPLES = `
Examples:
  portolan explain web01 export.xlsx
  portolan explain vm-1234 export.xlsx --json`

const SERVE_HELP = `
docs/configuration.md lists the PORTOLAN_* variables; options come before them.`
