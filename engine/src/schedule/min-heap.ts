/** Small whole numbers by key, smallest key first, equal keys by number; never holds more than `capacity`. */
export class MinHeap {
  private readonly keys: Float64Array
  private readonly items: Int32Array
  size = 0

  constructor(capacity: number) {
    this.keys = new Float64Array(capacity)
    this.items = new Int32Array(capacity)
  }

  /** Infinity when there is nothing. */
  get smallest(): number {
    return this.size === 0 ? Number.POSITIVE_INFINITY : this.keys[0]
  }

  push(key: number, item: number): void {
    let hole = this.size++
    while (hole > 0) {
      const parent = (hole - 1) >> 1
      if (!isBefore(key, item, this.keys[parent], this.items[parent])) break
      this.move(parent, hole)
      hole = parent
    }
    this.keys[hole] = key
    this.items[hole] = item
  }

  /** Takes the first item out. Not to be asked of an empty heap. */
  pop(): number {
    const first = this.items[0]
    const last = --this.size
    const key = this.keys[last]
    const item = this.items[last]
    let hole = 0
    for (let child = 1; child < last; child = 2 * hole + 1) {
      const right = child + 1
      if (right < last && isBefore(this.keys[right], this.items[right], this.keys[child], this.items[child]))
        child = right
      if (!isBefore(this.keys[child], this.items[child], key, item)) break
      this.move(child, hole)
      hole = child
    }
    this.keys[hole] = key
    this.items[hole] = item
    return first
  }

  private move(from: number, to: number): void {
    this.keys[to] = this.keys[from]
    this.items[to] = this.items[from]
  }
}

function isBefore(key: number, item: number, otherKey: number, otherItem: number): boolean {
  return key < otherKey || (key === otherKey && item < otherItem)
}
