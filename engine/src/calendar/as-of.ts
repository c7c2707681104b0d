import type { Estate } from '../inventory/estate.ts'
import { type Instant, type IsoDate, instant } from '../units.ts'
import { instantOf, type ZoneOffsets } from './zone.ts'

/** The UTC day of the newest export; null where no file says when it was made. */
export function dayOfExport(estate: Pick<Estate, 'sources'>): IsoDate | null {
  const times = estate.sources.map((source) => source.exportedAt).filter((at) => Number.isFinite(at))
  return times.length === 0 ? null : utcDayOf(instant(Math.max(...times)))
}

/**
 * The moment that stands for a day: the first at which it has begun both in UTC and in the zone of the plan, so that
 * whoever asks either clock finds that day. Ages count from there, so asking again with the printed day gives the same.
 */
export function asOfDay(day: IsoDate, zone: ZoneOffsets): Instant {
  return instant(Math.max(Date.parse(`${day}T00:00:00Z`), instantOf(zone, day, 0)))
}

export function utcDayOf(at: Instant): IsoDate {
  return new Date(at).toISOString().slice(0, 10) as IsoDate
}
