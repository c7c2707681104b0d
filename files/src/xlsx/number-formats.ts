import { xmlTags } from './xml-tags.ts'

/**
 * Ids whose meaning no file spells out (ECMA-376 part 1 §18.8.30): 14–22 and 45–47 everywhere, 27–36 and 50–58 in the
 * East Asian languages. All are dates or times.
 */
const isBuiltInDate = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

const NOT_CODE = /"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi
/** Spreadsheets allow 255 signs. */
const LONGEST_CODE = 256
const DATE_SIGN = /[dmyhse]/i

/** For each cell style of a workbook, by index: 1 when its number format shows a date or a time. */
export function readDateStyles(styles: Buffer): Uint8Array {
  const codes = new Map<number, string>()
  const formatIds: number[] = []
  let isInCellFormats = false
  for (const tag of xmlTags(styles)) {
    if (tag.name === 'cellXfs') isInCellFormats = !tag.isEnd && !tag.isEmpty
    if (tag.isEnd) continue
    if (tag.name === 'numFmt') codes.set(Number(tag.attributes.get('numFmtId')), tag.attributes.get('formatCode') ?? '')
    if (tag.name === 'xf' && isInCellFormats) formatIds.push(Number(tag.attributes.get('numFmtId') ?? 0))
  }
  return Uint8Array.from(formatIds, (id) => {
    const code = codes.get(id)
    return (code === undefined ? isBuiltInDate(id) : isDateFormat(code)) ? 1 : 0
  })
}

/** True when a format code shows a date or time once quoted text, escapes, padding, colours and locales are gone. */
export function isDateFormat(code: string): boolean {
  // Only the section for positive numbers counts: later ones serve negatives, zero and text.
  const bare = code.slice(0, LONGEST_CODE).replace(NOT_CODE, '').split(';')[0]
  if (/general/i.test(bare)) return false
  // `E+00` is an exponent, not the year of an emperor.
  return DATE_SIGN.test(bare.replace(/e[+-]/gi, ''))
}
