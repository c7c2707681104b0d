import { type FileHandle, open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { RandomAccessReader } from 'yauzl'

/** What is read of a file at once. The 64 KiB of the default cost a change of threads for every 600 KiB of XML. */
const PIECE_BYTES = 2 ** 20

/** A file that yauzl reads in large pieces. */
export class FileReader extends RandomAccessReader {
  private readonly file: FileHandle

  private constructor(file: FileHandle) {
    super()
    this.file = file
  }

  static async open(path: string): Promise<{ reader: FileReader; bytes: number }> {
    const file = await open(path, 'r')
    return { reader: new FileReader(file), bytes: (await file.stat()).size }
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.pieces(start, end), { objectMode: false, highWaterMark: PIECE_BYTES })
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    this.file.read(buffer, offset, length, position).then(
      ({ bytesRead }) => callback(bytesRead < length ? cutOff() : null),
      (error) => callback(error),
    )
  }

  override close(callback: (error: Error | null) => void): void {
    this.file.close().then(
      () => callback(null),
      (error) => callback(error),
    )
  }

  private async *pieces(start: number, end: number): AsyncGenerator<Buffer> {
    for (let at = start; at < end; ) {
      const length = Math.min(PIECE_BYTES, end - at)
      const { buffer, bytesRead } = await this.file.read(Buffer.allocUnsafeSlow(length), 0, length, at)
      if (bytesRead === 0) throw cutOff()
      yield buffer.subarray(0, bytesRead)
      at += bytesRead
    }
  }
}

const cutOff = () => new Error('unexpected end of the file')
