/**
 * What a column of a sheet is called and how its cells are read. The tables of `*-columns.ts` map the property of the
 * estate that a column fills to one of these.
 */
export interface ColumnSpec<K extends Kind = Kind> {
  readonly kind: K
  /** Accepted headers, the name of RVTools itself first. A size is written without its unit or with any: both match. */
  readonly headers: readonly string[]
  /** Without it, or with nothing but zeros in it, the plan is worth little: a warning says so. */
  readonly critical: boolean
}

/**
 * - `network`: a text in which the literal `none` means nothing.
 * - `sharedBus`: a text in which 3.x writes 0, 1, 2 for the names of 4.x.
 * - `version`: a number that other tools write with a prefix (`vmx-19`).
 * - `gib`: a size; the header says the unit, MiB where it says none.
 * - `limitGib`, `limitMhz`, `limit`: -1 and `Unlimited` are read as Infinity, so that comparing needs no special case.
 * - `mbps`: a link speed; texts such as `10 Gbit/s` are understood.
 */
export type Kind =
  | 'text'
  | 'network'
  | 'sharedBus'
  | 'flag'
  | 'number'
  | 'percent'
  | 'version'
  | 'gib'
  | 'limitGib'
  | 'mhz'
  | 'limitMhz'
  | 'limit'
  | 'mbps'
  | 'instant'

export type TextKind = 'text' | 'network' | 'sharedBus'

/** Property of the estate → how it is read. */
export type Specs = Readonly<Record<string, ColumnSpec>>

/** The typed array that a kind of column is kept in. */
export type Stored<K extends Kind> = K extends TextKind ? Uint32Array : K extends 'flag' ? Int8Array : Float64Array

/** The columns of a table as typed arrays of one length. */
export type TableOf<S extends Specs> = { -readonly [C in keyof S]: Stored<S[C]['kind']> }

const spec =
  <K extends Kind>(kind: K) =>
  (...headers: string[]): ColumnSpec<K> => ({ kind, headers, critical: false })

export const text = spec('text')
export const network = spec('network')
export const sharedBus = spec('sharedBus')
export const flag = spec('flag')
export const number = spec('number')
export const percent = spec('percent')
export const version = spec('version')
export const size = spec('gib')
export const limitGib = spec('limitGib')
export const mhz = spec('mhz')
export const limitMhz = spec('limitMhz')
export const limit = spec('limit')
export const mbps = spec('mbps')
export const instantOf = spec('instant')

export function critical<K extends Kind>(column: ColumnSpec<K>): ColumnSpec<K> {
  return { ...column, critical: true }
}

export function isText(kind: Kind): kind is TextKind {
  return kind === 'text' || kind === 'network' || kind === 'sharedBus'
}

export function isSize(kind: Kind): boolean {
  return kind === 'gib' || kind === 'limitGib'
}

export function isFrequency(kind: Kind): boolean {
  return kind === 'mhz' || kind === 'limitMhz'
}
