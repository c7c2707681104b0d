import { OS_CATALOGUE } from './catalogue.ts'
import type { OsProduct } from './guest-os.ts'

/** Products that the catalogue knows by version: of these a missing version is worth a word. */
const versioned: ReadonlySet<string> = new Set(OS_CATALOGUE.filter((p) => p.version !== '').map((p) => p.product))

/** A product as a person reads it: `Windows Server 2016 or later`, `CentOS 4/5/6`, `Ubuntu 22.04`. */
export function productTitle(product: OsProduct): string {
  if (product.precision === 'kind') {
    if (product.family === 'unknown') return product.product
    return product.product.startsWith('Other') ? product.product : `${product.product} (version unknown)`
  }
  return product.version === '' ? product.product : `${product.product} ${product.version}`
}

/** A system as a person reads it: `Windows Server 2019 Standard`, `Red Hat Enterprise Linux 8.10`, `Ubuntu 22.04.4 LTS`. */
export function osLabel(product: OsProduct, release: string, edition: string): string {
  if (product.precision === 'kind')
    return `${productTitle(product)}${product.product.startsWith('Other') ? ' (unidentified)' : ''}`
  if (/^windows-1[01]-/.test(product.id)) return words(product.product, edition, release)
  const version = versionShown(product, release)
  if (version === '' && versioned.has(product.product)) return words(product.product, edition, '(version unknown)')
  return words(product.product, version, edition, isSeparate(product, release) ? release : '')
}

/** A release that begins with the version says more than it: 8.10 for 8. */
function versionShown(product: OsProduct, release: string): string {
  return release !== '' && (product.version === '' || release.startsWith(product.version)) ? release : product.version
}

/** A service pack or R2 follows the edition, unless the version has it already. */
const isSeparate = (product: OsProduct, release: string): boolean =>
  /^(?:SP\d|R\d)$/.test(release) && product.version !== '' && !product.version.endsWith(release)

const words = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ')
