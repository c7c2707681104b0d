import { fitted, textWidth } from '@portolan/engine/documents/charts/text-width'
import type { Block, Cell, Section, Table, TableColumn } from '@portolan/engine/documents/report/report'

/** Widths of the text of a page in points, as `template/page.ts` sets its margins. */
const UPRIGHT = 487
const ACROSS = 752
/** A little above the 9 points of the template: widths are added up without kerning. */
const CELL_SIZE = 9.1
/** Left and right, as `template/table.ts` sets them. */
const INSET = 8
/** Names in monospace are wider than what the widths of Inter say. */
const CODE_FACTOR = 1.15
const ZERO_WIDTH_SPACE = '\u200b'

/** A table whose cells fit. `oneLine` says of each row whether it is known to need no second line. */
export type FittedTable = Table & { readonly oneLine: readonly boolean[] }
export type FittedSection = Omit<Section, 'blocks'> & { readonly blocks: readonly (Block | FittedTable)[] }

/**
 * Fits the cells of all tables to their columns: cut where the column says so, else with places to break in names that
 * have none. Typst breaks at spaces and hyphens only; `app_server.domain.example` would run over the next column.
 */
export function fitSection(section: Section): FittedSection {
  const width = section.isWide ? ACROSS : UPRIGHT
  return {
    ...section,
    blocks: section.blocks.map((block) => (block.kind === 'table' ? fitTable(block, width) : block)),
  }
}

function fitTable(table: Table, width: number): FittedTable {
  const shares = table.columns.reduce((sum, column) => sum + column.width, 0)
  const rooms = table.columns.map((column) => (column.width / shares) * width - INSET)
  const rows = table.rows.map((row) =>
    'group' in row ? row : row.map((cell, i) => fitCell(cell, table.columns[i], rooms[i])),
  )
  const fits = (cell: Cell, i: number) => isOneLine(textOf(cell), table.columns[i], rooms[i])
  const oneLine = rows.map((row) =>
    'group' in row ? textWidth(row.group, CELL_SIZE, true) < width - INSET : row.every(fits),
  )
  return { ...table, rows, oneLine }
}

function fitCell(cell: Cell, column: TableColumn, room: number): Cell {
  const text = fitText(textOf(cell), column, room)
  return typeof cell === 'string' ? text : { ...cell, text }
}

function textOf(cell: Cell): string {
  return typeof cell === 'string' ? cell : cell.text
}

function fitText(text: string, column: TableColumn, room: number): string {
  const size = sizeOf(column)
  if (textWidth(text, size) <= room) return text
  return column.isCut ? fitted(text, size, room) : breakable(text, size, room)
}

/** Whether a text surely needs one line: its widths are those of the font, figures as wide as the widest. */
function isOneLine(text: string, column: TableColumn, room: number): boolean {
  if (!MEASURED.test(text)) return false
  const figures = column.align === 'right' ? text.replace(/\d/g, '4') : text
  return textWidth(figures, sizeOf(column)) <= room
}

const MEASURED = /^[ -~…–·●▲■]*$/

function sizeOf({ isCode }: TableColumn): number {
  return isCode ? CELL_SIZE * CODE_FACTOR : CELL_SIZE
}

/** The text with places to break: after joints of names, and within what is still too long. */
export function breakable(text: string, size: number, room: number): string {
  return (
    text
      // A hyphen before a figure is no place to break for Typst: the figure might be a negative number.
      .replace(/-(?=\d)/g, `-${ZERO_WIDTH_SPACE}`)
      .split(/(?<=[\s-])/)
      .map((word) => (textWidth(word.trimEnd(), size) <= room ? word : broken(word, size, room)))
      .join('')
  )
}

function broken(word: string, size: number, room: number): string {
  const parts = word.split(/(?<=[_./\\:@,])/)
  return parts.map((part) => (textWidth(part, size) <= room ? part : chopped(part, size, room))).join(ZERO_WIDTH_SPACE)
}

function chopped(part: string, size: number, room: number): string {
  let chopped = ''
  let line = ''
  for (const char of part) {
    if (line !== '' && textWidth(line + char, size) > room) {
      chopped += line + ZERO_WIDTH_SPACE
      line = ''
    }
    line += char
  }
  return chopped + line
}
