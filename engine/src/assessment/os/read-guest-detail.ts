import type { RowHit } from './name-rows.ts'
import { normalName } from './normal-name.ts'
import { readName } from './read-name.ts'
import { readWindows, type WindowsRole } from './read-windows.ts'

/** Guest Detailed Data as Tools hand it over: `prettyName='Ubuntu 22.04.4 LTS' distroName='Ubuntu' …`. */
export type GuestDetail = Readonly<Record<string, string>>

/** A cell may be foreign and long; what identifies a system stands in a few hundred characters. */
const LONGEST_DETAIL = 4000
/** A quote ends a value only before the next key or the end: values hold quotes of their own. */
const PAIR = /([A-Za-z]{1,40})='(.*?)'(?=\s+[A-Za-z]{1,40}='|\s*$)/gs

/** The pairs of a cell; text without pairs is taken as the pretty name. */
export function parseGuestDetail(cell: string): GuestDetail {
  const text = cell.slice(0, LONGEST_DETAIL).trim()
  if (text === '') return {}
  const pairs = [...text.matchAll(PAIR)].map(([, key, value]) => [key, value.trim()] as const)
  return pairs.length === 0 ? { prettyName: text } : Object.fromEntries(pairs)
}

/** What the guest says of itself, which may be no more than `Linux`; null when it says nothing. */
export function readGuestDetail(detail: GuestDetail, roleElsewhere: WindowsRole): RowHit | null {
  const windows = readWindowsDetail(detail, roleElsewhere)
  const hit = windows ?? bestOf(candidates(detail))
  if (hit === null) return null
  return { ...hit, bits: hit.bits || bitness(detail) }
}

/** The build decides over the version that Windows claims; either may stand where the other belongs. */
function readWindowsDetail(detail: GuestDetail, roleElsewhere: WindowsRole): RowHit | null {
  const pretty = normalName(detail.prettyName ?? '')
  const fields = `${detail.familyName ?? ''} ${detail.distroName ?? ''} ${detail.distroVersion ?? ''}`
  const isWindows = /\bwindows\b/.test(pretty) || (pretty === '' && /\bwindows\b/i.test(fields))
  if (!isWindows) return null
  const build = Number(/\d{4,5}/.exec(detail.buildNumber ?? '')?.[0] ?? 0)
  const hit = readWindows(pretty === '' ? 'windows' : pretty, build, roleElsewhere)
  return { ...hit, bits: readName(pretty)?.bits || hit.bits }
}

/** Where a name may stand, best first. FreeBSD and nested ESXi say their version only with the kernel, an unnamed Linux nothing else. */
function* candidates(detail: GuestDetail): Generator<string> {
  const { prettyName = '', distroName = '', distroVersion = '', kernelVersion = '' } = detail
  if (prettyName !== '') yield prettyName
  if (/netscaler/i.test(kernelVersion)) yield `NetScaler ${kernelVersion}`
  if (distroName !== '') yield `${distroName} ${distroVersion}`
  if (/bsd|vmkernel|^linux$/i.test(distroName)) yield `${distroName} ${kernelVersion}`
}

/** The first candidate that proves a version, else the first that names a product. */
function bestOf(names: Iterable<string>): RowHit | null {
  let best: RowHit | null = null
  for (const name of names) {
    const hit = readName(name)
    if (hit === null) continue
    if (hit.product.precision === 'version' || (hit.product.family === 'other' && hit.release !== '')) return hit
    if (best === null || best.product.precision === 'kind') best = hit
    else if (best.product.id === hit.product.id && best.release === '') best = hit
  }
  return best
}

function bitness(detail: GuestDetail): 0 | 32 | 64 {
  return detail.bitness === '64' ? 64 : detail.bitness === '32' ? 32 : 0
}
