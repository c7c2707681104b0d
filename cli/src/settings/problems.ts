import type { z } from 'zod'
import { nearest } from '../nearest.ts'
import { allowed, childOf, type SchemaNode, schemaAt } from './allowed.ts'

const MOST_SHOWN = 60

/**
 * One sentence for each thing that is wrong with `value`, in the order in which it is written: the key, what was
 * expected, what was found, and for an unknown key the one that was probably meant.
 */
export function problemSentences(issues: readonly z.core.$ZodIssue[], value: unknown, schema: SchemaNode): string[] {
  const seen = new Set<string>()
  return issues.flatMap((issue) => {
    // Of several complaints about one value the first is enough; unknown keys complain about their group.
    const place = JSON.stringify(issue.path)
    if (issue.code !== 'unrecognized_keys' && seen.has(place)) return []
    seen.add(place)
    return sentencesOf(issue, value, schema)
  })
}

function sentencesOf(issue: z.core.$ZodIssue, value: unknown, schema: SchemaNode): string[] {
  const node = schemaAt(schema, issue.path, value)
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(node.properties ?? {})
    return issue.keys.map((key) => unknownKey([...issue.path, key], key, known))
  }
  const found = issue.path.reduce(childOf, value)
  // An alternative told apart by one key (`method`): that key alone is wrong, so its values are named.
  if (issue.code === 'invalid_union' && 'discriminator' in issue) {
    return [mistake(issue.path, found, marksAt(schemaAt(schema, issue.path.slice(0, -1), value), issue.path.at(-1)!))]
  }
  const says = ownWords(issue)
  if (says?.startsWith('expected ')) return [mistake(issue.path, found, says.slice('expected '.length))]
  if (says) return [`${pathText(issue.path)}: ${says}${isPlain(found) ? `: ${shown(found)}` : ''}`]
  return [mistake(issue.path, found, allowed(node))]
}

function marksAt(node: SchemaNode, key: PropertyKey): string {
  const marks = (node.anyOf ?? node.oneOf ?? []).map((choice) => choice.properties?.[String(key)]?.const)
  return `one of ${marks.join(', ')}`
}

function mistake(path: readonly PropertyKey[], found: unknown, expected: string): string {
  return `${pathText(path)}: expected ${expected}; found ${shown(found)}`
}

export function unknownKey(
  path: readonly PropertyKey[],
  key: string,
  known: readonly string[],
  kind = 'setting',
): string {
  const [meant] = nearest(key, known, 1)
  return `${pathText(path)}: there is no such ${kind}${meant ? `; did you mean ${meant}?` : ''}`
}

/** Messages that the schema carries itself, such as `expected a date as YYYY-MM-DD`, know more than its shape does. */
function ownWords({ message }: z.core.$ZodIssue): string | null {
  return /^(?:Invalid|Too |Unrecognized)/.test(message) ? null : message
}

function isPlain(value: unknown): boolean {
  return value !== undefined && (typeof value !== 'object' || value === null)
}

function pathText(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'the file'
  return path.map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i > 0 ? '.' : ''}${String(key)}`)).join('')
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list'
  if (typeof value === 'object' && value !== null) return 'a group'
  const text = JSON.stringify(value)
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text
}
