/** The parts of a JSON Schema that say in words what a setting may be. */
export interface SchemaNode {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly SchemaNode[]
  readonly oneOf?: readonly SchemaNode[]
  readonly minimum?: number
  readonly maximum?: number
  readonly multipleOf?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly items?: SchemaNode
  readonly properties?: Readonly<Record<string, SchemaNode>>
  readonly additionalProperties?: SchemaNode | boolean
}

/** What a value may be, as a person reads it: `a whole number from 1 to 50`, `one of local, …`, `a list of …, or null`. */
export function allowed(node: SchemaNode): string {
  const choices = node.anyOf ?? node.oneOf
  if (choices) return anyOf(choices)
  if (node.const !== undefined) return String(node.const)
  if (node.enum) return `one of ${node.enum.join(', ')}`
  switch (node.type) {
    case 'integer':
      return `a whole number${range(node)}`
    case 'number':
      return `a number${range(node)}${node.multipleOf ? ` in steps of ${node.multipleOf}` : ''}`
    case 'boolean':
      return 'true or false'
    case 'array':
      return `${node.minItems ? 'a list that is not empty' : 'a list'}${node.items ? `, each ${allowed(node.items)}` : ''}`
    case 'string':
      return text(node)
    case 'object':
      return node.properties ? `a group with ${Object.keys(node.properties).join(', ')}` : 'a group of settings'
    case 'null':
      return 'null'
    default:
      return 'something else'
  }
}

/**
 * The schema at a path of keys and positions, and the keys that may stand there. Of alternatives the one that fits the
 * given value (`method: cluster` picks the settings of that method) is followed.
 */
export function schemaAt(root: SchemaNode, path: readonly PropertyKey[], value: unknown): SchemaNode {
  let node = chosen(root, value)
  let at = value
  for (const key of path) {
    at = childOf(at, key)
    const next = typeof key === 'number' ? node.items : (node.properties?.[String(key)] ?? openEntry(node))
    if (!next) return {}
    node = chosen(next, at)
  }
  return node
}

export function childOf(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined
}

function openEntry(node: SchemaNode): SchemaNode | undefined {
  return typeof node.additionalProperties === 'object' ? node.additionalProperties : undefined
}

/** Alternatives of groups only: those of plain values are named together. */
function chosen(node: SchemaNode, value: unknown): SchemaNode {
  const choices = node.anyOf ?? node.oneOf
  if (!choices) return node
  if (Array.isArray(value)) return choices.find((choice) => choice.type === 'array') ?? node
  if (typeof value !== 'object' || value === null) return node
  const groups = choices.filter((choice) => choice.properties)
  const marked = groups.find((group) =>
    Object.entries(group.properties ?? {}).some(
      ([key, property]) => property.const !== undefined && property.const === childOf(value, key),
    ),
  )
  return marked ?? (groups.length === 1 ? groups[0] : node)
}

function anyOf(choices: readonly SchemaNode[]): string {
  const values = choices.filter((choice) => choice.type !== 'null')
  const isConstant = values.every((choice) => choice.const !== undefined)
  const words =
    isConstant && values.length > 1 ? `one of ${values.map(allowed).join(', ')}` : values.map(allowed).join(', or ')
  return values.length < choices.length ? `${words}, or null` : words
}

function range({ minimum, maximum }: SchemaNode): string {
  // zod bounds every integer by what a double can count; that is no limit a person meets.
  const least = minimum === Number.MIN_SAFE_INTEGER ? undefined : minimum
  const most = maximum === Number.MAX_SAFE_INTEGER ? undefined : maximum
  if (least !== undefined && most !== undefined) return ` from ${least} to ${most}`
  if (least !== undefined) return ` of at least ${least}`
  return most === undefined ? '' : ` of at most ${most}`
}

function text({ minLength, maxLength }: SchemaNode): string {
  if (minLength && maxLength) return `a text of ${minLength} to ${maxLength} characters`
  if (maxLength) return `a text of at most ${maxLength} characters`
  return minLength ? 'a text that is not empty' : 'a text'
}
