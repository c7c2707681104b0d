const FIRST_SLOTS = 1024
/** A file that announces more than this is not believed before it delivers. */
const MOST_RESERVED = 2 ** 21

/** Words for yes and no, at fixed codes so that a flag is read by comparing numbers. */
const YES = ['True', 'TRUE', 'true', 'Yes', 'YES', 'yes', '1', 'enabled', 'Enabled']
const NO = ['False', 'FALSE', 'false', 'No', 'NO', 'no', '0', 'disabled', 'Disabled']

/**
 * Texts by code, each once; code 0 is the empty text.
 *
 * A hash table of our own over typed arrays: a large export has more than a million distinct texts, and a `Map` of that
 * size costs seconds of growing and of garbage collection.
 */
export class TextPool {
  readonly texts: string[] = ['']
  /** Code in each slot; 0 for a free one, which the empty text never takes. */
  private slots = new Uint32Array(FIRST_SLOTS)
  private hashes = new Uint32Array(FIRST_SLOTS)
  private readonly firstNo: number
  private readonly firstOther: number

  constructor() {
    for (const word of YES) this.codeOf(word)
    this.firstNo = this.texts.length
    for (const word of NO) this.codeOf(word)
    this.firstOther = this.texts.length
  }

  codeOf(text: string): number {
    if (text === '') return 0
    const hash = hashOf(text)
    const { slots, hashes, texts } = this
    const mask = slots.length - 1
    let slot = hash & mask
    for (let code = slots[slot]; code !== 0; code = slots[slot]) {
      if (hashes[slot] === hash && texts[code] === text) return code
      slot = (slot + 1) & mask
    }
    const code = texts.length
    texts.push(text)
    slots[slot] = code
    hashes[slot] = hash
    if (code * 2 > slots.length) this.resize(slots.length * 2)
    return code
  }

  /** 1 for a word that means yes, 0 for no, -1 for everything else. */
  flagOf(code: number): -1 | 0 | 1 {
    if (code === 0 || code >= this.firstOther) return -1
    return code < this.firstNo ? 1 : 0
  }

  /** Makes room for so many more texts at once, as far as their number can be believed. */
  reserve(texts: number): void {
    const slots = 2 ** Math.ceil(Math.log2(2 * (this.texts.length + Math.min(texts, MOST_RESERVED)) + 1))
    if (slots > this.slots.length) this.resize(slots)
  }

  private resize(size: number): void {
    const { slots: oldSlots, hashes: oldHashes } = this
    this.slots = new Uint32Array(size)
    this.hashes = new Uint32Array(size)
    const mask = this.slots.length - 1
    for (let old = 0; old < oldSlots.length; old++) {
      if (oldSlots[old] === 0) continue
      let slot = oldHashes[old] & mask
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask
      this.slots[slot] = oldSlots[old]
      this.hashes[slot] = oldHashes[old]
    }
  }
}

/** FNV-1a over the code units, mixed at the end because the table uses the low bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash ^= hash >>> 15
  return Math.imul(hash, 0x85ebca6b) >>> 0
}

/**
 * Codes by the keys of one source: a shared string is looked up once, however many cells hold it. That is what makes
 * the 10 million cells of a large export cheap.
 */
export class Translation {
  /** Code + 1, so that 0 says "not looked up yet". */
  private known = new Int32Array(0)

  /** Makes room for so many keys; false where there is room already. */
  reserve(keys: number): boolean {
    const believed = Math.min(keys, MOST_RESERVED)
    if (believed <= this.known.length) return false
    this.resize(believed)
    return true
  }

  /** The code behind a key, or -1 where it is not known yet. */
  codeOf(key: number): number {
    return key < this.known.length ? this.known[key] - 1 : -1
  }

  learn(key: number, code: number): void {
    if (key >= this.known.length) this.resize(Math.max(key + 1, this.known.length * 2))
    this.known[key] = code + 1
  }

  private resize(keys: number): void {
    const grown = new Int32Array(keys)
    grown.set(this.known)
    this.known = grown
  }
}
