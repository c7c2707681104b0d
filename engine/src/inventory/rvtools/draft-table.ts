import { isText, type Specs, type TableOf } from './column-spec.ts'
import { compareNatural } from './compare.ts'

const FIRST_CAPACITY = 16

/**
 * The rows of one kind of sheet over all sources, as they came: columns that grow, and for each row the sheet it stood
 * in and who it says it is about. Joining, dropping copies and sorting wait until all rows are there, so neither the
 * order of rows nor that of files can change the outcome.
 */
export class DraftTable<S extends Specs = Specs> {
  readonly specs: S
  readonly names: readonly string[]
  count = 0
  /** Index of the opened sheet (one sheet of one source). */
  sheet = new Uint16Array(FIRST_CAPACITY)
  row = new Uint32Array(FIRST_CAPACITY)
  /** Whatever the reader of the sheet knows the row by: a VM reference, or a vCenter. */
  ref = new Uint32Array(FIRST_CAPACITY)
  /** Columns by slot; a slot is filled in exactly one of the three. */
  readonly texts: Uint32Array[] = []
  readonly flags: Int8Array[] = []
  readonly numbers: Float64Array[] = []
  private capacity = FIRST_CAPACITY

  constructor(specs: S) {
    this.specs = specs
    this.names = Object.keys(specs)
    this.names.forEach((name, slot) => {
      const { kind } = specs[name]
      if (isText(kind)) this.texts[slot] = new Uint32Array(FIRST_CAPACITY)
      else if (kind === 'flag') this.flags[slot] = new Int8Array(FIRST_CAPACITY).fill(-1)
      else this.numbers[slot] = new Float64Array(FIRST_CAPACITY).fill(Number.NaN)
    })
  }

  /** A new row in which everything is unknown. */
  add(sheet: number, row: number, ref: number): number {
    if (this.count === this.capacity) this.grow()
    const index = this.count++
    this.sheet[index] = sheet
    this.row[index] = row
    this.ref[index] = ref
    return index
  }

  slot(name: keyof S & string): number {
    return this.names.indexOf(name)
  }

  text(name: keyof S & string): Uint32Array {
    return this.texts[this.slot(name)]
  }

  /**
   * The columns with the rows of `order`; an index of -1 stands for a row that does not exist. Takes them out of the
   * draft one by one, so that a large table never stands in memory twice.
   */
  take(order: Int32Array): TableOf<S> {
    const table: Record<string, Uint32Array | Int8Array | Float64Array> = {}
    this.names.forEach((name, slot) => {
      if (this.texts[slot]) {
        table[name] = pickTexts(this.texts[slot], order)
        this.texts[slot] = new Uint32Array(0)
      } else if (this.flags[slot]) {
        table[name] = pickFlags(this.flags[slot], order)
        this.flags[slot] = new Int8Array(0)
      } else {
        table[name] = pickNumbers(this.numbers[slot], order)
        this.numbers[slot] = new Float64Array(0)
      }
    })
    return table as TableOf<S>
  }

  /** Orders two rows by all their cells, column by column: 0 only where they say the same. */
  compare(a: number, b: number, texts: readonly string[]): number {
    for (let slot = 0; slot < this.names.length; slot++) {
      const column = this.texts[slot]
      if (column) {
        if (column[a] === column[b]) continue
        return compareNatural(texts[column[a]], texts[column[b]])
      }
      const values = this.flags[slot] ?? this.numbers[slot]
      const difference = compareNumbers(values[a], values[b])
      if (difference !== 0) return difference
    }
    return 0
  }

  private grow(): void {
    this.capacity *= 2
    this.sheet = larger(this.sheet, new Uint16Array(this.capacity))
    this.row = larger(this.row, new Uint32Array(this.capacity))
    this.ref = larger(this.ref, new Uint32Array(this.capacity))
    for (let slot = 0; slot < this.names.length; slot++) {
      if (this.texts[slot]) this.texts[slot] = larger(this.texts[slot], new Uint32Array(this.capacity))
      else if (this.flags[slot]) this.flags[slot] = larger(this.flags[slot], new Int8Array(this.capacity), -1)
      else this.numbers[slot] = larger(this.numbers[slot], new Float64Array(this.capacity), Number.NaN)
    }
  }
}

/** Unknown numbers come last. */
function compareNumbers(a: number, b: number): number {
  if (a === b) return 0
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : 1
  if (Number.isNaN(b)) return -1
  return a < b ? -1 : 1
}

type Column = Uint8Array | Uint16Array | Uint32Array | Int8Array | Float64Array

function larger<A extends Column>(from: A, to: A, unknown = 0): A {
  to.set(from)
  if (unknown !== 0) to.fill(unknown, from.length)
  return to
}

// Three copies of one loop, because each is fast only as long as it meets one kind of array.
function pickTexts(from: Uint32Array, order: Int32Array): Uint32Array {
  const to = new Uint32Array(order.length)
  for (let i = 0; i < order.length; i++) if (order[i] >= 0) to[i] = from[order[i]]
  return to
}

function pickFlags(from: Int8Array, order: Int32Array): Int8Array {
  const to = new Int8Array(order.length).fill(-1)
  for (let i = 0; i < order.length; i++) if (order[i] >= 0) to[i] = from[order[i]]
  return to
}

function pickNumbers(from: Float64Array, order: Int32Array): Float64Array {
  const to = new Float64Array(order.length).fill(Number.NaN)
  for (let i = 0; i < order.length; i++) if (order[i] >= 0) to[i] = from[order[i]]
  return to
}
