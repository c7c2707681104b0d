import type { Specs, TextKind } from './column-spec.ts'
import type { DraftTable } from './draft-table.ts'
import { bestFirst, type Harvest, liveRows } from './drafts.ts'

/** A row of a small table: texts as texts, flags as yes, no or null. */
export type PlainRow<S extends Specs> = {
  -readonly [C in keyof S]: S[C]['kind'] extends TextKind
    ? string
    : S[C]['kind'] extends 'flag'
      ? boolean | null
      : number
} & { source: number; row: number; vcenter: number }

/** Row `index` of a draft whose rows know their vCenter. */
export function plainRow<S extends Specs>(harvest: Harvest, draft: DraftTable<S>, index: number): PlainRow<S> {
  const { pool, opened, sources, vcenters } = harvest
  const plain: Record<string, string | number | boolean | null> = {
    source: sources.position[opened[draft.sheet[index]].source],
    row: draft.row[index],
    vcenter: vcenters.of[draft.ref[index]],
  }
  draft.names.forEach((name, slot) => {
    if (draft.texts[slot]) plain[name] = pool.texts[draft.texts[slot][index]]
    else if (draft.flags[slot]) plain[name] = draft.flags[slot][index] < 0 ? null : draft.flags[slot][index] === 1
    else plain[name] = draft.numbers[slot][index]
  })
  return plain as PlainRow<S>
}

/**
 * The distinct things of a sheet over all files: by vCenter and object id, without one by vCenter and the names in `key`.
 * Of several copies the newest export's stays. In an order that the files do not decide.
 */
export function distinctRows<S extends Specs>(
  harvest: Harvest,
  draft: DraftTable<S>,
  key: readonly (keyof S & string)[],
): PlainRow<S>[] {
  const idSlot = draft.slot('objectId')
  const keySlots = key.map((name) => draft.slot(name))
  const ids = new Set<string>()
  /** Name → whether the row that took it had an id: two ids of one name are two things. */
  const names = new Map<string, boolean>()
  const kept: number[] = []
  for (const row of liveRows(harvest, draft).sort(bestFirst(harvest, draft))) {
    const vcenter = harvest.vcenters.of[draft.ref[row]]
    const id = idSlot < 0 ? 0 : draft.texts[idSlot][row]
    const name = [vcenter, ...keySlots.map((slot) => draft.texts[slot][row])].join('|')
    const byName = names.get(name)
    if (id === 0 ? byName !== undefined : ids.has(`${vcenter}|${id}`) || byName === false) continue
    if (id !== 0) ids.add(`${vcenter}|${id}`)
    names.set(name, id !== 0)
    kept.push(row)
  }
  const { of } = harvest.vcenters
  return kept
    .sort((a, b) => of[draft.ref[a]] - of[draft.ref[b]] || draft.compare(a, b, harvest.pool.texts))
    .map((row) => plainRow(harvest, draft, row))
}
