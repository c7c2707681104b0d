import { type Instant, instant, MS_PER_DAY } from '@portolan/engine/units'

const SERIAL_OF_1970 = 25_569
const DAYS_FROM_1900_TO_1904 = 1462
/** 9999-12-31, the last day a spreadsheet knows. */
const LAST_SERIAL = 2_958_466
/** Before 1 March 1900 serials are one off, as the date system counts a 29 February that never was. */
const FIRST_REAL_SERIAL = 61

/**
 * A spreadsheet's day number as an instant, to the second; NaN for what is no day (a bare time, a negative number).
 * Serials carry no time zone and are taken as UTC.
 */
export function serialInstant(serial: number, date1904: boolean): Instant {
  const days = date1904 ? serial + DAYS_FROM_1900_TO_1904 : serial
  if (!(serial >= 1 && days < LAST_SERIAL)) return instant(Number.NaN)
  const since1970 = days - SERIAL_OF_1970 + (days < FIRST_REAL_SERIAL ? 1 : 0)
  return instant(Math.round(since1970 * (MS_PER_DAY / 1000)) * 1000)
}

/** The time of day of a serial below 1, `HH:mm:ss`: what a spreadsheet makes of a PCI address such as `0000:17:00.0`. */
export function serialTimeText(serial: number): string {
  const seconds = Math.round(serial * 86_400)
  const part = (value: number) => String(value).padStart(2, '0')
  return `${part(Math.floor(seconds / 3600))}:${part(Math.floor(seconds / 60) % 60)}:${part(seconds % 60)}`
}
