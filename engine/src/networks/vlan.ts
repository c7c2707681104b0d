/**
 * The one reader of VLANs, for the cell of a port group and for names people give to networks.
 */

/** Which VLANs a network carries. A trunk carries several; `ranges` is empty when a name says no more than "trunk". */
export interface Vlan {
  readonly kind: 'id' | 'trunk'
  /** The VLAN of an access port; null for a trunk. */
  readonly id: number | null
  /** Inclusive and ascending. */
  readonly ranges: readonly { readonly from: number; readonly to: number }[]
}

export const FIRST_VLAN = 1
export const LAST_VLAN = 4094
/** On a standard switch 4095 hands every VLAN to the guest. */
const ALL_VLANS = 4095

const RANGE = /^(\d{1,4})\s*-\s*(\d{1,4})$/
/**
 * `vlan`, the word `id` if it stands there, a separator, digits; a dash, `to` or comma and more digits make a trunk. Digits
 * end at a boundary: `vlan 123456` and the dotted address in `vlan-10.1.2.0` are no VLAN ids.
 */
const NAMED = /vlan(?:[ _-]?id)?[ _\-#:.]{0,2}0*(\d{1,4})(?:\s*(?:-|to|\.\.)\s*0*(\d{1,4}))?(?![\d]|\.\d)/i
const TRUNK_WORD = /(?<![a-z0-9])trunk(?:s|ed|ing)?(?![a-z])/i

/** A cell of a port group as vCenter writes it: `100`, `0-4094`, `10, 20-29`; null for none (0, empty, not a number). */
export function parseVlanCell(cell: string): Vlan | null {
  const text = cell.replace(/^\s*(?:vlan|trunk)\s*:?\s*/i, '').trim()
  if (text === '') return null
  const ranges: { from: number; to: number }[] = []
  for (const part of text.split(/[,;]/)) {
    const single = /^\d{1,4}(?:\.0+)?$/.test(part.trim()) ? Number(part) : null
    const range = RANGE.exec(part.trim())
    if (single === null && !range) return null
    const from = single ?? Number(range![1])
    const to = single ?? Number(range![2])
    if (from === ALL_VLANS && to === ALL_VLANS) return everyVlan()
    if (to < FIRST_VLAN || from > LAST_VLAN || to < from) continue
    ranges.push({ from: Math.max(from, FIRST_VLAN), to: Math.min(to, LAST_VLAN) })
  }
  if (ranges.length === 0) return null
  return fromRanges(ranges)
}

/** The VLAN a name speaks of: `Tenant_vlan_3567`, `dvPG_VLAN 20`, `VLAN 100-200`, `Trunk`; null when it speaks of none. */
export function parseVlanName(name: string): Vlan | null {
  const match = NAMED.exec(name)
  if (match) {
    const from = Number(match[1])
    const to = match[2] === undefined ? from : Number(match[2])
    if (isVlan(from) && isVlan(to) && from < to) return fromRanges([{ from, to }])
    if (isVlan(from)) return { kind: 'id', id: from, ranges: [{ from, to: from }] }
  }
  return TRUNK_WORD.test(name) ? { kind: 'trunk', id: null, ranges: [] } : null
}

/** As people read it: `20`, `trunk 100–200, 300`, `trunk`. */
export function vlanLabel(vlan: Vlan): string {
  if (vlan.kind === 'id') return String(vlan.id)
  const ranges = vlan.ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`))
  return ranges.length === 0 ? 'trunk' : `trunk ${ranges.join(', ')}`
}

/** As a port group writes it, and as `parseVlanCell` reads it: `20`, `100-200, 300`; '' for a trunk of unknown VLANs. */
export function vlanCell({ ranges }: Vlan): string {
  return ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(', ')
}

function isVlan(id: number): boolean {
  return id >= FIRST_VLAN && id <= LAST_VLAN
}

function everyVlan(): Vlan {
  return { kind: 'trunk', id: null, ranges: [{ from: FIRST_VLAN, to: LAST_VLAN }] }
}

function fromRanges(ranges: { from: number; to: number }[]): Vlan {
  ranges.sort((a, b) => a.from - b.from || a.to - b.to)
  const merged: { from: number; to: number }[] = []
  for (const range of ranges) {
    const last = merged.at(-1)
    if (last && range.from <= last.to + 1) last.to = Math.max(last.to, range.to)
    else merged.push({ ...range })
  }
  const [first] = merged
  if (merged.length === 1 && first.from === first.to) return { kind: 'id', id: first.from, ranges: merged }
  return { kind: 'trunk', id: null, ranges: merged }
}
