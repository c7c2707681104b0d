import { type Instant, instant } from '@portolan/engine/units'

/** How a file orders day and month where a text leaves it open: `03/04/2025`. */
export type DayOrder = 'dmy' | 'mdy'

const YEAR_FIRST =
  /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/
const YEAR_LAST =
  /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?:,? +(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?\s*([AaPp])?\.?[Mm]?\.?)?$/

/**
 * The instant a text spells, or NaN: `yyyy/MM/dd HH:mm:ss` and ISO 8601 as they stand, and the forms with the year last
 * by `order`, unless one number can only be a day. Exports carry no time zone; a text without one is taken as UTC.
 */
export function parseDateText(text: string, order: DayOrder): Instant {
  // Most texts are no dates: a first look is cheaper than two patterns.
  const first = text.charCodeAt(0)
  if (!(first >= 48 && first <= 57) || text.length < 8 || text.length > 40) return instant(Number.NaN)
  const iso = YEAR_FIRST.exec(text)
  if (iso) {
    const local = utc(+iso[1], +iso[3], +iso[4], +(iso[5] ?? 0), +(iso[6] ?? 0), +(iso[7] ?? 0))
    return instant(local - offsetMs(iso[8]))
  }
  const local = YEAR_LAST.exec(text)
  if (!local) return instant(Number.NaN)
  const one = +local[1]
  const two = +local[3]
  const dayFirst = one > 12 || (two <= 12 && order === 'dmy')
  const hour = hourOf(+(local[5] ?? 0), local[8])
  return instant(utc(+local[4], dayFirst ? two : one, dayFirst ? one : two, hour, +(local[6] ?? 0), +(local[7] ?? 0)))
}

/** What one text says about the order of its file; null when it fits both or is no such date. */
export function dayOrderOf(text: string): DayOrder | null {
  const parts = YEAR_LAST.exec(text)
  if (!parts) return null
  if (+parts[1] > 12) return +parts[3] <= 12 ? 'dmy' : null
  return +parts[3] > 12 ? 'mdy' : null
}

/** `yyyy/MM/dd HH:mm:ss`, the way RVTools itself writes a date. */
export function dateText(at: Instant): string {
  const iso = new Date(at).toISOString()
  return `${iso.slice(0, 10).replaceAll('-', '/')} ${iso.slice(11, 19)}`
}

function utc(year: number, month: number, day: number, hour: number, minute: number, second: number): number {
  if (month < 1 || month > 12 || day < 1 || hour > 24 || minute > 59 || second > 60) return Number.NaN
  const midnight = Date.UTC(year, month - 1, day)
  // Date.UTC rolls 31 February over into March; such a text is a mistake, not a date.
  if (new Date(midnight).getUTCDate() !== day) return Number.NaN
  return midnight + ((hour * 60 + minute) * 60 + second) * 1000
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour
  if (hour < 1 || hour > 12) return Number.NaN
  const afternoon = half === 'p' || half === 'P'
  return (hour % 12) + (afternoon ? 12 : 0)
}

function offsetMs(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0
  const sign = zone.startsWith('-') ? -1 : 1
  const digits = zone.slice(1).replace(':', '')
  return sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))) * 60_000
}
