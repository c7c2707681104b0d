import type { FindReplaceRequest } from './find-replace-request.ts'

/** How find & replace sees the rows of a noun. */
export interface Replaceable<Row, Field extends string> {
  /** Texts that may be replaced. */
  readonly fields: readonly Field[]
  /** null and '' hold nothing to find. */
  textOf(row: Row, field: Field): string | null
  isConfirmed(row: Row): boolean
}

/** One text that changes. Whoever writes it takes back the confirmation of its row: nobody has seen it yet. */
export interface Replacement<Field extends string> {
  /** Index into the rows that were given. */
  readonly row: number
  readonly field: Field
  readonly before: string
  readonly after: string
}

/**
 * What find & replace changes, by row and field; a preview is this and nothing else. Every occurrence counts, from left to
 * right, and what was put in is not sought again. Case is compared character by character, so `straße` is not `STRASSE`.
 */
export function findReplace<Row, Field extends string>(
  { fields, textOf, isConfirmed }: Replaceable<Row, Field>,
  rows: readonly Row[],
  { find, replace, caseSensitive, unconfirmedOnly }: FindReplaceRequest,
  within: readonly Field[] = fields,
): Replacement<Field>[] {
  const pattern = literal(find, caseSensitive)
  const replacements: Replacement<Field>[] = []
  for (const [row, it] of rows.entries()) {
    if (unconfirmedOnly && isConfirmed(it)) continue
    for (const field of within) {
      const before = textOf(it, field)
      // A function, because a text would be read for `$1` and its like.
      const after = before?.replace(pattern, () => replace)
      if (before && after !== undefined && after !== before) replacements.push({ row, field, before, after })
    }
  }
  return replacements
}

/** Characters by code point; what means something to a pattern is escaped. */
function literal(find: string, caseSensitive: boolean): RegExp {
  return new RegExp(find.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), caseSensitive ? 'gu' : 'giu')
}
