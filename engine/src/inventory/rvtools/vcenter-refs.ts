import type { Vcenter } from '../estate.ts'
import { compareTexts } from './compare.ts'
import type { TextPool } from './text-pool.ts'

const MOST_VCENTERS = 2 ** 16

interface VcenterRef {
  readonly source: number
  readonly uuid: number
  readonly server: number
}

/** vCenters as rows name them: a uuid, a server, both or (in a file cut by hand) neither. */
export class VcenterRefs {
  readonly refs: VcenterRef[] = []
  private readonly known = new Map<string, number>()
  private last: VcenterRef = { source: -1, uuid: -1, server: -1 }
  private lastIndex = -1

  /** Rows that name nothing are kept apart by source: another source may be of another vCenter. */
  intern(source: number, uuid: number, server: number): number {
    if (this.last.source === source && this.last.uuid === uuid && this.last.server === server) return this.lastIndex
    const key = `${source}|${uuid}|${server}`
    let index = this.known.get(key)
    if (index === undefined) {
      index = this.refs.length
      this.refs.push({ source, uuid, server })
      this.known.set(key, index)
    }
    this.last = this.refs[index]
    this.lastIndex = index
    return index
  }
}

export interface ResolvedVcenters {
  /** In order of uuid, then server, the nameless one last. Versions are filled in by who knows them. */
  readonly vcenters: readonly Vcenter[]
  /** Index of the nameless one, or -1. */
  readonly nameless: number
  /** Reference → index of the vCenter. */
  readonly of: Uint16Array
}

/**
 * Tells vCenters apart: by uuid, without one by the name of the server. A row that names a server only is of the
 * vCenter of that name if there is one with a uuid; a row that names nothing is of the only vCenter of its file, else of
 * the only one there is, else of a nameless one.
 */
export function resolveVcenters(refs: VcenterRefs, pool: TextPool): ResolvedVcenters {
  const lower = (code: number) => pool.texts[code].toLowerCase()
  const drafts = new Map<string, { uuid: string; server: string }>()
  const uuidOfServer = new Map<string, Set<string>>()
  for (const { uuid, server } of refs.refs) {
    if (uuid === 0) continue
    addTo(uuidOfServer, lower(server), lower(uuid))
  }

  const keys = refs.refs.map(({ uuid, server }) => {
    if (uuid === 0 && server === 0) return null
    const named = uuidOfServer.get(lower(server))
    const id = uuid !== 0 ? lower(uuid) : named?.size === 1 ? [...named][0] : ''
    const key = id !== '' ? `uuid ${id}` : `server ${lower(server)}`
    const draft = drafts.get(key)
    const name = pool.texts[server]
    // Written in several ways the smallest is shown, so that the order of rows does not choose.
    if (!draft) drafts.set(key, { uuid: id, server: name })
    else if (draft.server === '' || (name !== '' && compareTexts(name, draft.server) < 0)) draft.server = name
    return key
  })

  const ofSource = new Map<number, Set<string>>()
  keys.forEach((key, index) => {
    if (key !== null) addTo(ofSource, refs.refs[index].source, key)
  })
  const resolved = keys.map((key, index) => {
    if (key !== null) return key
    const own = ofSource.get(refs.refs[index].source)
    if (own?.size === 1) return [...own][0]
    return drafts.size === 1 ? [...drafts.keys()][0] : ''
  })
  if (resolved.includes('') || resolved.length === 0) drafts.set('', { uuid: '', server: '' })

  const order = [...drafts].sort(
    ([p, a], [q, b]) =>
      Number(p === '') - Number(q === '') || compareTexts(a.uuid, b.uuid) || compareTexts(a.server, b.server),
  )
  const position = new Map(order.map(([key], index) => [key, index]))
  return {
    vcenters: order.map(([, it]) => ({ ...it, version: '', apiVersion: '' })),
    nameless: position.get('') ?? -1,
    // A column of garbage can name more vCenters than a table can; then the last stand together.
    of: Uint16Array.from(resolved, (key) => Math.min(position.get(key)!, MOST_VCENTERS - 1)),
  }
}

function addTo<K>(map: Map<K, Set<string>>, key: K, value: string): void {
  const set = map.get(key)
  if (set) set.add(value)
  else map.set(key, new Set([value]))
}
