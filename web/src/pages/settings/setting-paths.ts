import { Settings } from '@portolan/engine/settings'
import { z } from 'zod'

/** Where a setting stands: `efficiency`, `fixTime.windowsMinutes`, `risk.thresholds.diskLargeGiB`. */
export type SettingPath = string

export const DEFAULTS: Settings = Settings.parse({})

export function valueAt(settings: object, path: SettingPath): unknown {
  return path.split('.').reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], settings)
}

/** A copy with another value at `path`; `undefined` leaves the key out, so that its default holds. */
export function withValueAt<T extends object>(settings: T, path: SettingPath, value: unknown): T {
  const [key, ...rest] = path.split('.')
  const copy = { ...settings } as Record<string, unknown>
  if (rest.length > 0) copy[key] = withValueAt(copy[key] as object, rest.join('.'), value)
  else if (value === undefined) delete copy[key]
  else copy[key] = value
  return copy as T
}

export interface Bounds {
  readonly min: number | null
  readonly max: number | null
  readonly step: number | null
  readonly isWhole: boolean
}

/** What the schema allows at `path`, so that no form repeats it. */
export function boundsAt(path: SettingPath): Bounds {
  const { inner } = unwrapped(schemaAt(path))
  if (!(inner instanceof z.ZodNumber)) return { min: null, max: null, step: null, isWhole: false }
  const step = inner.def.checks?.map((check) => check._zod.def).find(isMultipleOf)?.value ?? null
  return { min: finite(inner.minValue), max: finite(inner.maxValue), step, isWhole: inner.isInt }
}

/** Whether "nothing" is a value of its own there, as no link speed is. */
export function mayBeEmpty(path: SettingPath): boolean {
  return unwrapped(schemaAt(path)).isNullable
}

function schemaAt(path: SettingPath): z.ZodType {
  return path.split('.').reduce<z.ZodType>((schema, key) => {
    const { inner } = unwrapped(schema)
    if (!(inner instanceof z.ZodObject) || !(key in inner.shape)) throw new RangeError(`There is no setting ${path}`)
    return inner.shape[key] as z.ZodType
  }, Settings)
}

function unwrapped(schema: z.ZodType): { readonly inner: z.ZodType; readonly isNullable: boolean } {
  let inner = schema
  let isNullable = false
  while (inner instanceof z.ZodDefault || inner instanceof z.ZodPrefault || inner instanceof z.ZodNullable) {
    isNullable ||= inner instanceof z.ZodNullable
    inner = inner.unwrap() as z.ZodType
  }
  return { inner, isNullable }
}

function isMultipleOf(definition: { check: string }): definition is { check: 'multiple_of'; value: number } {
  return definition.check === 'multiple_of'
}

/** zod bounds whole numbers by what a double holds exactly, which is no bound to tell a person. */
function finite(bound: number | null): number | null {
  return bound !== null && Math.abs(bound) < Number.MAX_SAFE_INTEGER ? bound : null
}
