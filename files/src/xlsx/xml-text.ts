import { ExportError } from '../export-error.ts'

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const REFERENCE = /&([^;&\s]{1,32});/g
const ESCAPED_CODE_UNIT = /_x([0-9A-Fa-f]{4})_/g
const CARRIAGE_RETURN = /\r\n?/g
const CDATA = '<![CDATA['
const MARKUP = /[&<\r]/

/** Character data as it stands in XML, without references. Only the five names and numbers are known: no DTD is read. */
export function decodeXmlText(raw: string): string {
  if (!MARKUP.test(raw)) return raw
  if (!raw.includes('<')) return decodeReferences(raw)
  // By hand rather than by pattern: a thousand openings without an end must not be searched a thousand times.
  let text = ''
  let at = 0
  for (let open = raw.indexOf('<'); open >= 0; open = raw.indexOf('<', at)) {
    text += decodeReferences(raw.slice(at, open))
    const isCdata = raw.startsWith(CDATA, open)
    const mark = isCdata ? ']]>' : raw.startsWith('<!--', open) ? '-->' : '>'
    const close = raw.indexOf(mark, open)
    const end = close < 0 ? raw.length : close
    if (isCdata) text += raw.slice(open + CDATA.length, end).replace(CARRIAGE_RETURN, '\n')
    at = close < 0 ? raw.length : close + mark.length
  }
  return text + decodeReferences(raw.slice(at))
}

/** Text of a cell: beyond XML, spreadsheets write control characters as `_x000D_` and a literal `_x` as `_x005F_x`. */
export function decodeCellText(raw: string): string {
  const text = decodeXmlText(raw)
  if (!text.includes('_x')) return text
  return text.replace(ESCAPED_CODE_UNIT, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

function decodeReferences(raw: string): string {
  const lines = raw.includes('\r') ? raw.replace(CARRIAGE_RETURN, '\n') : raw
  if (!lines.includes('&')) return lines
  return lines.replace(REFERENCE, (whole, name: string) => NAMED[name] ?? character(whole, name))
}

function character(whole: string, name: string): string {
  if (!name.startsWith('#')) throw unknownEntity(whole)
  const hex = name.startsWith('#x') || name.startsWith('#X')
  const code = hex ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
  // A lone half of a surrogate pair, as some writers leave it, has no code point; it is shown as one unknown sign.
  if (!(code <= 0x10ffff)) throw unknownEntity(whole)
  return code >= 0xd800 && code <= 0xdfff ? '\ufffd' : String.fromCodePoint(code)
}

function unknownEntity(whole: string): ExportError {
  return new ExportError(
    'xml_entities',
    null,
    `the workbook uses the XML entity "${whole}", which no spreadsheet program writes; open it in one and save it again.`,
  )
}
