import { updateVms, type VmDecisionChange, type VmFilter } from '@portolan/contract/vms'
import { plural } from '@portolan/engine/documents/wording/numbers'
import type { QueryClient } from '@tanstack/react-query'
import { type Answer, call } from '../../api/client.ts'
import { invalidate } from '../../api/query.ts'
import type { RowSource } from '../../table/row-source.ts'
import type { Selection } from '../../table/selection.ts'
import { offerUndo, say } from '../../ui/toast.tsx'
import type { VmLine } from './vm-columns.tsx'

/** Whom a change is about: named VMs, or all that a filter keeps. */
export type Subjects = { readonly ids: string[] } | { readonly filter: VmFilter }
export type Decided = Answer<typeof updateVms>

/** Everything that a decision changes what it says: lists, the plan and the totals made from it. */
const STALE = ['vms.', 'stats.', 'plan.', 'tenants.', 'findings.', 'projects.'] as const
/** Ids of one request: 100,000 would be close to the most that a request may hold. */
const MOST_IDS = 50_000

/** A selection as a request takes it: a filter where everything is selected, so that no id need be known. */
export async function subjectsOf(
  selection: Selection<VmLine>,
  filter: VmFilter,
  source: RowSource<VmLine>,
): Promise<Subjects> {
  if (selection.mode === 'some') return { ids: [...selection.rows.keys()] }
  if (selection.except.size === 0) return { filter }
  const rows = await source.read(0, source.total ?? 0)
  return { ids: rows.map(({ id }) => id).filter((id) => !selection.except.has(id)) }
}

export function previewChange(project: string, subjects: Subjects, change: VmDecisionChange): Promise<Decided> {
  return call(updateVms, { params: { project }, body: { ...subjects, change, preview: true } })
}

/** Applies a change, says what came of it and offers to take it back. */
export async function applyChange(
  client: QueryClient,
  project: string,
  subjects: Subjects,
  change: VmDecisionChange,
  done: string,
): Promise<Decided> {
  const decided = await call(updateVms, { params: { project }, body: { ...subjects, change } })
  await invalidate(client, ...STALE)
  const refused = decided.refused.length > 0 ? `; ${plural(decided.refused.length, 'VM')} refused` : ''
  const message = `${done}: ${plural(decided.changed, 'VM')}${refused}`
  if (!isUndoable(change, decided.undo)) say(message)
  else offerUndo(message, () => takeBack(client, project, decided.undo))
  return decided
}

/**
 * Whether Undo takes the whole change back. A status that went on may have no way back without a reason of its own; an Undo
 * that took back the note alone would be a lie.
 */
export function isUndoable(change: VmDecisionChange, undo: Decided['undo']): boolean {
  return undo.length > 0 && (change.status === undefined || undo.every((part) => part.change.status !== undefined))
}

export async function takeBack(client: QueryClient, project: string, undo: Decided['undo']): Promise<void> {
  try {
    for (const { ids, change } of undo) {
      for (let from = 0; from < ids.length; from += MOST_IDS) {
        const some = ids.slice(from, from + MOST_IDS)
        await call(updateVms, { params: { project }, body: { ids: some, change } })
      }
    }
  } finally {
    await invalidate(client, ...STALE)
  }
}

export interface RefusedGroup {
  readonly reason: string
  readonly names: readonly string[]
}

/** Refusals by reason, the most frequent first. */
export function refusedGroups(refused: Decided['refused']): readonly RefusedGroup[] {
  const groups = new Map<string, string[]>()
  for (const { name, reason } of refused) {
    const names = groups.get(reason)
    if (names) names.push(name)
    else groups.set(reason, [name])
  }
  return [...groups]
    .map(([reason, names]) => ({ reason, names }))
    .sort((a, b) => b.names.length - a.names.length || (a.reason < b.reason ? -1 : 1))
}
