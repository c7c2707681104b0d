import { timeWithZone } from '../wording/dates.ts'
import type { Book } from './book.ts'
import { summarySections } from './summary-lines.ts'
import type { SummaryLine } from './summary-section.ts'
import type { Cell, ColumnHead, Table, TableRow } from './table.ts'

export const SUMMARY_COLUMNS: readonly ColumnHead[] = [
  { key: 'item', header: 'Item', kind: 'text', width: 34 },
  { key: 'value', header: 'Value', kind: 'any', width: 18 },
  { key: 'unit', header: 'Unit', kind: 'text', width: 9 },
  { key: 'share', header: 'Share', kind: 'share', width: 9 },
  { key: 'note', header: 'Note', kind: 'text', width: 96, wraps: true },
  // Lines above the rows say it to readers of the page.
  { key: 'section', header: 'Section', kind: 'text', width: 16, isForMachines: true },
]

/** The first tab: the answer, what it was made from, and where the rest is. */
export function summaryTable(book: Book, others: readonly Pick<Table, 'name' | 'title' | 'about'>[]): Table {
  return {
    name: 'summary',
    title: 'Summary',
    about: 'The answer, the estate and the parameters, one figure a row.',
    columns: SUMMARY_COLUMNS,
    frozenColumns: 0,
    layout: 'page',
    *rows(): Generator<TableRow> {
      yield { role: 'title', cells: [book.settings.name] }
      yield { role: 'note', cells: [basis(book)] }
      const [answer, ...sections] = summarySections(book)
      yield* sectionRows(answer.title, answer.lines)
      yield { role: 'section', cells: ['Tabs'] }
      for (const { name, title, about } of others) {
        yield { role: 'note', cells: [{ value: title, tab: name }, null, null, null, about] }
      }
      for (const { title, lines } of sections) yield* sectionRows(title, lines)
    },
  }
}

function* sectionRows(title: string, lines: readonly SummaryLine[]): Generator<TableRow> {
  yield { role: 'section', cells: [title] }
  for (const line of lines) {
    const value: Cell = { value: line.value, kind: line.kind, tone: line.tone }
    yield {
      role: 'data',
      cells: [line.item, value, line.unit ?? null, line.share ?? null, line.note ?? null, title],
    }
  }
}

/** `For Acme · version 1.0 · by N. N. · as of 15 Dec 2025, 00:00 (Europe/Berlin)`. */
function basis({ settings, assessment, zone }: Book): string {
  return [
    settings.customer && `For ${settings.customer}`,
    `version ${settings.version}`,
    settings.author && `by ${settings.author}`,
    `as of ${timeWithZone(assessment.asOf, zone)}`,
  ]
    .filter(Boolean)
    .join(' · ')
}
