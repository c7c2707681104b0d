import { CommanderError } from 'commander'
import { describe, expect, it, vi } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import { type Actions, commandLine, REPORT_FORMATS } from './command-line.ts'
import { completionScript } from './commands/completion.ts'
import { GROUPS } from './groups.ts'
import { VERSION } from './version.ts'

/** Parses `line` with commands that only remember how they were called. */
async function parse(line: string) {
  const actions = {
    assess: vi.fn(async () => undefined),
    plan: vi.fn(async () => undefined),
    explain: vi.fn(async () => undefined),
    columns: vi.fn(async () => undefined),
    completion: vi.fn(async () => undefined),
    serve: vi.fn(async () => undefined),
    remote: vi.fn(async (..._: unknown[]) => undefined),
  } satisfies Actions
  const program = commandLine(actions)
  let printed = ''
  const print = (text: string) => {
    printed += text
  }
  for (const command of [program, ...program.commands, ...program.commands.flatMap((it) => it.commands)]) {
    command.exitOverride().configureOutput({ writeErr: print, writeOut: print })
  }
  try {
    await program.parseAsync(line.split(' '), { from: 'user' })
    return { actions, exitCode: 0, printed }
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return { actions, exitCode: error.exitCode, printed }
  }
}

describe('the command line', () => {
  it('takes several exports and keeps the order of the formats', async () => {
    const { actions } = await parse('assess a.xlsx b.zip --out report --format CSV,pdf --as-of 2026-01-31')
    expect(actions.assess.mock.calls[0]?.slice(0, 2)).toEqual([
      ['a.xlsx', 'b.zip'],
      { out: 'report', format: ['pdf', 'csv'], asOf: '2026-01-31' },
    ])
  })

  it('takes a time where a day is asked for', async () => {
    const { actions } = await parse('plan a.xlsx --as-of 2026-01-31T14:45:00Z')
    expect(actions.plan.mock.calls[0]?.slice(1, 2)).toEqual([{ asOf: '2026-01-31' }])
  })

  it.each`
    line                                     | says
    ${'assess'}                              | ${"missing required argument 'file'"}
    ${'asess a.xlsx'}                        | ${'Did you mean assess?'}
    ${'assess a.xlsx --jsn'}                 | ${'Did you mean --json?'}
    ${'assess a.xlsx --as-of yesterday'}     | ${'Expected a date as YYYY-MM-DD.'}
    ${'assess a.xlsx --as-of 2026-02-30'}    | ${'Expected a date as YYYY-MM-DD.'}
    ${'assess a.xlsx --as-of 31.12.2026'}    | ${'Expected a date as YYYY-MM-DD.'}
    ${'assess a.xlsx --out r --format docx'} | ${'Expected one of xlsx, pdf, csv, json.'}
    ${'assess a.xlsx --out'}                 | ${'argument missing'}
    ${'explain web01'}                       | ${"missing required argument 'file'"}
    ${'plan a.xlsx --input i --settings s'}  | ${'cannot be used with'}
    ${'completion tcsh'}                     | ${'Expected one of bash, zsh, fish.'}
    ${'projcts list'}                        | ${'Did you mean projects?'}
    ${'projects lst'}                        | ${'Did you mean list?'}
    ${'vms list'}                            | ${"required option '-p, --project <key>' not specified"}
    ${'vms show -p acme'}                    | ${"missing required argument 'vm'"}
  `('refuses "$line" and says "$says"', async ({ line, says }) => {
    const { exitCode, printed } = await parse(line)
    expect(exitCode).not.toBe(0)
    expect(printed).toContain(says)
  })

  it('hands arguments and options of a noun to the command that asks a server', async () => {
    const { actions } = await parse('vms list -p acme --where risk=RED --where power=poweredOn --json')
    expect(actions.remote.mock.calls).toEqual([
      ['vms', 'list', [], { project: 'acme', where: ['risk=RED', 'power=poweredOn'], json: true }],
    ])
    const settings = await parse('settings set agentCount=3 efficiency=0.6 -p acme --server http://plan.example')
    expect(settings.actions.remote.mock.calls).toEqual([
      ['settings', 'set', [['agentCount=3', 'efficiency=0.6']], { project: 'acme', server: 'http://plan.example' }],
    ])
    expect((await parse('link')).actions.remote.mock.calls).toEqual([['session', 'link', [], {}]])
  })

  it('prints the version of its package', async () => {
    expect(VERSION).toBe(manifest.version)
    expect((await parse('--version')).printed.trim()).toBe(VERSION)
  })

  it.each(['bash', 'zsh', 'fish'] as const)('completes every command and format in %s', (shell) => {
    const script = completionScript(shell)
    for (const word of ['assess', 'plan', 'explain', 'columns', 'completion', 'as-of', 'settings']) {
      expect(script).toContain(word)
    }
    for (const [noun, { verbs }] of Object.entries(GROUPS)) {
      for (const word of [noun, ...Object.keys(verbs)]) expect(script).toContain(word)
    }
    if (shell === 'bash') for (const format of REPORT_FORMATS) expect(script).toContain(format)
  })
})
