import type { SheetName } from '../estate.ts'
import type { Specs } from './column-spec.ts'
import { DraftTable } from './draft-table.ts'
import type { OpenedSheet } from './opened-sheet.ts'
import { OTHER_SHEETS, VM_SHEETS } from './sheet-specs.ts'
import type { SourceOrder } from './source-order.ts'
import type { TextPool } from './text-pool.ts'
import type { ResolvedVcenters } from './vcenter-refs.ts'
import type { VmRefs } from './vm-refs.ts'

type TablesOf<T extends Record<string, Specs>> = { readonly [S in keyof T]: DraftTable<T[S]> }
export type Drafts = TablesOf<typeof VM_SHEETS> & TablesOf<typeof OTHER_SHEETS>

/** An empty draft table for every sheet. */
export function emptyDrafts(): Drafts {
  const tables = Object.entries({ ...VM_SHEETS, ...OTHER_SHEETS }).map(([sheet, specs]) => [
    sheet,
    new DraftTable(specs),
  ])
  return Object.fromEntries(tables) as Drafts
}

/** Everything that was read, when reading is over: what `finish` turns into an estate. */
export interface Harvest {
  readonly pool: TextPool
  readonly drafts: Drafts
  readonly opened: readonly OpenedSheet[]
  readonly refs: VmRefs
  readonly vcenters: ResolvedVcenters
  readonly sources: SourceOrder
}

/** The rows of a draft that count: not those of a sheet that was discarded. */
export function liveRows({ opened }: Harvest, draft: DraftTable): Int32Array {
  const rows = new Int32Array(draft.count)
  let count = 0
  for (let row = 0; row < draft.count; row++) if (!opened[draft.sheet[row]].discarded) rows[count++] = row
  return rows.subarray(0, count)
}

/** Whether a source has a sheet. */
export function hasSheet({ opened }: Harvest, source: number, sheet: SheetName): boolean {
  return opened.some((it) => it.source === source && it.as === sheet && !it.discarded)
}

/** Orders rows that say they are the same thing: the newest export first, then by what they hold. */
export function bestFirst(harvest: Harvest, draft: DraftTable): (a: number, b: number) => number {
  const { opened, sources, pool } = harvest
  return (a, b) =>
    sources.newestFirst(opened[draft.sheet[a]].source, opened[draft.sheet[b]].source) ||
    draft.compare(a, b, pool.texts) ||
    sources.position[opened[draft.sheet[a]].source] - sources.position[opened[draft.sheet[b]].source] ||
    draft.row[a] - draft.row[b]
}
