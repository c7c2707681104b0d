import { fitted, textWidth } from '@portolan/engine/documents/charts/text-width'
import type { Block, Cell, Section, TableColumn } from '@portolan/engine/documents/report/report'

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

/**
 * Fits the cells of all tables to their columns: cut where the column says so, else with places to break in names that
 * have none. Typst breaks at spaces and hyphens only; `app_server.domain.example` would run over the next column.
 */
export function fitTables(section: Section): Section {
  const width = section.isWide ? ACROSS : UPRIGHT
  return { ...section, blocks: section.blocks.map((block) => fitBlock(block, width)) }
}

function fitBlock(block: Block, width: number): Block {
  if (block.kind !== 'table') return block
  const shares = block.columns.reduce((sum, column) => sum + column.width, 0)
  const rooms = block.columns.map((column) => (column.width / shares) * width - INSET)
  return {
    ...block,
    rows: block.rows.map((row) =>
      'group' in row ? row : row.map((cell, i) => fitCell(cell, block.columns[i], rooms[i])),
    ),
  }
}

function fitCell(cell: Cell, column: TableColumn, room: number): Cell {
  if (typeof cell !== 'string') {
    const text = fitText(cell.text, column, room)
    return text === cell.text ? cell : { ...cell, text }
  }
  return fitText(cell, column, room)
}

function fitText(text: string, { isCut, isCode }: TableColumn, room: number): string {
  const size = isCode ? CELL_SIZE * CODE_FACTOR : CELL_SIZE
  if (textWidth(text, size) <= room) return text
  return isCut ? fitted(text, size, room) : breakable(text, size, room)
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
