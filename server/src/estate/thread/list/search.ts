import { remembered } from '../remembered.ts'
import type { View } from '../view.ts'

/** What is searched, of all rows in one text: looking through one long text is several times as fast as through many. */
interface Haystack {
  readonly text: string
  /** Where the text of each row begins, and where the last ends. */
  readonly starts: Uint32Array
}

/** Between what belongs to one VM, and behind the last of it; no search text holds either. */
const FIELD_END = '\u0001'
const ROW_END = '\u0002'
const ENDS = /[\u0001\u0002]/g

/** Rows with a text in name, DNS name or address, without regard to case. */
export function searched(view: View, wanted: string): Uint8Array {
  const met = new Uint8Array(view.facts.count)
  const { text, starts } = haystackOf(view)
  const needle = plain(wanted.trim())
  let row = 0
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, starts[row])) {
    row = rowAt(starts, row, at)
    met[row++] = 1
  }
  return met
}

/** Makes what is searched. */
export function haystackOf({ snapshot, facts, estate }: View): Haystack {
  return remembered(snapshot, 'haystack', () => {
    const { texts, vms } = estate
    const starts = new Uint32Array(facts.count + 1)
    const rows: string[] = []
    let end = 0
    for (let row = 0; row < facts.count; row++) {
      const vm = facts.vm[row]
      const fields = [texts[vms.name[vm]], texts[vms.dnsName[vm]], texts[vms.primaryIp[vm]]]
      const line = `${fields.map(plain).join(FIELD_END)}${ROW_END}`
      rows.push(line)
      end += line.length
      starts[row + 1] = end
    }
    return { text: rows.join(''), starts }
  })
}

function plain(text: string): string {
  return text.toLowerCase().replace(ENDS, ' ')
}

/** The row whose text holds a position; none before `from` does. */
function rowAt(starts: Uint32Array, from: number, position: number): number {
  // Matches come close together or far apart: in ever longer steps, then by halves.
  let step = 1
  let low = from
  while (low + step < starts.length && starts[low + step] <= position) {
    low += step
    step *= 2
  }
  let high = Math.min(low + step, starts.length - 1)
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if (starts[middle] <= position) low = middle
    else high = middle
  }
  return low
}
