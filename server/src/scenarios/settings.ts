import { Settings } from '@portolan/engine/settings'
import { InvalidError } from '../platform/errors.ts'
import { refusalOf } from '../platform/http/problems.ts'

/**
 * Settings after a change: what is absent stays, null goes back to its default.
 *
 * @throws CodedError `invalid` that lists everything that is wrong, key by key
 */
export function changedSettings(
  before: Readonly<Record<string, unknown>>,
  change: Readonly<Record<string, unknown>>,
): Settings {
  const merged: Record<string, unknown> = { ...before }
  for (const [key, value] of Object.entries(change)) {
    if (value === undefined) continue
    if (value === null) delete merged[key]
    else merged[key] = value
  }
  const parsed = Settings.safeParse(merged)
  if (!parsed.success) throw refusalOf('settings', parsed.error, merged)
  requireZone(parsed.data.timeZone)
  return parsed.data
}

/** Which zones there are only the machine knows, so the schema cannot say it. */
function requireZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
  } catch {
    const expected = 'a time zone such as Europe/Berlin or UTC'
    throw new InvalidError(`settings.timeZone: expected ${expected}; found ${JSON.stringify(timeZone)}`, [
      { path: 'settings.timeZone', expected, found: JSON.stringify(timeZone) },
    ])
  }
}

/** What reports say and no figure depends on. */
const WORDS: readonly (keyof Settings)[] = [
  'name',
  'customer',
  'author',
  'version',
  'executiveSummary',
  'technicalNotes',
]

export function changedKeys(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): string[] {
  return Object.keys(after).filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
}

/** Whether a change of these settings can change a plan. */
export function touchesPlan(keys: readonly string[]): boolean {
  return keys.some((key) => !(WORDS as readonly string[]).includes(key))
}
