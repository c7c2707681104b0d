import type { AssessedEstate } from '@portolan/engine/documents/assessed-estate'
import { decimal } from '@portolan/engine/documents/wording/numbers'
import { type IsoDate, instant } from '@portolan/engine/units'
import { assessEstate } from '../assess-estate.ts'
import type { JudgeOptions, SharedOptions } from '../command-line.ts'
import { settingsFrom } from '../settings/settings-file.ts'
import type { Screen } from '../terminal/blocks.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { withProgress } from '../terminal/with-progress.ts'

const MS_PER_SECOND = 1000

/** Reads and judges the exports of a command: settings first, so that a mistake in them costs no time. */
export async function assessFiles(
  files: readonly string[],
  options: SharedOptions,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<AssessedEstate> {
  const settings = await settingsFrom(options.settings)
  const asOf = options.asOf as IsoDate | undefined
  return withProgress(terminal, (onProgress) =>
    assessEstate(files, { settings, asOf, now: instant(Date.now()), signal, onProgress }),
  )
}

/** The same, or with `--input` under a plan input: with its settings, clock and decisions. */
export async function estateOf(
  files: readonly string[],
  options: JudgeOptions,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<AssessedEstate> {
  if (options.input === undefined) return assessFiles(files, options, terminal, signal)
  const { plannedEstate } = await import('./planned-estate.ts')
  return (await plannedEstate(files, options.input, terminal, signal)).assessed
}

/** `assessed in 0.9 s`: since the process began, because that is what a person waited. */
export function took(verb: string): string {
  return `${verb} in ${decimal(performance.now() / MS_PER_SECOND, 1)} s`
}

export function screenOf(terminal: Terminal): Screen {
  return { width: terminal.width, paint: terminal.paint, coloured: terminal.depth !== 'none' }
}

/** The files as somebody would type them again. */
export function filesAsTyped(files: readonly string[]): string {
  return files.map((file) => (/^[\w@%+=:,./\\-]+$/.test(file) ? file : `'${file.replaceAll("'", "'\\''")}'`)).join(' ')
}
