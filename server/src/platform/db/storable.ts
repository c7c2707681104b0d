/**
 * PostgreSQL takes neither NUL nor half of a surrogate pair, and foreign files may hold both: such text is stored as
 * near to what it was as it can be.
 */
export function storableText(text: string): string {
  const whole = HALVES.test(text) ? Buffer.from(text, 'utf8').toString('utf8') : text
  return whole.includes(NUL) ? whole.replaceAll(NUL, '') : whole
}

/** JSON for a `jsonb` column. */
export function storableJson(value: unknown): string {
  return JSON.stringify(value, (_, it: unknown) => (typeof it === 'string' ? storableText(it) : it))
}

const NUL = '\u0000'
const HALVES = /[\ud800-\udfff]/
