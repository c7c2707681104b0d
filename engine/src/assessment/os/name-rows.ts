import { findProduct } from './catalogue.ts'
import type { OsProduct } from './guest-os.ts'

/** One row of a table of names. `$1` and `$2` stand for what the pattern caught; the first row that hits wins. */
export interface NameRow {
  /** Tested on lower-case text with single spaces. */
  readonly pattern: RegExp
  /** Id of the product. */
  readonly product: string
  /** Id to take when the catalogue lacks that version; the version then stands in the release. */
  readonly orElse?: string
  readonly release?: string
  readonly edition?: string
  /** Old names carry no bits because there was no choice. */
  readonly bits?: 32 | 64
}

export interface RowHit {
  readonly product: OsProduct
  readonly release: string
  readonly edition: string
  readonly bits: 0 | 32 | 64
}

/** What the first row that matches says of `text`; null when none does. */
export function firstHit(text: string, rows: readonly NameRow[]): RowHit | null {
  for (const row of rows) {
    const match = row.pattern.exec(text)
    if (match === null) continue
    const named = findProduct(fill(row.product, match).replaceAll(' ', '-'))
    const product = named ?? findProduct(row.orElse ?? '')
    if (product === undefined) continue
    const release = row.release === undefined ? '' : fill(row.release, match)
    return {
      product,
      release: named === undefined && release === '' ? (match[1] ?? '') : release,
      edition: row.edition ?? '',
      bits: row.bits ?? 0,
    }
  }
  return null
}

/** '' when a group that the template needs caught nothing. */
function fill(template: string, match: RegExpExecArray): string {
  let filled = template
  for (let group = 1; group < match.length; group++) {
    if (!filled.includes(`$${group}`)) continue
    const caught = match[group]
    if (caught === undefined) return ''
    filled = filled.replace(`$${group}`, () => caught)
  }
  return filled
}
