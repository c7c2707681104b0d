import type * as yauzl from 'yauzl'

/** An entry of a ZIP file. `name` is a key to look up, with `/` between folders; nothing is ever written under it. */
export interface ZipEntry {
  readonly name: string
  /** Inflated size as the header claims it: good for progress, never for trust. */
  readonly claimedBytes: number
  readonly entry: yauzl.Entry
}
