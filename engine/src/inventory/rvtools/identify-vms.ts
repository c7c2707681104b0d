import { Identity } from '../estate.ts'
import { compareNatural, compareTexts } from './compare.ts'
import { bestFirst, type Harvest, liveRows } from './drafts.ts'
import type { VmRef } from './vm-refs.ts'

/** The VMs, in canonical order: by vCenter, MoRef (its number as a number), name, uuid, place, and what the row holds. */
export interface IdentifiedVms {
  readonly count: number
  /** Row of the vInfo draft that speaks for the VM. */
  readonly rows: Int32Array
  readonly identity: Uint8Array
  /** Row of the vInfo draft → VM; -1 where the row does not count. */
  readonly ofRow: Int32Array
  readonly refs: readonly VmRef[]
}

/** Keys of two codes in one number: both are below 2³², a vCenter below 2¹⁶. */
function pairKey(vcenter: number, code: number): number {
  return vcenter * 2 ** 32 + code
}

/**
 * Finds out which rows of vInfo are the same VM: by vCenter and MoRef, without one by vCenter and instance uuid, else by
 * name and place; twins that remain are told apart by the content of their rows, then by count (rvtools-columns.md,
 * Keys). Of several copies the newest export's speaks for the VM.
 */
export function identifyVms(harvest: Harvest): IdentifiedVms {
  const draft = harvest.drafts.vInfo
  const rows = liveRows(harvest, draft)
  const vmOfRow = new Int32Array(draft.count).fill(-1)
  const winners: number[] = []
  const identities: number[] = []
  const better = bestFirst(harvest, draft)
  const refOf = (row: number) => harvest.refs.get(draft.ref[row])

  const create = (row: number, identity: number): number => {
    winners.push(row)
    identities.push(identity)
    return winners.length - 1
  }
  const assign = (row: number, vm: number): void => {
    vmOfRow[row] = vm
    if (better(row, winners[vm]) < 0) winners[vm] = row
  }

  const withoutMoref: number[] = []
  const byMoref = new Map<number | string, number>()
  for (const row of rows) {
    const ref = refOf(row)
    if (ref.moref === 0) {
      withoutMoref.push(row)
      continue
    }
    const key = morefKey(harvest, ref)
    let vm = byMoref.get(key)
    if (vm === undefined) {
      vm = create(row, Identity.moref)
      byMoref.set(key, vm)
    }
    assign(row, vm)
  }

  if (withoutMoref.length > 0) identifyByUuid(harvest, withoutMoref, vmOfRow, refOf, create, assign)
  return inCanonicalOrder(harvest, winners, identities, vmOfRow, refOf)
}

/** A MoRef is unique in one vCenter; where no vCenter is named the name must agree too. */
export function morefKey({ vcenters }: Harvest, ref: VmRef): number | string {
  const vcenter = vcenters.of[ref.vcenter]
  return vcenter === vcenters.nameless ? `${ref.moref}|${ref.name}` : pairKey(vcenter, ref.moref)
}

type Create = (row: number, identity: number) => number
type Assign = (row: number, vm: number) => void

function identifyByUuid(
  harvest: Harvest,
  rows: readonly number[],
  vmOfRow: Int32Array,
  refOf: (row: number) => VmRef,
  create: Create,
  assign: Assign,
): void {
  const { pool, vcenters } = harvest
  const uuidKey = (ref: VmRef) => `${vcenters.of[ref.vcenter]}|${pool.texts[ref.instanceUuid].toLowerCase()}`
  // An export without MoRefs beside one with them: the uuid leads from one to the other, if it leads to one VM.
  const byUuid = new Map<string, Set<number>>()
  vmOfRow.forEach((vm, row) => {
    if (vm < 0) return
    const ref = refOf(row)
    if (ref.instanceUuid !== 0) byUuid.set(uuidKey(ref), (byUuid.get(uuidKey(ref)) ?? new Set()).add(vm))
  })

  const groups = new Map<string, number[]>()
  const places = new Map<string, number[]>()
  const placeKey = (ref: VmRef) =>
    [vcenters.of[ref.vcenter], ref.name, ref.datacenter, ref.folder, ref.host, ref.cluster].join('|')
  for (const row of rows) {
    const ref = refOf(row)
    if (ref.instanceUuid === 0) {
      push(places, placeKey(ref), row)
      continue
    }
    const known = byUuid.get(uuidKey(ref))
    if (known?.size === 1) assign(row, [...known][0])
    else push(groups, uuidKey(ref), row)
  }
  for (const [key, group] of groups) {
    // Clones made outside vCenter share the uuid: then it is no identity, and the place must tell.
    if (isOnePerSource(harvest, group)) {
      const vm = create(group[0], Identity.instanceUuid)
      for (const row of group) assign(row, vm)
    } else for (const row of group) push(places, `${key}|${placeKey(refOf(row))}`, row)
  }
  for (const group of places.values()) identifyTwins(harvest, group, create, assign)
}

/**
 * Rows of one name at one place. One of each export is one VM. More are that many VMs: as many as the newest export
 * lists with different contents, and of the same content as many as one file lists.
 */
function identifyTwins(harvest: Harvest, group: readonly number[], create: Create, assign: Assign): void {
  const { sources, opened } = harvest
  const draft = harvest.drafts.vInfo
  const sourceOf = (row: number) => opened[draft.sheet[row]].source
  const newest = Math.max(...group.map((row) => sources.timeOf(sourceOf(row))))
  const current = group.filter((row) => sources.timeOf(sourceOf(row)) === newest)
  const older = group.filter((row) => sources.timeOf(sourceOf(row)) !== newest)

  const { texts } = harvest.pool
  const better = bestFirst(harvest, draft)
  const contents: number[][] = []
  for (const row of current.sort((a, b) => draft.compare(a, b, texts) || better(a, b))) {
    const last = contents.at(-1)
    if (last && draft.compare(last[0], row, texts) === 0) last.push(row)
    else contents.push([row])
  }
  let first = -1
  for (const rows of contents) {
    const perSource = new Map<number, number[]>()
    for (const row of rows) push(perSource, sourceOf(row), row)
    const most = Math.max(...[...perSource.values()].map((it) => it.length))
    const identity = most > 1 ? Identity.count : contents.length > 1 ? Identity.content : Identity.place
    for (let n = 0; n < most; n++) {
      const copies = [...perSource.values()].flatMap((it) => it.slice(n, n + 1))
      const vm = create(copies[0], identity)
      if (first < 0) first = vm
      for (const row of copies) assign(row, vm)
    }
  }
  for (const row of older) assign(row, first)
}

function isOnePerSource({ opened, drafts }: Harvest, rows: readonly number[]): boolean {
  return new Set(rows.map((row) => opened[drafts.vInfo.sheet[row]].source)).size === rows.length
}

function push<K>(map: Map<K, number[]>, key: K, row: number): void {
  const rows = map.get(key)
  if (rows) rows.push(row)
  else map.set(key, [row])
}

function inCanonicalOrder(
  harvest: Harvest,
  winners: readonly number[],
  identities: readonly number[],
  vmOfRow: Int32Array,
  refOf: (row: number) => VmRef,
): IdentifiedVms {
  const { pool, vcenters, drafts } = harvest
  const { texts } = pool
  const refs = winners.map(refOf)
  const better = bestFirst(harvest, drafts.vInfo)
  const numbers = Float64Array.from(refs, (ref) => morefNumber(texts[ref.moref]))
  const order = winners
    .map((_, vm) => vm)
    .sort((a, b) => {
      const p = refs[a]
      const q = refs[b]
      return (
        vcenters.of[p.vcenter] - vcenters.of[q.vcenter] ||
        compareNumbers(numbers[a], numbers[b]) ||
        compareTexts(texts[p.moref], texts[q.moref]) ||
        compareTexts(texts[p.name], texts[q.name]) ||
        compareTexts(texts[p.instanceUuid], texts[q.instanceUuid]) ||
        compareTexts(texts[p.datacenter], texts[q.datacenter]) ||
        compareTexts(texts[p.folder], texts[q.folder]) ||
        compareNatural(texts[p.cluster], texts[q.cluster]) ||
        compareNatural(texts[p.host], texts[q.host]) ||
        better(winners[a], winners[b])
      )
    })
  const position = new Int32Array(order.length)
  order.forEach((vm, index) => {
    position[vm] = index
  })
  return {
    count: order.length,
    rows: Int32Array.from(order, (vm) => winners[vm]),
    identity: Uint8Array.from(order, (vm) => identities[vm]),
    ofRow: vmOfRow.map((vm) => (vm < 0 ? -1 : position[vm])),
    refs: order.map((vm) => refs[vm]),
  }
}

/** VMs without a MoRef come last. */
function morefNumber(moref: string): number {
  const digits = /(\d+)$/.exec(moref)
  return digits ? Number(digits[1]) : Number.POSITIVE_INFINITY
}

function compareNumbers(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0
}
