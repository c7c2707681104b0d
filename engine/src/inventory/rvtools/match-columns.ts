import { GIB_PER } from '../../units.ts'
import type { SheetName } from '../estate.ts'
import { type ColumnSpec, isFrequency, isSize, type Specs } from './column-spec.ts'
import { type HeaderKey, headerKey, knownHeaderKey } from './headers.ts'
import { isKnownColumn, knownNeighbours } from './known-columns.ts'

/** A column of the sheet that fills a property. */
export interface MatchedColumn {
  readonly column: string
  readonly index: number
  readonly header: string
  /** What a number in this column is multiplied with: the unit of the header, in GiB or MHz. */
  readonly scale: number
}

export interface ColumnMatch {
  readonly matched: readonly MatchedColumn[]
  /** Headers that no version of RVTools writes: custom attributes, tags, what a user added. */
  readonly custom: readonly { readonly header: string; readonly index: number }[]
  /** Known columns that nothing in a plan reads, and second copies of known columns. */
  readonly ignored: readonly string[]
  /** What RVTools writes and a plan reads, and is not there. */
  readonly missing: readonly string[]
}

/**
 * Maps the columns of a sheet by name, never by position.
 *
 * The name RVTools itself gives a column goes before its aliases, so that a custom attribute `Notes` does not take the
 * place of `Annotation`. Where a name stands twice (custom attributes are free text), the one written exactly so beside
 * its usual neighbours is the real one, else the first.
 */
export function matchColumns(sheet: SheetName, header: readonly string[], specs: Specs): ColumnMatch {
  const keys = header.map(headerKey)
  const claimed = new Set<number>()
  const found = new Map<string, number>()
  const columns = Object.entries(specs)

  for (const round of ['own', 'alias'] as const) {
    for (const [column, spec] of columns) {
      if (found.has(column)) continue
      for (const name of round === 'own' ? spec.headers.slice(0, 1) : spec.headers.slice(1)) {
        const index = pick(sheet, header, keys, spec, name, claimed)
        if (index < 0) continue
        claimed.add(index)
        found.set(column, index)
        break
      }
    }
  }

  const matched = columns.flatMap(([column, spec]) => {
    const index = found.get(column)
    return index === undefined ? [] : [{ column, index, header: header[index], scale: scaleOf(spec, keys[index]) }]
  })
  const rest = header.flatMap((name, index) => (name === '' || claimed.has(index) ? [] : [{ header: name, index }]))
  const seen = new Set(matched.map((it) => keys[it.index].full))
  const isIgnored = (it: { index: number }) => isKnownColumn(sheet, keys[it.index]) && !seen.has(keys[it.index].full)
  return {
    matched,
    custom: rest.filter((it) => !isIgnored(it)),
    ignored: rest.filter(isIgnored).map((it) => it.header),
    missing: columns
      .filter(([column, { headers }]) => !found.has(column) && isKnownColumn(sheet, knownHeaderKey(headers[0])))
      .map(([, { headers }]) => headers[0]),
  }
}

function pick(
  sheet: SheetName,
  header: readonly string[],
  keys: readonly HeaderKey[],
  spec: ColumnSpec,
  name: string,
  claimed: ReadonlySet<number>,
): number {
  const wanted = knownHeaderKey(name)
  let best = -1
  let bestScore = -1
  for (let index = 0; index < header.length; index++) {
    if (header[index] === '' || claimed.has(index) || !isSameName(spec, wanted, keys[index])) continue
    const score = closeness(sheet, header, keys, index, name)
    if (score > bestScore) {
      best = index
      bestScore = score
    }
  }
  return best
}

function isSameName(spec: ColumnSpec, wanted: HeaderKey, key: HeaderKey): boolean {
  if (wanted.full === key.full) return true
  if (isSize(spec.kind)) return wanted.bare === key.bare
  return isFrequency(spec.kind) && key.frequencyUnit !== null && wanted.bare === key.bare
}

/** How surely a header is the column itself and not an attribute of the same name. */
function closeness(
  sheet: SheetName,
  header: readonly string[],
  keys: readonly HeaderKey[],
  index: number,
  name: string,
): number {
  const { before, after } = knownNeighbours(sheet, keys[index])
  return (
    (header[index] === name ? 2 : 0) +
    (before !== null && keys[index - 1]?.bare === before ? 2 : 0) +
    (after !== null && keys[index + 1]?.bare === after ? 2 : 0)
  )
}

function scaleOf(spec: ColumnSpec, key: HeaderKey): number {
  if (isSize(spec.kind)) return GIB_PER[key.sizeUnit ?? 'MiB']
  return isFrequency(spec.kind) && key.frequencyUnit === 'GHz' ? 1000 : 1
}
