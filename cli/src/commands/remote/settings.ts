import { getProject } from '@portolan/contract/projects'
import { getScenario, updateScenario } from '@portolan/contract/scenarios'
import { MisuseError, RefusedError } from '../../failure.ts'
import { nearest } from '../../nearest.ts'
import type { Run } from '../../remote/run.ts'
import { tableLines } from '../../terminal/table.ts'
import { printable } from '../../terminal/width.ts'

interface OfProject {
  readonly project: string
}
type Settings = Readonly<Record<string, unknown>>

/** Every project plans with this scenario. */
const SCENARIO = 'main'

export const settings = {
  async show(run: Run, [keys]: readonly [string[]], { project }: OfProject) {
    const { settings: all } = await run.api.call(getScenario, { params: { project, scenario: SCENARIO } })
    const shown = keys.length === 0 ? all : Object.fromEntries(keys.map((key) => [key, valueAt(all, key) ?? null]))
    run.print(shown, () => settingLines(shown, run))
  },

  /** Settings that are parts (`risk.greenMax=25`) are read, changed and sent whole. */
  async set(run: Run, [pairs]: readonly [string[]], { project }: OfProject) {
    const params = { project, scenario: SCENARIO }
    const before = await run.api.call(getScenario, { params })
    const change: Record<string, unknown> = {}
    const keys: string[] = []
    for (const pair of pairs) {
      const [, key, text] = /^([^=]+)=(.*)$/s.exec(pair) ?? []
      if (key === undefined) throw new MisuseError(`settings are given as KEY=VALUE; found ${printable(pair)}`)
      keys.push(key)
      change[topOf(key)] = changed({ ...before.settings, ...change }, key, text === '' ? null : typedValue(text))
    }
    const after = await run.api.call(
      updateScenario,
      { params, body: { settings: change } },
      { ifMatch: before.version },
    )
    const shown = Object.fromEntries(keys.map((key) => [key, valueAt(after.settings, key) ?? null]))
    const { totals } = await run.api.call(getProject, { params: { project } })
    run.print(after, () => [
      ...settingLines(shown, run),
      ...(totals?.finish ? ['', `  The plan now ends on ${totals.finish}.`] : []),
    ])
  },
}

const topOf = (key: string) => key.split('.')[0]

/** Undefined where a part holds nothing of that name. */
function valueAt(all: Settings, key: string): unknown {
  if (!(topOf(key) in all)) throw new RefusedError(unknownKey(all, key))
  return key.split('.').reduce<unknown>((at, part) => (at as Settings | null | undefined)?.[part], all)
}

/** The new value of the top key of a path: all of a part, with one place in it changed. */
function changed(all: Settings, key: string, value: unknown): unknown {
  const [top, ...rest] = key.split('.')
  if (!(top in all)) throw new RefusedError(unknownKey(all, key))
  if (rest.length === 0) return value
  const part = structuredClone(all[top])
  const last = rest.pop()!
  let at = part
  for (const name of rest) {
    if (typeof at !== 'object' || at === null) throw new RefusedError(unknownKey(all, key))
    const place = at as Record<string, unknown>
    place[name] ??= {}
    at = place[name]
  }
  if (typeof at !== 'object' || at === null) throw new RefusedError(unknownKey(all, key))
  if (value === null) delete (at as Record<string, unknown>)[last]
  else (at as Record<string, unknown>)[last] = value
  return part
}

function unknownKey(all: Settings, key: string): string {
  const near = nearest(topOf(key), Object.keys(all), 3)
  const hint = near.length > 0 ? `; near it: ${near.join(', ')}` : ''
  return `There is no setting ${printable(key)}${hint}.`
}

/** JSON where it is JSON (numbers, true, lists), else the text itself. */
function typedValue(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function settingLines(shown: Settings, { screen }: Run): string[] {
  const rows = Object.entries(shown).map(([key, value]) => [
    key,
    typeof value === 'string' ? value : JSON.stringify(value),
  ])
  return tableLines([{ header: 'setting' }, { header: 'value', shrinks: true, least: 20 }], rows, screen)
}
