import type { Column } from './column.ts'

/** Rows as a spreadsheet pastes them: a line of titles with units, then bare values, parted by tabs. */
export function tsvOf<Row>(columns: readonly Column<Row>[], rows: Iterable<Row>): string {
  const lines = [columns.map(({ title, unit }) => field(unit ? `${title} (${unit})` : title)).join('\t')]
  for (const row of rows) lines.push(columns.map((column) => field(column.value(row))).join('\t'))
  return `${lines.join('\n')}\n`
}

/** A cell that begins like a formula is pasted as text: names come from foreign systems. */
function field(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'string') return String(value)
  const flat = value.replace(/[\t\r\n]+/g, ' ')
  return /^[=+\-@]/.test(flat) ? `'${flat}` : flat
}
