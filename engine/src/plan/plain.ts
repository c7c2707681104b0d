import type { JsonValue } from './canonical-json.ts'

/** Without keys whose value is undefined. */
export function told<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, it]) => it !== undefined)) as T
}

/** Plain values as they are: what is undefined has no key. */
export function plain(value: object): JsonValue {
  return JSON.parse(JSON.stringify(value))
}
