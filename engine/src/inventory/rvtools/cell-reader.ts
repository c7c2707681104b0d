import { isText, type Kind } from './column-spec.ts'
import type { DraftTable } from './draft-table.ts'
import type { OpenedSheet } from './opened-sheet.ts'
import { CellKind, type Row } from './sheet.ts'
import type { TextPool, Translation } from './text-pool.ts'

const Op = { text: 0, network: 1, sharedBus: 2, flag: 3, number: 4, limit: 5, version: 6, mbps: 7, instant: 8 } as const

const OP_OF_KIND: Record<Kind, number> = {
  text: Op.text,
  network: Op.network,
  sharedBus: Op.sharedBus,
  flag: Op.flag,
  number: Op.number,
  percent: Op.number,
  gib: Op.number,
  mhz: Op.number,
  limitGib: Op.limit,
  limitMhz: Op.limit,
  limit: Op.limit,
  version: Op.version,
  mbps: Op.mbps,
  instant: Op.instant,
}

const NO_NETWORK = ['none', 'None', 'NONE']
/** 3.x writes the number of the API's enumeration. */
const SHARED_BUS_OF_3X: readonly (readonly [string, string])[] = [
  ['0', 'noSharing'],
  ['1', 'virtualSharing'],
  ['2', 'physicalSharing'],
]
const POWER_STATES = ['poweredOn', 'poweredOff', 'suspended', 'PoweredOn', 'PoweredOff', 'Suspended']
const SYSTEM_COLUMNS = ['osConfig', 'osTools']

/**
 * Reads the cells of one sheet's rows into a draft table. All that depends on the column alone is settled beforehand;
 * no object is made for a cell.
 */
export class CellReader {
  private readonly opened: OpenedSheet
  private readonly draft: DraftTable
  private readonly pool: TextPool
  private readonly translation: Translation
  private readonly ops: Uint8Array
  private readonly columns: Int32Array
  private readonly slots: Int32Array
  private readonly scales: Float64Array
  /** Position in `columns.matched`, for the tallies. */
  private readonly places: Int32Array
  private readonly translated: Map<number, number>
  /** Codes that a text column may hold, or may not; null where everything goes. */
  private readonly fits: (((code: number) => boolean) | null)[]

  constructor(opened: OpenedSheet, draft: DraftTable, pool: TextPool, translation: Translation) {
    this.opened = opened
    this.draft = draft
    this.pool = pool
    this.translation = translation
    const read = opened.columns.matched.flatMap((match, place) => {
      const slot = draft.slot(match.column)
      return slot < 0 ? [] : [{ ...match, slot, place, spec: draft.specs[match.column] }]
    })
    this.ops = Uint8Array.from(read, (it) => OP_OF_KIND[it.spec.kind])
    this.columns = Int32Array.from(read, (it) => it.index)
    this.slots = Int32Array.from(read, (it) => it.slot)
    this.scales = Float64Array.from(read, (it) => it.scale)
    this.places = Int32Array.from(read, (it) => it.place)
    this.translated = new Map([
      ...NO_NETWORK.map((word): [number, number] => [pool.codeOf(word), 0]),
      ...SHARED_BUS_OF_3X.map(([from, to]): [number, number] => [pool.codeOf(from), pool.codeOf(to)]),
    ])
    const states = new Set(POWER_STATES.map((state) => pool.codeOf(state)))
    this.fits = read.map((it) => {
      if (!isText(it.spec.kind)) return null
      if (it.column === 'powerState') return (code) => states.has(code)
      if (SYSTEM_COLUMNS.includes(it.column)) return (code) => pool.flagOf(code) < 0
      return null
    })
  }

  /** The code of a cell's text. */
  code(row: Row, column: number): number {
    const key = row.key(column)
    if (key >= 0) {
      const known = this.translation.codeOf(key)
      if (known >= 0) return known
      const code = this.pool.codeOf(row.text(column))
      this.translation.learn(key, code)
      return code
    }
    const text = row.text(column)
    return text === '' ? 0 : this.pool.codeOf(text)
  }

  /** Fills row `index` of the draft. */
  read(row: Row, index: number): void {
    const { ops, columns, slots, scales, draft, places, opened } = this
    let unfit = 0
    for (let c = 0; c < ops.length; c++) {
      const column = columns[c]
      const slot = slots[c]
      const op = ops[c]
      let fits = true
      let telling: boolean
      if (op <= Op.sharedBus) {
        const code = this.code(row, column)
        draft.texts[slot][index] = op === Op.text ? code : this.meaning(op, code)
        telling = code !== 0
        const check = this.fits[c]
        if (check !== null && telling) fits = check(code)
      } else if (op === Op.flag) {
        const code = this.code(row, column)
        draft.flags[slot][index] = this.pool.flagOf(code)
        telling = code !== 0
        if (telling) fits = draft.flags[slot][index] >= 0
      } else {
        const value = op === Op.instant ? row.instant(column) : this.number(row, column, op, scales[c])
        draft.numbers[slot][index] = value
        telling = !Number.isNaN(value) && value !== 0
        if (Number.isNaN(value)) fits = row.kind(column) === CellKind.empty || row.text(column) === ''
      }
      if (telling) opened.telling[places[c]]++
      if (!fits) {
        unfit++
        if (opened.unfit[places[c]]++ === 0) opened.firstUnfit[places[c]] = row.rowNumber
      }
    }
    // One odd cell is an odd cell; several in one row are cells of other columns.
    if (unfit > 1 && opened.shifted++ === 0) opened.firstShifted = row.rowNumber
  }

  private meaning(op: number, code: number): number {
    const other = this.translated.get(code)
    if (other === undefined) return code
    return (op === Op.network) === (other === 0) ? other : code
  }

  private number(row: Row, column: number, op: number, scale: number): number {
    const value = row.number(column)
    if (op === Op.limit) {
      if (value === -1 || (Number.isNaN(value) && /^unlimited$/i.test(row.text(column))))
        return Number.POSITIVE_INFINITY
      return value * scale
    }
    if (!Number.isNaN(value)) return value * scale
    const text = row.text(column)
    if (text === '') return Number.NaN
    if (op === Op.version) return numberIn(/^(?:vmx-|v)?0*(\d+)$/i, text)
    if (op === Op.mbps) return speedMbps(text)
    return numberIn(/^(-?\d+(?:\.\d+)?)\s*%$/, text)
  }
}

function numberIn(pattern: RegExp, text: string): number {
  const match = pattern.exec(text)
  return match ? Number(match[1]) : Number.NaN
}

function speedMbps(text: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*([mg])(?:bit|bps|b)/i.exec(text)
  return match ? Number(match[1]) * (match[2].toLowerCase() === 'g' ? 1000 : 1) : Number.NaN
}
