import { offsetAt, type ZoneOffsets } from '@portolan/engine/calendar/zone'
import { type Cell, type ColumnHead, kindOf, plainValue } from '@portolan/engine/documents/workbook/table'
import { type Instant, MS_PER_MINUTE } from '@portolan/engine/units'

/** What a spreadsheet takes for a formula when a cell of a CSV begins with it, in the wide forms of East Asia too. */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/
const NEEDS_QUOTES = /[",\r\n;\t]|^\s|\s$/
/** As the workbook rounds. */
const PRECISION = 1e6

/** A cell of a CSV: numbers with a point, days as `2026-06-09`, times as `2026-06-09 14:30` on the clock of the zone. */
export function csvCell(cell: Cell, column: ColumnHead, zone: ZoneOffsets): string {
  const value = plainValue(cell)
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return csvText(value)
  if (!Number.isFinite(value)) return ''
  const kind = kindOf(cell, column)
  if (kind === 'instant') return localTime(value, zone)
  return String(Math.round((kind === 'share' ? value * 100 : value) * PRECISION) / PRECISION)
}

/**
 * A text of a CSV (RFC 4180). One that a spreadsheet would run as a formula gets an apostrophe in front, which shows it as
 * text; numbers never come through here, so a negative one stays a number.
 */
export function csvText(text: string): string {
  const safe = FORMULA_START.test(text) ? `'${text}` : text
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function localTime(at: number, zone: ZoneOffsets): string {
  const local = new Date(at + offsetAt(zone, at as Instant) * MS_PER_MINUTE)
  return local.toISOString().slice(0, 16).replace('T', ' ')
}
