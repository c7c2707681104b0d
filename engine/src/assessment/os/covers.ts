import type { OsProduct } from './guest-os.ts'

/** Whether a guest that runs `narrow` could rightly be called `wide`: "2016 or later" covers 2019, "Other" covers all. */
export function covers(wide: OsProduct, narrow: OsProduct): boolean {
  if (wide.id === narrow.id) return true
  switch (wide.precision) {
    case 'kind':
      return wide.family === 'unknown' || wide.family === narrow.family
    case 'product':
      return narrow.id.startsWith(`${wide.id}-`)
    case 'range':
      return wide.product === narrow.product && isInRange(wide.version, narrow.version)
    case 'version':
      return hasReleases(wide) && (narrow.id.startsWith(`${wide.id}-`) || narrow.id.startsWith(`${wide.id}.`))
  }
}

/** Reads the versions of the catalogue's ranges: `2016 or later`, `Pre-11`, `6.x`, `4/5/6`, `2012 or 2012 R2`. */
function isInRange(range: string, version: string): boolean {
  const number = Number(version)
  const orLater = /^(?:[\d.]+\/)*([\d.]+) or later$/.exec(range)
  if (orLater) return number >= Number(/^[\d.]+/.exec(range)![0])
  const before = /^Pre-(\d+)$/.exec(range)
  if (before) return number < Number(before[1])
  const line = /^(\d+)\.x$/.exec(range)
  if (line) return version.startsWith(`${line[1]}.`)
  return range.split(/\/| or /).includes(version)
}

/** A major that stands for its service packs, builds or minors. */
const hasReleases = (product: OsProduct): boolean =>
  product.lifecycle.best !== null || /^windows-1[01]$/.test(product.id)
