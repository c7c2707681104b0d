import type { Instant } from '@portolan/engine/units'

/**
 * ZIP stores a local time without saying of which zone, and yazl asks the machine for it: this date has the digits of UTC
 * on every machine, so that the same report has the same bytes.
 */
export function zipTime(at: Instant): Date {
  const utc = new Date(at)
  return new Date(
    utc.getUTCFullYear(),
    utc.getUTCMonth(),
    utc.getUTCDate(),
    utc.getUTCHours(),
    utc.getUTCMinutes(),
    utc.getUTCSeconds(),
  )
}
