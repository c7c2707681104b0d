import { HASH_START, HashIndex, hashed } from './hash-index.ts'
import type { SignalInput } from './signal.ts'

/** Addresses every machine has, or that it gives itself when nobody gives it one. */
const OWN_ADDRESS = /^(0\.0\.0\.0$|127\.|169\.254\.|::1?$|fe80:)/i

/** Adapters with an address that another VM's adapter reports too. A cell holds one or more, parted by commas and blanks. */
export function withAddressOfAnother({ estate: { nics, texts }, isCounted }: SignalInput): Uint8Array {
  const addresses = new HashIndex(nics.count)
  const isShared = new Uint8Array(nics.count)
  for (let nic = 0; nic < nics.count; nic++) {
    if (!isCounted(nics.vm[nic])) continue
    for (const code of [nics.ipv4[nic], nics.ipv6[nic]]) {
      forEachToken(texts[code], (start, end, hash) => {
        const first = addresses.firstLike(hash, nic, (other) => {
          const address = texts[code].slice(start, end)
          return holds(texts[nics.ipv4[other]], address) || holds(texts[nics.ipv6[other]], address)
        })
        if (nics.vm[first] === nics.vm[nic] || OWN_ADDRESS.test(texts[code].slice(start, end))) return
        isShared[nic] = isShared[first] = 1
      })
    }
  }
  return isShared
}

function holds(cell: string, address: string): boolean {
  return cell.includes(address) && cell.split(/[\s,;]+/).includes(address)
}

const isSeparator = (code: number) =>
  code === 32 || code === 44 || code === 59 || code === 10 || code === 13 || code === 9

function forEachToken(cell: string, visit: (start: number, end: number, hash: number) => void): void {
  let start = 0
  let hash = HASH_START
  for (let at = 0; at <= cell.length; at++) {
    const code = at < cell.length ? cell.charCodeAt(at) : 32
    if (!isSeparator(code)) {
      hash = hashed(hash, code)
      continue
    }
    if (at > start) visit(start, at, hash)
    start = at + 1
    hash = HASH_START
  }
}
