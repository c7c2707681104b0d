/** Scans what is complete in `bytes` and returns how many bytes that were. */
export type Scan = (bytes: Buffer) => number

/**
 * Joins what a chunk boundary cut apart. A chunk is scanned where it lies; only the element across a boundary (a row, a
 * shared string) is copied together. Copying every chunk behind the rest of the last would cost a pass over the memory.
 */
export class CarriedChunks {
  private parts: Buffer[] = []
  private carriedBytes = 0
  private readonly scan: Scan
  /** Bytes that only the start of the next element has, such as `<row`; null while its prefix is not yet known. */
  private readonly startTag: () => Buffer | null
  private readonly mostCarried: number
  private readonly tooLong: () => Error

  constructor(scan: Scan, startTag: () => Buffer | null, mostCarried: number, tooLong: () => Error) {
    this.scan = scan
    this.startTag = startTag
    this.mostCarried = mostCarried
    this.tooLong = tooLong
  }

  push(chunk: Buffer): void {
    if (this.carriedBytes === 0) {
      this.scanAndKeep(chunk)
      return
    }
    const tag = this.startTag()
    const next = tag === null ? chunk.length : chunk.indexOf(tag)
    if (next < 0) {
      this.carry(chunk)
      return
    }
    const seam = Buffer.concat([...this.parts, chunk.subarray(0, next)])
    this.drop()
    const scanned = this.scan(seam)
    if (scanned < seam.length) {
      // The start tag was no start (a comment may hold one), or stands after something unfinished.
      this.carry(seam.subarray(scanned))
      if (next < chunk.length) this.scanAndKeep(Buffer.concat([...this.drop(), chunk.subarray(next)]))
    } else this.scanAndKeep(chunk.subarray(next))
  }

  /** What is left after the last chunk, scanned a last time; how many bytes of it no scan could use. */
  end(): number {
    const rest = Buffer.concat(this.drop())
    return rest.length - (rest.length === 0 ? 0 : this.scan(rest))
  }

  private scanAndKeep(bytes: Buffer): void {
    if (bytes.length === 0) return
    const scanned = this.scan(bytes)
    if (scanned < bytes.length) this.carry(bytes.subarray(scanned))
  }

  private carry(bytes: Buffer): void {
    this.parts.push(bytes)
    this.carriedBytes += bytes.length
    if (this.carriedBytes > this.mostCarried) throw this.tooLong()
  }

  private drop(): Buffer[] {
    const parts = this.parts
    this.parts = []
    this.carriedBytes = 0
    return parts
  }
}
