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
  })
  return program.commands.map((command) => ({
    name: command.name(),
    summary: command.summary(),
    options: command.options.map((option) => ({
      flag: option.long!,
      description: option.description,
      takes: takenBy(option.flags),
    })),
  }))
}

function takenBy(flags: string): 'nothing' | 'file' | 'folder' | 'word' {
  if (flags.includes('<file>')) return 'file'
  if (flags.includes('<dir>')) return 'folder'
  return flags.includes('<') ? 'word' : 'nothing'
}

function bashScript(commands: readonly CompletedCommand[]): string {
  const cases = commands.map(
    ({ name, options }) => `    ${name}) words="${['--help', ...options.map((option) => option.flag)].join(' ')}" ;;`,
  )
  return `# bash completion for portolan: source <(portolan completion bash)
_portolan() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" words=""
  case "$previous" in
    --out) COMPREPLY=($(compgen -d -- "$current")); return ;;
    --settings|--input) COMPREPLY=($(compgen -f -- "$current")); return ;;
    --format) COMPREPLY=($(compgen -W "${REPORT_FORMATS.join(' ')}" -- "$current")); return ;;
    completion) COMPREPLY=($(compgen -W "${SHELLS.join(' ')}" -- "$current")); return ;;
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(' ')} help --help --version" -- "$current"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
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
  const cases = commands.map(({ name, options }) => {
    if (name === 'completion') return `    completion) _values shell ${SHELLS.join(' ')} ;;`
    const specs = options.map(
      ({ flag, description, takes }) => `      '${flag}[${quoted(description)}]${ZSH_TAKES[takes]}'`,
    )
    return [`    ${name}) _arguments \\`, ...specs.map((spec) => `${spec} \\`), "      '*:export:_files' ;;"].join('\n')
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
  local command=$words[2]
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
  const lines = commands.flatMap(({ name, summary, options }) => [
    `complete -c portolan -n __fish_use_subcommand -f -a ${name} -d ${quoted(summary)}`,
    ...options.map(
      ({ flag, description, takes }) =>
        `complete -c portolan -n '__fish_seen_subcommand_from ${name}' -l ${flag.slice(2)}${FISH_TAKES[takes]} -d ${quoted(description)}`,
    ),
  ])
  const shells = `complete -c portolan -n '__fish_seen_subcommand_from completion' -f -a '${SHELLS.join(' ')}'`
  return `# fish completion for portolan: portolan completion fish | source\n${[...lines, shells].join('\n')}\n`
}

const FISH_TAKES = {
  nothing: '',
  file: ' -r -F',
  folder: " -x -a '(__fish_complete_directories)'",
  word: ' -x',
} as const
