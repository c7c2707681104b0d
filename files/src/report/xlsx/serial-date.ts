import { offsetAt, type ZoneOffsets } from '@portolan/engine/calendar/zone'
import { type Instant, MS_PER_DAY, MS_PER_MINUTE } from '@portolan/engine/units'

/** Days from 1899-12-30, Excel's zero, to 1970-01-01. */
const EPOCH_SERIAL = 25_569
/** Excel counts a 29 February 1900 that never was; before it, serial numbers mean other days. */
const FIRST_SERIAL = 61
const MS_PER_SECOND = 1000

/** The number that a spreadsheet shows as a day; null for a text that is no day, or one that no serial number means. */
export function serialOfDate(date: string): number | null {
  const serial = Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY + EPOCH_SERIAL
  return serial >= FIRST_SERIAL ? serial : null
}

/** The number that a spreadsheet shows as the local time of an instant, to the second. */
export function serialOfInstant(at: number, zone: ZoneOffsets): number | null {
  if (!Number.isFinite(at)) return null
  const local = Math.round(at / MS_PER_SECOND) * MS_PER_SECOND + offsetAt(zone, at as Instant) * MS_PER_MINUTE
  const serial = local / MS_PER_DAY + EPOCH_SERIAL
  return serial >= FIRST_SERIAL ? serial : null
}
