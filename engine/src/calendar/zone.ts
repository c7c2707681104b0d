import type { Instant, IsoDate } from '../units.ts'

/**
 * The offsets of a time zone over the span of a plan. The engine has no zone database: whoever calls makes this (with
 * luxon) and stores it beside the plan, so that the same plan comes out on every machine.
 */
export interface ZoneOffsets {
  /** IANA name, for people to read. */
  readonly zone: string
  /** Minutes east of UTC before the first transition. */
  readonly offsetMinutes: number
  /** Ascending; from `at` on the offset is `offsetMinutes`. */
  readonly transitions: readonly { readonly at: Instant; readonly offsetMinutes: number }[]
}

export const UTC: ZoneOffsets = { zone: 'UTC', offsetMinutes: 0, transitions: [] }

/** Minutes east of UTC at an instant. */
export function offsetAt(zone: ZoneOffsets, at: Instant): number {
  let offset = zone.offsetMinutes
  for (const transition of zone.transitions) {
    if (transition.at > at) break
    offset = transition.offsetMinutes
  }
  return offset
}

/** The local day of an instant. */
export function dateAt(zone: ZoneOffsets, at: Instant): IsoDate {
  return new Date(at + offsetAt(zone, at) * 60_000).toISOString().slice(0, 10) as IsoDate
}

/**
 * The instant at which a local clock shows `date` and `minuteOfDay`. A time that a change of clocks skips is the moment
 * of the change moved on by the gap; one that comes twice is the first.
 */
export function instantOf(zone: ZoneOffsets, date: IsoDate, minuteOfDay: number): Instant {
  const local = Date.parse(`${date}T00:00:00Z`) + minuteOfDay * 60_000
  if (zone.transitions.length === 0) return (local - zone.offsetMinutes * 60_000) as Instant
  const offsets = [zone.offsetMinutes, ...zone.transitions.map((transition) => transition.offsetMinutes)]
  const candidates = [...new Set(offsets)]
    .map((offset) => ({ offset, at: (local - offset * 60_000) as Instant }))
    .filter(({ offset, at }) => offsetAt(zone, at) === offset)
    .sort((a, b) => a.at - b.at)
  if (candidates.length > 0) return candidates[0].at
  const before = offsetAt(zone, (local - zone.offsetMinutes * 60_000 - 86_400_000) as Instant)
  return (local - before * 60_000) as Instant
}
