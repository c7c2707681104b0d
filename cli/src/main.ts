import { CommanderError } from 'commander'
import { type Actions, commandLine } from './command-line.ts'
import { EXIT, MisuseError, RefusedError } from './failure.ts'
import { isInterrupt } from './interruptible.ts'
import { quietOnClosedPipe } from './terminal/terminal.ts'

/** Each command in a chunk of its own: `--help` and `--version` load none of them. */
const actions: Actions = {
  assess: async (files, options) => (await import('./commands/assess.ts')).assessCommand(files, options),
  plan: async (files, options) => (await import('./commands/plan.ts')).planCommand(files, options),
  explain: async (vm, files, options) => (await import('./commands/explain.ts')).explainCommand(vm, files, options),
  columns: async (files, options) => (await import('./commands/columns.ts')).columnsCommand(files, options),
  serve: async (options) => (await import('./commands/serve.ts')).serveCommand(options),
  remote: async (group, verb, args, options) =>
    (await import('./remote/remote-command.ts')).remoteCommand(group, verb, args, options),
  completion: async (shell) => (await import('./commands/completion.ts')).completionCommand(shell),
}

async function main(args: string[]): Promise<void> {
  quietOnClosedPipe()
  const program = commandLine(actions)
  if (args.length === 0) {
    program.outputHelp({ error: true })
    process.exitCode = EXIT.misuse
    return
  }
  try {
    await program.parseAsync(args, { from: 'user' })
  } catch (error) {
    process.exitCode = exitCodeOf(error)
    const sentence = sentenceOf(error)
    if (sentence !== '') process.stderr.write(`portolan: ${sentence}\n`)
  }
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.misuse
  if (isInterrupt(error)) return EXIT.interrupted
  return error instanceof MisuseError ? EXIT.misuse : EXIT.failed
}

/**
 * What to tell a person: coded errors carry their sentence. Anything else is a mistake of ours and comes with its stack,
 * because only that helps whoever is asked to mend it.
 */
function sentenceOf(error: unknown): string {
  if (error instanceof CommanderError || isInterrupt(error)) return ''
  if (error instanceof MisuseError || error instanceof RefusedError) return error.message
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.message
  return `internal error, please report it: ${error instanceof Error ? error.stack : String(error)}`
}

await main(process.argv.slice(2))
