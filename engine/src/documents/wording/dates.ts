import { dateAt, offsetAt, type ZoneOffsets } from '../../calendar/zone.ts'
import { type Instant, type IsoDate, MS_PER_DAY, MS_PER_MINUTE } from '../../units.ts'
import { UNKNOWN } from './numbers.ts'

/** Days and times as people read them: `9 Jun 2026, 14:30` (look.md, Words). English, whatever the machine speaks. */

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const WEEKDAYS = ['Thu', 'Fri', 'Sat', 'Sun', 'Mon', 'Tue', 'Wed']
const MINUTES_PER_DAY = 1440

/** `9 Jun 2026`; a dash for no date. */
export function dayOf(date: IsoDate | string | null): string {
  if (!date) return UNKNOWN
  const [year, month, day] = date.split('-').map(Number)
  return `${day} ${MONTHS[month - 1]} ${year}`
}

/** `Tue 9 Jun 2026`. */
export function weekdayOf(date: IsoDate | string | null): string {
  if (!date) return UNKNOWN
  const days = Math.floor(Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY)
  // The first of January 1970 was a Thursday.
  return `${WEEKDAYS[((days % 7) + 7) % 7]} ${dayOf(date)}`
}

/** `9 Jun 2026, 14:30` on a clock of the zone. */
export function timeOf(at: Instant | number, zone: ZoneOffsets): string {
  if (!Number.isFinite(at)) return UNKNOWN
  const instant = at as Instant
  return `${dayOf(dateAt(zone, instant))}, ${clockOf(instant, zone)}`
}

/** `9 Jun 2026, 14:30 (Europe/Berlin)`, for where no hover can say the zone. */
export function timeWithZone(at: Instant | number, zone: ZoneOffsets): string {
  return Number.isFinite(at) ? `${timeOf(at, zone)} (${zone.zone})` : UNKNOWN
}

/** `14:30` on a clock of the zone. */
export function clockOf(at: Instant | number, zone: ZoneOffsets): string {
  if (!Number.isFinite(at)) return UNKNOWN
  const local = Math.floor(at / MS_PER_MINUTE) + offsetAt(zone, at as Instant)
  const minute = ((local % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
