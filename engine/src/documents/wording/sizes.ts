import { gib, gibToTib, hours, hoursToMinutes } from '../../units.ts'
import { decimal, significant, UNKNOWN } from './numbers.ts'

/** Sizes, rates and spans of time as people read them (look.md, Words). */

/** From here on minutes say nothing. */
const WHOLE_HOURS_FROM = 100
const MINUTES_PER_HOUR = 60

/** `24.4 TiB`, `630 GiB`: three significant figures, binary. */
export function sizeOf(sizeGiB: number): string {
  if (!Number.isFinite(sizeGiB)) return UNKNOWN
  const tib = gibToTib(gib(sizeGiB))
  return tib < 1 ? `${significant(sizeGiB)} GiB` : `${significant(tib)} TiB`
}

/** `3 h 20 min`, `45 min`, `1,234 h`: rounded to the minute, from 100 hours on to the hour. */
export function duration(spanHours: number): string {
  if (!Number.isFinite(spanHours)) return UNKNOWN
  if (spanHours >= WHOLE_HOURS_FROM) return `${decimal(spanHours, 0)} h`
  const minutes = Math.round(hoursToMinutes(hours(spanHours)))
  if (minutes === 0 && spanHours > 0) return '< 1 min'
  const whole = Math.floor(minutes / MINUTES_PER_HOUR)
  const rest = minutes % MINUTES_PER_HOUR
  if (whole === 0) return `${rest} min`
  return rest === 0 ? `${whole} h` : `${whole} h ${rest} min`
}

/** `4,000 Mbps`, `112.5 Mbps`: decimal megabits a second. */
export function rate(rateMbps: number): string {
  if (!Number.isFinite(rateMbps)) return UNKNOWN
  const isWhole = Math.abs(rateMbps - Math.round(rateMbps)) < 0.05
  return `${decimal(rateMbps, isWhole || rateMbps >= 1000 ? 0 : 1)} Mbps`
}
