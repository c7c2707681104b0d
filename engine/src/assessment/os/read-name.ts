import { isGuestId, nameOfGuestId } from './guest-ids.ts'
import { firstHit, type NameRow, type RowHit } from './name-rows.ts'
import { APPLIANCE_NAMES, APPLIANCE_WORDS } from './names-appliances.ts'
import { GENERIC_NAMES, OTHER_LINUX_NAMES, OTHER_LINUX_WORDS } from './names-other-linux.ts'
import { RED_HAT_NAMES, RED_HAT_WORDS } from './names-red-hat.ts'
import { DEBIAN_NAMES, DEBIAN_WORDS, SUSE_NAMES, SUSE_WORDS } from './names-suse-debian.ts'
import { OTHER_SYSTEM_NAMES, OTHER_SYSTEM_WORDS, UNIX_NAMES, UNIX_WORDS } from './names-unix.ts'
import { WINDOWS_WORDS } from './names-windows.ts'
import { normalName } from './normal-name.ts'
import { readWindows } from './read-windows.ts'

/** Asked in this order (os-support §1.4); a group is read only when one of its words occurs. */
const GROUPS: readonly (readonly [words: RegExp, rows: readonly NameRow[]])[] = [
  [APPLIANCE_WORDS, APPLIANCE_NAMES],
  [UNIX_WORDS, UNIX_NAMES],
  [RED_HAT_WORDS, RED_HAT_NAMES],
  [SUSE_WORDS, SUSE_NAMES],
  [DEBIAN_WORDS, DEBIAN_NAMES],
  [OTHER_LINUX_WORDS, OTHER_LINUX_NAMES],
  [OTHER_SYSTEM_WORDS, OTHER_SYSTEM_NAMES],
  [/^other\b|^linux\b/, GENERIC_NAMES],
]

/** Where columns are shifted, the path of a VM may hold the name of a system. */
const PATH = /^\[|^\/|\.vm(?:x|tx|dk)\b/
const BITS = / ?\(?\b(?:32|64)[- ]?bits?\b\)?/g

/** Reads one name of vSphere, Tools or a person, or a guest id; null when it names no system that the catalogue knows. */
export function readName(name: string): RowHit | null {
  const text = isGuestId(name) ? nameOfGuestId(name) : normalName(name)
  if (text === '' || PATH.test(text)) return null
  // The bits go first, else "Photon OS (64-bit)" is version 64.
  const bare = text.replace(BITS, '')
  const hit = WINDOWS_WORDS.test(bare) ? readWindows(bare) : readOther(bare)
  if (hit === null) return null
  return { ...hit, edition: hit.edition || editionOf(hit, bare), bits: bitsIn(text) || hit.bits }
}

function readOther(text: string): RowHit | null {
  for (const [words, rows] of GROUPS) {
    if (!words.test(text)) continue
    const hit = firstHit(text, rows)
    if (hit !== null) return hit
  }
  return null
}

/** `LTS` is part of how Ubuntu is called; SUSE's editions have dates of their own that the catalogue lacks. */
function editionOf(hit: RowHit, text: string): string {
  const { id, version } = hit.product
  if (id.startsWith('ubuntu-') && /^\d?[02468]\.04$/.test(version)) return 'LTS'
  if (id.startsWith('sles')) return /for sap/.test(text) ? 'for SAP' : /desktop|\bsled\b/.test(text) ? 'Desktop' : ''
  return ''
}

function bitsIn(text: string): 0 | 32 | 64 {
  if (/\b64[- ]?bits?\b|x86_64|\bx64\b|\bamd64\b/.test(text)) return 64
  return /\b32[- ]?bits?\b|\bi[3-6]86\b/.test(text) ? 32 : 0
}
