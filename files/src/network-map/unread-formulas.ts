import type { FormulaCell } from '@portolan/engine/networks/template/read-template'
import { LT, SLASH, textOf } from '../xlsx/bytes.ts'
import { columnOf } from '../xlsx/cell-reader.ts'
import { endOfMarkup, tagName } from '../xlsx/markup.ts'
import { attributesOf, localName } from '../xlsx/xml-tags.ts'
import { decodeXmlText } from '../xlsx/xml-text.ts'

/** `[1]Map!B2`, `'[other.xlsx]Map'!B2` or `'file:///x.ods'#$Map.B2`; not `Table1[VLAN]`, which is in the same file. */
const OTHER_FILE = /\[[^\]]*\][^!,;()]*!|file:|#\$/i

/**
 * Cells of a worksheet whose formula gives no value that could be read: it refers to another file, whose value may be
 * older than anybody thinks, or it has no result in the file, or an error as one. The sheet is walked tag by tag.
 */
export function unreadFormulas(sheet: Buffer): FormulaCell[] {
  const found: FormulaCell[] = []
  let cell: OpenCell | null = null
  let at = sheet.indexOf(LT)
  while (at >= 0) {
    const end = endOfMarkup(sheet, at)
    if (end < 0) break
    const next = sheet.indexOf(LT, end)
    const name = localName(tagName(sheet, at))
    const isEnd = sheet[at + 1] === SLASH
    const isEmpty = sheet[end - 2] === SLASH
    const inside = () => (isEmpty || next < 0 ? '' : decodeXmlText(textOf(sheet, end, next)).trim())
    if (name === 'c' && !isEnd) cell = isEmpty ? null : openCell(textOf(sheet, at, end))
    else if (name === 'c' && cell) {
      const why = whyUnread(cell)
      if (why) found.push({ rowNumber: cell.rowNumber, column: cell.column, why })
      cell = null
    } else if (cell && !isEnd && name === 'f') cell.formula = inside()
    else if (cell && !isEnd && name === 'v') cell.value = inside()
    at = next
  }
  return found
}

interface OpenCell {
  readonly rowNumber: number
  readonly column: number
  readonly isError: boolean
  /** null: it has none. A shared one has no text of its own. */
  formula: string | null
  value: string
}

/** null for a cell that names no place: spreadsheets always write it where a formula is. */
function openCell(tag: string): OpenCell | null {
  const attributes = attributesOf(tag.slice(tag.search(/\s|$/)))
  const place = attributes.get('r') ?? ''
  const column = columnOf(place)
  if (column < 0) return null
  const rowNumber = Number(/\d+$/.exec(place)?.[0] ?? 0)
  return { rowNumber, column, isError: attributes.get('t') === 'e', formula: null, value: '' }
}

function whyUnread({ formula, value, isError }: OpenCell): FormulaCell['why'] | null {
  if (formula === null) return null
  if (OTHER_FILE.test(formula)) return 'other_file'
  return value === '' || isError ? 'no_result' : null
}
