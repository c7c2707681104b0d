/** Text as XML of a spreadsheet takes it. */

/** What a cell of a spreadsheet can hold. */
export const MAX_CELL_CHARACTERS = 32_767

const SPECIAL = /[&<>"\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|_x[0-9A-Fa-f]{4}_/
const SPECIALS = /[&<>"\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)/g
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/**
 * Escapes a text. XML 1.0 has no way to write most control characters, so a spreadsheet spells them `_x001B_`; a text
 * that happens to look like that has its underscore spelt out. A lone surrogate becomes U+FFFD when it is encoded.
 */
export function xmlText(text: string): string {
  if (!SPECIAL.test(text)) return text
  return text.replace(SPECIALS, (found) => ENTITIES[found] ?? spelt(found))
}

/** Keeps within a cell; says so where something was cut. */
export function cellText(text: string): string {
  if (text.length <= MAX_CELL_CHARACTERS) return text
  const note = ` … [cut here: ${text.length} characters, a cell holds ${MAX_CELL_CHARACTERS}]`
  let end = MAX_CELL_CHARACTERS - note.length
  // Not between the halves of a pair.
  if (/[\uD800-\uDBFF]/.test(text[end - 1])) end--
  return text.slice(0, end) + note
}

function spelt(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
}
