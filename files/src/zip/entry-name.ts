import type { Entry } from 'yauzl'

const UTF8_FLAG = 0x800
const utf8 = new TextDecoder('utf-8', { fatal: true })

/** The name of an entry, read with `decodeStrings: false`, with `/` between folders. Nothing about it is trusted. */
export function fileNameOf(entry: Entry): string {
  const raw: unknown = entry.fileName
  const name = raw instanceof Uint8Array ? decode(raw, entry.generalPurposeBitFlag) : String(raw)
  return name.replaceAll('\\', '/')
}

function decode(bytes: Uint8Array, flags: number): string {
  try {
    return utf8.decode(bytes)
  } catch {
    // Names are compared with ASCII ones only, so which old code page the rest was written in does not matter.
    return (flags & UTF8_FLAG) === 0 ? Buffer.from(bytes).toString('latin1') : Buffer.from(bytes).toString('utf8')
  }
}
