import { findProduct } from './catalogue.ts'
import type { OsProduct } from './guest-os.ts'
import { firstHit, type RowHit } from './name-rows.ts'
import { WINDOWS_EDITIONS, WINDOWS_NAMES } from './names-windows.ts'
import { FIRST_BUILD_OF_11, WINDOWS_BUILDS } from './windows-builds.ts'

export type WindowsRole = 'server' | 'client' | null

const BUILD = /\bbuild (\d{4,5})\b/
const RELEASE = /\b(1507|1511|1607|1703|1709|1803|1809|1903|1909|2004|2[0-9]h[12])\b/
const SERVICE_PACK = /service pack (\d)|\bsp(\d)\b/
/** Long-term releases are named after years: `LTSC 2019`, `2016 LTSB`. */
const LTSC_YEAR = /\blts[bc] (20\d\d)\b|\b(20\d\d) lts[bc]\b/
const RELEASE_OF_LTSC: Readonly<Record<string, string>> = {
  '2015': '1507',
  '2016': '1607',
  '2019': '1809',
  '2021': '21h2',
  '2024': '24h2',
}

/**
 * Reads a Windows name: `Windows 10 Pro, 64-bit (Build 19045.6466)` (lower case). `build` is that of the machine-readable
 * field, 0 for none; `roleElsewhere` is what the other columns say when this name does not tell client from server.
 */
export function readWindows(text: string, build = 0, roleElsewhere: WindowsRole = null): RowHit {
  const named = firstHit(text, WINDOWS_NAMES) ?? { product: findProduct('windows')!, release: '', edition: '', bits: 0 }
  const edition = WINDOWS_EDITIONS.find(([pattern]) => pattern.test(text))?.[1] ?? ''
  const seenBuild = Number(BUILD.exec(text)?.[1] ?? build)
  const product = refineClient(byBuild(named.product, seenBuild, roleElsewhere), text, edition)
  const pack = SERVICE_PACK.exec(text)
  const servicePack = pack === null ? '' : `SP${pack[1] ?? pack[2]}`
  // "2000 Professional" is a product, not an edition of one.
  const own = product.version.includes('Professional') || isSibling(product) ? '' : edition
  return { product, edition: own, release: releaseOf(product) || named.release || servicePack, bits: named.bits }
}

/** Client, server or neither, by product. */
export function roleOf(product: OsProduct): WindowsRole {
  if (product.family !== 'windows' || product.precision === 'kind') return null
  return /server|windows-nt|-sbs-|-ebs-/.test(product.id) ? 'server' : 'client'
}

function byBuild(named: OsProduct, build: number, roleElsewhere: WindowsRole): OsProduct {
  if (build === 0 || isSibling(named)) return named
  const role = roleOf(named) ?? roleElsewhere
  const known = WINDOWS_BUILDS.get(build)
  if (known === undefined) return role === 'client' && build >= FIRST_BUILD_OF_11 ? findProduct('windows-11')! : named
  const { client, server } = known
  // Without a role, a build that only one of the two has still proves it.
  const id =
    role === 'server' ? server : role === 'client' ? client : client === '' ? server : server === '' ? client : ''
  return findProduct(id) ?? named
}

/** Embedded, Storage, Small Business …: the build is that of another product. */
const isSibling = (product: OsProduct): boolean =>
  /^windows-(?:sbs|ebs|home|multipoint|storage|embedded|posready|thin)|^hyper-v/.test(product.id)

/** Windows 10 and 11 live as long as their build and their edition. */
function refineClient(product: OsProduct, text: string, edition: string): OsProduct {
  if (!/^windows-1[01]/.test(product.id)) return product
  const [base] = /^windows-1[01]/.exec(product.id)!
  const ltsc = LTSC_YEAR.exec(text)
  const year = ltsc?.[1] ?? ltsc?.[2] ?? ''
  const release = product.id.slice(base.length + 1) || RELEASE_OF_LTSC[year] || RELEASE.exec(text)?.[1] || ''
  if (release === '') return product
  const id = `${base}-${release}`
  return findProduct(`${id}${channelOf(edition)}`) ?? findProduct(id) ?? product
}

function channelOf(edition: string): string {
  if (edition === 'IoT Enterprise LTSC') return '-iot-ltsc'
  if (edition === 'Enterprise LTSC') return '-ltsc'
  return edition === 'Enterprise' || edition === 'Education' ? '-enterprise' : ''
}

/** `22H2` of Windows 10 and 11: there the version of the product begins with the release. */
const releaseOf = (product: OsProduct): string =>
  /^windows-1[01]-/.test(product.id) ? product.version.split(' ')[0] : ''
