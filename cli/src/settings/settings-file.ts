import { Settings } from '@portolan/engine/settings'
import { z } from 'zod'
import { RefusedError } from '../failure.ts'
import { nearest } from '../nearest.ts'
import type { SchemaNode } from './allowed.ts'
import { readDataFile } from './data-file.ts'
import { problemSentences } from './problems.ts'

/** The settings of a file, or the defaults without one. */
export async function settingsFrom(file: string | undefined): Promise<Settings> {
  return file === undefined ? Settings.parse({}) : parseSettings(await readDataFile(file), file)
}

/**
 * Settings out of plain data; what is absent takes its default.
 *
 * @throws RefusedError that lists everything that is wrong, each with its key, what is allowed and what was found
 */
export function parseSettings(value: unknown, file: string): Settings {
  return parsed(Settings, value, file, zoneProblems)
}

/**
 * `value` as `schema` reads it, or all its problems at once.
 *
 * @throws RefusedError
 */
export function parsed<T extends z.ZodType>(
  schema: T,
  value: unknown,
  file: string,
  furtherProblems: (value: z.output<T>) => string[],
): z.output<T> {
  const result = schema.safeParse(value)
  const problems = result.success
    ? furtherProblems(result.data)
    : problemSentences(result.error.issues, value, z.toJSONSchema(schema, { io: 'input' }) as SchemaNode)
  if (problems.length > 0) throw refusal(file, problems)
  return result.data as z.output<T>
}

function refusal(file: string, problems: readonly string[]): RefusedError {
  if (problems.length === 1) return new RefusedError(`${file}: ${problems[0]}`)
  return new RefusedError(`${file} has ${problems.length} mistakes:\n${problems.map((it) => `  ${it}`).join('\n')}`)
}

/** Which zones there are only the machine knows, so the schema cannot say it. */
export function zoneProblems({ timeZone }: Settings): string[] {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
    return []
  } catch {
    const [meant] = nearest(timeZone, Intl.supportedValuesOf('timeZone'), 1)
    const hint = meant ? `; did you mean ${meant}?` : ' (a name such as Europe/Berlin or UTC)'
    return [`timeZone: there is no time zone ${JSON.stringify(timeZone)}${hint}`]
  }
}
