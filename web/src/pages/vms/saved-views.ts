import { z } from 'zod'
import { parseSearch, searchOf, stringifySearch, VmSearch } from '../../search.ts'

/** A table as somebody set it up: filters, sort and columns, under a name. The URL is the view itself, so a link shares it. */
export interface SavedView {
  readonly name: string
  readonly search: VmSearch
}

/** Ready for everybody; they cannot be deleted. */
export const READY_VIEWS: readonly SavedView[] = [
  { name: 'All VMs', search: {} },
  { name: 'RED, worst first', search: { risk: 'RED', sort: '-score' } },
  { name: 'Cold moves, longest downtime first', search: { effectiveMode: 'cold', sort: '-downtimeHours' } },
  { name: 'Past vendor support', search: { osSupport: 'ended,paid_only', sort: 'os' } },
  { name: 'Largest first', search: { sort: '-usedGiB' } },
  { name: 'In the order of the plan', search: { sort: 'cutoverStart' } },
  { name: 'Left out of the plan', search: { excluded: 'true' } },
]

const Stored = z.array(z.object({ name: z.string().min(1), search: z.string() }))
const readSearch = searchOf(VmSearch)

/** What a view keeps of a URL: which VM is open is no part of it. */
export function viewOf(search: VmSearch): VmSearch {
  const { vm: _vm, tab: _tab, ...view } = search
  return view
}

/** As kept in the browser: the search of the URL, so that old views survive new parameters. */
export function writeViews(views: readonly SavedView[]): string {
  return JSON.stringify(views.map(({ name, search }) => ({ name, search: stringifySearch(viewOf(search)) })))
}

/** Reads kindly: what cannot be read is no view, and what a view no longer may filter by is dropped. */
export function readViews(text: string | null): readonly SavedView[] {
  if (text === null) return []
  try {
    return Stored.parse(JSON.parse(text)).map(({ name, search }) => ({ name, search: readSearch(parseSearch(search)) }))
  } catch {
    return []
  }
}

/** Views with one more; one of the same name is replaced, in its place. */
export function withView(views: readonly SavedView[], view: SavedView): readonly SavedView[] {
  return views.some(({ name }) => name === view.name)
    ? views.map((other) => (other.name === view.name ? view : other))
    : [...views, view]
}

export const isSameView = (a: VmSearch, b: VmSearch): boolean => canonical(a) === canonical(b)

function canonical(search: VmSearch): string {
  const entries = Object.entries(viewOf(search)).filter(([, value]) => value !== undefined && value !== '')
  return JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}
