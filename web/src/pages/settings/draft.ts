import { Settings } from '@portolan/engine/settings'
import type { ApiProblem } from '../../api/problem.ts'
import { boundsAt, mayBeEmpty, type SettingPath, valueAt, withValueAt } from './setting-paths.ts'

/** What a person changed and has not saved, by path; null clears. Whatever equals the saved value is not in it. */
export type Changes = Readonly<Record<SettingPath, unknown>>

export const NO_CHANGES: Changes = {}

export interface Draft {
  /** What the form shows, right or wrong. */
  readonly shown: object
  /** null while something is wrong. */
  readonly settings: Settings | null
  /** What is wrong, by path. */
  readonly problems: ReadonlyMap<SettingPath, string>
}

/** The saved settings with changes on top. Without any change it holds `saved` itself. */
export function draftOf(saved: Settings, changes: Changes): Draft {
  const paths = Object.keys(changes)
  if (paths.length === 0) return { shown: saved, settings: saved, problems: new Map() }
  let given: object = saved
  let shown: object = saved
  for (const path of paths) {
    const value = changes[path]
    const isCleared = value === null && !mayBeEmpty(path)
    given = withValueAt(given, path, isCleared ? undefined : value)
    shown = withValueAt(shown, path, value)
  }
  const parsed = Settings.safeParse(given)
  if (parsed.success) return { shown, settings: parsed.data, problems: new Map() }
  const problems = new Map<SettingPath, string>()
  for (const { path, code, message } of parsed.error.issues) {
    const at = path.join('.')
    if (!problems.has(at)) problems.set(at, sentenceOf(at, code, message))
  }
  return { shown, settings: null, problems }
}

/** Changes with another one; a value that is saved already is no change. */
export function withChange(saved: Settings, changes: Changes, path: SettingPath, value: unknown): Changes {
  const { [path]: _, ...others } = changes
  return isSame(valueAt(saved, path), value) ? others : { ...others, [path]: value }
}

/** What is sent: whole values of the top-level keys that changed, null for those that were cleared. */
export function requestOf(
  saved: Settings,
  changes: Changes,
  settings: Settings,
): Partial<Record<keyof Settings, unknown>> {
  const keys = changedKeys(saved, settings)
  return Object.fromEntries(keys.map((key) => [key, changes[key] === null ? null : settings[key]]))
}

/** What takes it back. */
export function undoOf(saved: Settings, settings: Settings): Partial<Record<keyof Settings, unknown>> {
  return Object.fromEntries(changedKeys(saved, settings).map((key) => [key, saved[key]]))
}

/** Changes that lead to the defaults at these paths. */
export function resetTo(saved: Settings, changes: Changes, defaults: Settings, paths: readonly SettingPath[]): Changes {
  return paths.reduce((next, path) => withChange(saved, next, path, valueAt(defaults, path)), changes)
}

/** Problems at the fields that the server refused. */
export function problemsOf(problem: ApiProblem): ReadonlyMap<SettingPath, string> {
  return new Map(
    problem.fields.map(({ path, expected, found }) => [
      path.replace(/^settings\./, ''),
      `Expected ${expected}; found ${found}`,
    ]),
  )
}

export function changedKeys(before: Settings, after: Settings): (keyof Settings)[] {
  return (Object.keys(after) as (keyof Settings)[]).filter((key) => !isSame(before[key], after[key]))
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function sentenceOf(path: SettingPath, code: string | undefined, message: string): string {
  if (path === 'risk.greenMax') return 'Must not be above the limit of YELLOW'
  if (code !== 'too_small' && code !== 'too_big') return message.charAt(0).toUpperCase() + message.slice(1)
  const { min, max } = boundsAt(path)
  if (min !== null && max !== null) return `Between ${min} and ${max}`
  if (min !== null) return `At least ${min}`
  return max === null ? message : `At most ${max}`
}
