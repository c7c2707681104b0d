import type { Command } from 'commander'
import { commandLine, REPORT_FORMATS, SHELLS, type Shell } from '../command-line.ts'
import { processTerminal } from '../terminal/terminal.ts'

interface CompletedCommand {
  readonly name: string
  readonly summary: string
  readonly options: readonly {
    readonly flag: string
    readonly description: string
    readonly takes: 'nothing' | 'file' | 'folder' | 'word'
  }[]
  /** Of a noun: what can be done with it. */
  readonly verbs: readonly CompletedCommand[]
}

const NOTHING = async () => undefined

/** Prints the completion script of a shell, made from the same definition as the help. */
export async function completionCommand(shell: Shell): Promise<void> {
  processTerminal().out(completionScript(shell))
}

export function completionScript(shell: Shell): string {
  const commands = completedCommands()
  switch (shell) {
    case 'bash':
      return bashScript(commands)
    case 'zsh':
      return zshScript(commands)
    case 'fish':
      return fishScript(commands)
  }
}

function completedCommands(): CompletedCommand[] {
  const program = commandLine({
    assess: NOTHING,
    plan: NOTHING,
    explain: NOTHING,
    columns: NOTHING,
    completion: NOTHING,
    serve: NOTHING,
    remote: NOTHING,
  })
  return program.commands.map(completedCommand)
}

function completedCommand(command: Command): CompletedCommand {
  return {
    name: command.name(),
    summary: command.summary(),
    options: command.options
      .filter((option) => option.long !== undefined)
      .map((option) => ({
        flag: option.long!,
        description: option.description,
        takes: takenBy(option.flags),
      })),
    verbs: command.commands.map(completedCommand),
  }
}

function takenBy(flags: string): 'nothing' | 'file' | 'folder' | 'word' {
  if (flags.includes('<file>')) return 'file'
  if (flags.includes('<dir>')) return 'folder'
  return flags.includes('<') ? 'word' : 'nothing'
}

function bashScript(commands: readonly CompletedCommand[]): string {
  const flags = ({ options }: CompletedCommand) => ['--help', ...options.map((option) => option.flag)].join(' ')
  const cases = commands.flatMap((command) =>
    command.verbs.length === 0
      ? [`    "${command.name} "*) words="${flags(command)}" ;;`]
      : command.verbs.map((verb) => `    "${command.name} ${verb.name}") words="${flags(verb)}" ;;`),
  )
  const nouns = commands
    .filter(({ verbs }) => verbs.length > 0)
    .map(({ name, verbs }) => `    ${name}) verbs="${verbs.map((verb) => verb.name).join(' ')}" ;;`)
  return `# bash completion for portolan: source <(portolan completion bash)
_portolan() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" words="" verbs=""
  case "$previous" in
    --out|--data) COMPREPLY=($(compgen -d -- "$current")); return ;;
    --settings|--input|--save-input) COMPREPLY=($(compgen -f -- "$current")); return ;;
    --format) COMPREPLY=($(compgen -W "${REPORT_FORMATS.join(' ')}" -- "$current")); return ;;
    completion) COMPREPLY=($(compgen -W "${SHELLS.join(' ')}" -- "$current")); return ;;
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(' ')} help --help --version" -- "$current"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${nouns.join('\n')}
  esac
  if [ "$COMP_CWORD" -eq 2 ] && [ -n "$verbs" ]; then
    COMPREPLY=($(compgen -W "$verbs --help" -- "$current"))
    return
  fi
  case "\${COMP_WORDS[1]} \${COMP_WORDS[2]}" in
${cases.join('\n')}
  esac
  case "$current" in
    -*) COMPREPLY=($(compgen -W "$words" -- "$current")) ;;
    *) COMPREPLY=($(compgen -f -- "$current")) ;;
  esac
}
complete -o filenames -F _portolan portolan
`
}

function zshScript(commands: readonly CompletedCommand[]): string {
  const quoted = (text: string) =>
    text.replaceAll("'", "'\\''").replaceAll('[', '\\[').replaceAll(']', '\\]').replaceAll(':', '\\:')
  const names = commands.map(({ name, summary }) => `    '${name}:${quoted(summary)}'`)
  const argumentsOf = (pattern: string, { options }: CompletedCommand) => {
    const specs = options.map(
      ({ flag, description, takes }) => `      '${flag}[${quoted(description)}]${ZSH_TAKES[takes]}'`,
    )
    return [`    ${pattern}) _arguments \\`, ...specs.map((spec) => `${spec} \\`), "      '*:export:_files' ;;"].join(
      '\n',
    )
  }
  const cases = commands.flatMap((command) => {
    const { name, verbs } = command
    if (name === 'completion') return [`    completion*) _values shell ${SHELLS.join(' ')} ;;`]
    if (verbs.length === 0) return [argumentsOf(`"${name} "*`, command)]
    return verbs.map((verb) => argumentsOf(`"${name} ${verb.name}"`, verb))
  })
  const nouns = commands
    .filter(({ verbs }) => verbs.length > 0)
    .map(({ name, verbs }) => {
      const described = verbs.map((verb) => `'${verb.name}:${quoted(verb.summary)}'`)
      return `    ${name}) verbs=(${described.join(' ')}) ;;`
    })
  return `#compdef portolan
# zsh completion for portolan: source <(portolan completion zsh)
_portolan() {
  local -a commands
  commands=(
${names.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local -a verbs
  case $words[2] in
${nouns.join('\n')}
  esac
  if (( CURRENT == 3 && $#verbs )); then
    _describe verb verbs
    return
  fi
  local command="$words[2] $words[3]"
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join('\n')}
  esac
}
compdef _portolan portolan
`
}

const ZSH_TAKES = { nothing: '', file: ':file:_files', folder: ':folder:_files -/', word: ':value: ' } as const

function fishScript(commands: readonly CompletedCommand[]): string {
  const quoted = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
  const optionsOf = (seen: string, { options }: CompletedCommand) =>
    options.map(
      ({ flag, description, takes }) =>
        `complete -c portolan -n '${seen}' -l ${flag.slice(2)}${FISH_TAKES[takes]} -d ${quoted(description)}`,
    )
  const lines = commands.flatMap((command) => {
    const { name, summary, verbs } = command
    const seen = `__fish_seen_subcommand_from ${name}`
    const names = verbs.map((verb) => verb.name).join(' ')
    return [
      `complete -c portolan -n __fish_use_subcommand -f -a ${name} -d ${quoted(summary)}`,
      ...optionsOf(seen, command),
      ...verbs.flatMap((verb) => [
        `complete -c portolan -n '${seen}; and not __fish_seen_subcommand_from ${names}' -f -a ${verb.name} -d ${quoted(verb.summary)}`,
        ...optionsOf(`${seen}; and __fish_seen_subcommand_from ${verb.name}`, verb),
      ]),
    ]
  })
  const shells = `complete -c portolan -n '__fish_seen_subcommand_from completion' -f -a '${SHELLS.join(' ')}'`
  return `# fish completion for portolan: portolan completion fish | source\n${[...lines, shells].join('\n')}\n`
}

const FISH_TAKES = {
  nothing: '',
  file: ' -r -F',
  folder: " -x -a '(__fish_complete_directories)'",
  word: ' -x',
} as const
