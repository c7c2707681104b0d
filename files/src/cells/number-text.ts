/** Which sign divides the whole from the fraction in the texts of one file. */
export type DecimalSign = '.' | ','

const INTEGER = /^[+-]?\d{1,15}$/
const PLAIN = /^[+-]?\d*[.,]?\d+(?:[eE][+-]?\d+)?$/
const GROUPED_BY_COMMA = /^[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/
const GROUPED_BY_POINT = /^[+-]?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d*)?$/
/** Blanks of every width, and the apostrophes of Switzerland. */
const GROUPED_BY_OTHER = /^[+-]?[1-9]\d{0,2}(?:[ \u00a0\u2009\u202f'’]\d{3})+(?:[.,]\d*)?$/
const OTHER_GROUP_SIGNS = /[ \u00a0\u2009\u202f'’]/g

/**
 * The number that a text spells, or NaN. `1.234` is the one spelling that needs `decimal` to be understood: with every
 * other, the text itself tells which sign is which.
 */
export function parseNumberText(text: string, decimal: DecimalSign): number {
  if (INTEGER.test(text)) return Number(text)
  const groupedByComma = GROUPED_BY_COMMA.test(text)
  const groupedByPoint = GROUPED_BY_POINT.test(text)
  if (groupedByComma && (decimal === '.' || !PLAIN.test(text))) return Number(text.replaceAll(',', ''))
  if (groupedByPoint && (decimal === ',' || !PLAIN.test(text)))
    return Number(text.replaceAll('.', '').replace(',', '.'))
  if (PLAIN.test(text)) return Number(text.replace(',', '.'))
  if (GROUPED_BY_OTHER.test(text)) return Number(text.replaceAll(OTHER_GROUP_SIGNS, '').replace(',', '.'))
  return Number.NaN
}

/** What one text says about the decimal sign of its file; null when it fits both, as `12` and `1.234` do. */
export function decimalSignOf(text: string): DecimalSign | null {
  const point = text.lastIndexOf('.')
  const comma = text.lastIndexOf(',')
  if (point < 0 && comma < 0) return null
  if (point >= 0 && comma >= 0) {
    if (comma < point) return GROUPED_BY_COMMA.test(text) ? '.' : null
    return GROUPED_BY_POINT.test(text) ? ',' : null
  }
  if (!PLAIN.test(text) || GROUPED_BY_COMMA.test(text) || GROUPED_BY_POINT.test(text)) return null
  return point >= 0 ? '.' : ','
}
