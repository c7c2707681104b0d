import { ExportError } from '../export-error.ts'
import type { ReadLimits } from '../read-limits.ts'
import { AMP, CR, GT, LOWER_I, LOWER_S, LOWER_T, LOWER_X, LT, SLASH, SPACE, textOf, UNDERSCORE } from './bytes.ts'
import { CarriedChunks } from './carried-chunks.ts'
import { endOfMarkup, findRoot } from './markup.ts'
import { richText } from './rich-text.ts'
import { TextArena } from './text-arena.ts'
import { decodeCellText } from './xml-text.ts'

/**
 * Reads the table of shared strings. Its texts stay bytes, trimmed and without markup, until a cell asks for one: an
 * export of 100,000 VMs has 1.8 million of them, and most belong to columns that nobody reads.
 */
export async function readSharedStrings(chunks: AsyncIterable<Buffer>, limits: ReadLimits): Promise<TextArena> {
  const reader = new SharedStringReader(limits)
  for await (const chunk of chunks) reader.push(chunk)
  return reader.end()
}

/** By byte: 1 for ASCII that means itself wherever it stands. */
const IS_PLAIN = new Uint8Array(256).fill(1, 0, 128)
for (const sign of [LT, AMP, CR, UNDERSCORE]) IS_PLAIN[sign] = 0

class SharedStringReader {
  private readonly arena = new TextArena()
  private readonly limits: ReadLimits
  private readonly chunks: CarriedChunks
  /** Length of the prefix with its colon; -1 before the root. */
  private prefix = -1
  private startTag: Buffer | null = null
  private endTag = Buffer.alloc(0)
  private isDone = false

  constructor(limits: ReadLimits) {
    this.limits = limits
    const tooLong = () =>
      new ExportError('too_large', null, 'one shared text of the workbook is longer than 32 MiB; a cell holds 32 KiB.')
    this.chunks = new CarriedChunks(
      (bytes) => this.scan(bytes),
      () => this.startTag,
      limits.rowBytes,
      tooLong,
    )
  }

  push(chunk: Buffer): void {
    this.chunks.push(chunk)
    if (this.arena.length > this.limits.sharedStrings || this.arena.bytes > this.limits.sharedStringBytes) {
      throw new ExportError('too_large', null, 'the workbook holds more shared texts than are read; split the export.')
    }
  }

  end(): TextArena {
    if (this.chunks.end() > 0 || !this.isDone) {
      throw new ExportError('damaged', null, 'the shared texts of the workbook end too early; export or copy it again.')
    }
    return this.arena
  }

  private scan(bytes: Buffer): number {
    let at = 0
    if (this.prefix < 0) {
      const root = findRoot(bytes, 'sst')
      if (root === null) return 0
      this.prefix = root.prefix.length
      this.startTag = Buffer.from(`<${root.prefix}si`)
      this.endTag = Buffer.from(`</${root.prefix}si>`)
      this.isDone = root.isEmpty
      at = root.end
    }
    while (!this.isDone && at < bytes.length) {
      if (bytes[at] !== LT) {
        at++
        continue
      }
      const end = this.isItem(bytes, at) ? this.item(bytes, at) : this.other(bytes, at)
      if (end < 0) return at
      at = end
    }
    return bytes.length
  }

  private isItem(bytes: Buffer, at: number): boolean {
    const name = at + 1 + this.prefix
    if (bytes[name] !== LOWER_S || bytes[name + 1] !== LOWER_I || bytes[at + 1] === SLASH) return false
    const after = bytes[name + 2]
    return after === GT || after === SLASH || after <= SPACE
  }

  private other(bytes: Buffer, at: number): number {
    const end = endOfMarkup(bytes, at)
    if (end < 0) return -1
    const name = at + 2 + this.prefix
    if (bytes[at + 1] === SLASH && bytes.toString('latin1', name, name + 3) === 'sst') this.isDone = true
    return end
  }

  /** `<si><t>text</t></si>` in one go; whatever looks otherwise takes the slow way. Returns where it ends, or -1. */
  private item(bytes: Buffer, at: number): number {
    const n = this.prefix
    const end = bytes.length
    let p = at + n + 4
    if (bytes[p - 1] !== GT || bytes[p] !== LT || bytes[p + n + 1] !== LOWER_T) return this.slowItem(bytes, at)
    p += n + 2
    if (bytes[p] !== GT) {
      if (bytes[p] !== SPACE) return this.slowItem(bytes, at)
      while (p < end && bytes[p] !== GT) p++
      if (bytes[p - 1] === SLASH) return this.slowItem(bytes, at)
    }
    const start = ++p
    let isPlain = true
    for (; p < end; p++) {
      const sign = bytes[p]
      if (IS_PLAIN[sign] === 1) continue
      if (sign === LT) break
      if (sign !== UNDERSCORE || bytes[p + 1] === LOWER_X) isPlain = false
    }
    const close = p + 2 * n + 8
    if (close >= end) return this.slowItem(bytes, at)
    if (bytes[p + 1] !== SLASH || bytes[p + n + 3] !== GT || bytes[p + n + 5] !== SLASH || bytes[close] !== GT) {
      return this.slowItem(bytes, at)
    }
    if (isPlain) this.arena.add(bytes, start, p)
    else this.arena.addText(decodeCellText(textOf(bytes, start, p)))
    return close + 1
  }

  private slowItem(bytes: Buffer, at: number): number {
    const tag = endOfMarkup(bytes, at)
    if (tag < 0) return -1
    if (bytes[tag - 2] === SLASH) {
      this.arena.addText('')
      return tag
    }
    const close = bytes.indexOf(this.endTag, tag)
    if (close < 0) return -1
    this.arena.addText(richText(textOf(bytes, tag, close)))
    return close + this.endTag.length
  }
}
