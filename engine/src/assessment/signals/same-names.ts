import { HASH_START, HashIndex, hashed } from './hash-index.ts'
import type { SignalInput } from './signal.ts'

/** RFC 1123 label, in either case: every target lowers it, and nothing is lost by that. */
export const LABEL = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/

/** What a target makes of a display name: lower case, every run of other characters one hyphen, none at the ends. */
export function sanitised(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

/** VMs whose name comes to that of another one that counts, the whole estate over: they meet in one cloud. */
export function withNameOfAnother({ estate: { vms, texts }, isCounted }: SignalInput): Uint8Array {
  const names = new HashIndex(vms.count)
  const collides = new Uint8Array(vms.count)
  for (let vm = 0; vm < vms.count; vm++) {
    if (!isCounted(vm)) continue
    const name = texts[vms.name[vm]]
    const first = names.firstLike(hashOfSanitised(name), vm, (other) => {
      return vms.name[other] === vms.name[vm] || sanitised(texts[vms.name[other]]) === sanitised(name)
    })
    if (first !== vm) collides[vm] = collides[first] = 1
  }
  return collides
}

const HYPHEN = 45

/** The hash of `sanitised(name)`, or of something that only names that come to the same share. */
function hashOfSanitised(name: string): number {
  let hash = HASH_START
  let isGap = false
  for (let at = 0; at < name.length; at++) {
    const code = name.charCodeAt(at)
    const lower = code >= 65 && code <= 90 ? code + 32 : code
    if (!((lower >= 97 && lower <= 122) || (lower >= 48 && lower <= 57))) {
      // Letters beyond ASCII may lower to ASCII ones (the Kelvin sign): rare enough to be made the slow way.
      if (code > 127 && name.toLowerCase() !== name) return hashOfText(sanitised(name))
      isGap = true
      continue
    }
    if (isGap && hash !== HASH_START) hash = hashed(hash, HYPHEN)
    isGap = false
    hash = hashed(hash, lower)
  }
  return hash
}

function hashOfText(text: string): number {
  let hash = HASH_START
  for (let at = 0; at < text.length; at++) hash = hashed(hash, text.charCodeAt(at))
  return hash
}
