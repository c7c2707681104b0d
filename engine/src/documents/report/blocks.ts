import type { Drawing } from '../charts/svg.ts'
import { count } from '../wording/numbers.ts'
import type { Block, Callout, Cell, Chart, Table, TableColumn, TableRow, Tone } from './report.ts'

/** Short spellings for the blocks of a report. */

export const heading = (text: string): Block => ({ kind: 'heading', text })
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
export const bullets = (items: readonly string[]): Block => ({ kind: 'bullets', items })

export function callout(tone: Tone, title: string, text: string): Callout {
  return { kind: 'callout', tone, title, text }
}

export function chart(title: string, drawing: Drawing, note = ''): Chart {
  return { kind: 'chart', title, drawing, note }
}

export function textColumn(header: string, width: number): TableColumn {
  return { header, unit: '', align: 'left', width, isCode: false, isCut: false }
}

/** For a list of VMs: what does not fit is cut, the workbook has it whole. */
export function cutColumn(header: string, width: number): TableColumn {
  return { ...textColumn(header, width), isCut: true }
}

export function codeColumn(header: string, width: number): TableColumn {
  return { header, unit: '', align: 'left', width, isCode: true, isCut: false }
}

export function numberColumn(header: string, width: number, unit = ''): TableColumn {
  return { header, unit, align: 'right', width, isCode: false, isCut: false }
}

export interface TableParts {
  readonly title?: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly TableRow[]
  readonly totals?: readonly Cell[]
  readonly note?: string
}

export function table({ title = '', columns, rows, totals, note = '' }: TableParts): Table {
  return { kind: 'table', title, columns, rows, totals: totals ?? null, note }
}

export const toned = (text: string, tone: Tone): Cell => ({ text, tone })

/** Blank lines part paragraphs; a single line break is only where somebody's editor wrapped. */
export function paragraphsOf(text: string): Block[] {
  return text
    .split(/\r?\n[ \t]*\r?\n/)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .map(paragraph)
}

/** The first `most` of a list, and the sentence that says what was left out and where it is. */
export function limited<T>(
  list: readonly T[],
  most: number,
  { noun, order, tab }: { noun: string; order: string; tab: string },
): { readonly shown: readonly T[]; readonly note: string } {
  if (list.length <= most) return { shown: list, note: '' }
  return {
    shown: list.slice(0, most),
    note: `The ${count(most)} ${order} of ${count(list.length)} ${noun}; all of them are in the workbook, tab ${tab}.`,
  }
}

export function riskCell(category: number): Cell {
  return RISK_CELLS[category]
}

const RISK_CELLS: readonly Cell[] = [
  { text: '● GREEN', tone: 'green' },
  { text: '▲ YELLOW', tone: 'amber' },
  { text: '■ RED', tone: 'red' },
]

/** A number that stands out when it is not zero. */
export function countCell(value: number, tone: Tone): Cell {
  return value > 0 ? { text: count(value), tone } : { text: count(value), tone: 'faint' }
}
