import { SPACE } from './bytes.ts'

const BLOCK_BYTES = 4 * 2 ** 20
/** Up to here a loop is faster than the call that copies. */
const COPIED_BY_HAND = 256
const CACHED_TEXTS = 8192
const NOT_ASCII = 0x8000_0000

/**
 * Very many texts as bytes in large blocks, trimmed. A text becomes a string when it is asked for; the last ones asked
 * for are remembered, as neighbouring rows say the same things.
 */
export class TextArena {
  length = 0
  bytes = 0
  private blocks: Buffer[] = []
  /** Where the next text goes in the last block. */
  private filled = BLOCK_BYTES
  /** Block and place of each text as one number. */
  private starts = new Float64Array(1024)
  /** Length in bytes; the highest bit says that some are not ASCII. */
  private lengths = new Uint32Array(1024)
  private readonly cachedIndex = new Int32Array(CACHED_TEXTS).fill(-1)
  private readonly cachedText: string[] = new Array<string>(CACHED_TEXTS).fill('')

  /** Adds ASCII bytes. */
  add(bytes: Buffer, start: number, end: number): void {
    let from = start
    let to = end
    while (from < to && bytes[from] <= SPACE) from++
    while (from < to && bytes[to - 1] <= SPACE) to--
    this.put(bytes, from, to, 0)
  }

  addText(text: string): void {
    const trimmed = text.trim()
    const bytes = Buffer.from(trimmed)
    this.put(bytes, 0, bytes.length, bytes.length === trimmed.length ? 0 : NOT_ASCII)
  }

  /** Also false for what is not in the table. */
  isBlank(index: number): boolean {
    return index < this.length && this.lengths[index] === 0
  }

  text(index: number): string {
    const slot = index & (CACHED_TEXTS - 1)
    if (this.cachedIndex[slot] === index) return this.cachedText[slot]
    const text = this.decode(index)
    this.cachedIndex[slot] = index
    this.cachedText[slot] = text
    return text
  }

  private decode(index: number): string {
    const length = this.lengths[index]
    if (length === 0) return ''
    const start = this.starts[index]
    const block = this.blocks[Math.floor(start / BLOCK_BYTES)]
    const from = start % BLOCK_BYTES
    const to = from + (length & ~NOT_ASCII)
    return length >= NOT_ASCII ? block.toString('utf8', from, to) : block.toString('latin1', from, to)
  }

  private put(bytes: Buffer, from: number, to: number, mark: number): void {
    const length = to - from
    if (this.filled + length > BLOCK_BYTES) {
      // A text longer than a block gets a block of its own; the next text starts another.
      this.blocks.push(Buffer.allocUnsafeSlow(Math.max(BLOCK_BYTES, length)))
      this.filled = 0
    }
    const block = this.blocks[this.blocks.length - 1]
    let at = this.filled
    if (length < COPIED_BY_HAND) for (let i = from; i < to; i++) block[at++] = bytes[i]
    else bytes.copy(block, at, from, to)
    if (this.length === this.starts.length) this.grow()
    this.starts[this.length] = (this.blocks.length - 1) * BLOCK_BYTES + this.filled
    this.lengths[this.length] = (length | mark) >>> 0
    this.length++
    this.filled += length
    this.bytes += length
  }

  private grow(): void {
    const starts = new Float64Array(this.starts.length * 2)
    starts.set(this.starts)
    this.starts = starts
    const lengths = new Uint32Array(this.lengths.length * 2)
    lengths.set(this.lengths)
    this.lengths = lengths
  }
}
