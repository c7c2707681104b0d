const EMPTY = -1

/**
 * Finds the first item that is the same as another, by hashes the caller makes from characters in place. A `Map` of
 * texts would cut and hash a new text for every name and address of an estate; this allocates nothing per item, and
 * items are compared only where hashes meet.
 */
export class HashIndex {
  private items: Int32Array
  private hashes: Int32Array
  private count = 0

  constructor(expected: number) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(16, expected * 2)))
    this.items = new Int32Array(size).fill(EMPTY)
    this.hashes = new Int32Array(size)
  }

  /** The item that was put in first and is the same; `item` itself, which is put in, when there is none. */
  firstLike(hash: number, item: number, isSame: (first: number) => boolean): number {
    if (this.count * 2 > this.items.length) this.grow()
    const mask = this.items.length - 1
    let slot = scattered(hash) & mask
    while (this.items[slot] !== EMPTY) {
      if (this.hashes[slot] === hash && isSame(this.items[slot])) return this.items[slot]
      slot = (slot + 1) & mask
    }
    this.items[slot] = item
    this.hashes[slot] = hash
    this.count++
    return item
  }

  private grow(): void {
    const { items, hashes } = this
    this.items = new Int32Array(items.length * 2).fill(EMPTY)
    this.hashes = new Int32Array(items.length * 2)
    const mask = this.items.length - 1
    for (let old = 0; old < items.length; old++) {
      if (items[old] === EMPTY) continue
      let slot = scattered(hashes[old]) & mask
      while (this.items[slot] !== EMPTY) slot = (slot + 1) & mask
      this.items[slot] = items[old]
      this.hashes[slot] = hashes[old]
    }
  }
}

export const HASH_START = 0x811c9dc5 | 0

/** FNV-1a, a 32-bit integer. */
export function hashed(hash: number, charCode: number): number {
  return Math.imul(hash ^ charCode, 0x01000193)
}

/** Spreads neighbouring hashes, so that names that count up do not fill neighbouring slots. */
function scattered(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
