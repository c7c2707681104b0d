import { UTC, type ZoneOffsets } from '@portolan/engine/calendar/zone'
import { type Instant, instant, MS_PER_DAY, MS_PER_MINUTE } from '@portolan/engine/units'

/** Shorter than any two changes of a clock are apart; Morocco leaves summer time for the month of Ramadan. */
const STEP_MS = 14 * MS_PER_DAY
const NAMES_OF_UTC = new Set(['UTC', 'Etc/UTC', 'Etc/GMT', 'GMT', 'Z'])

/**
 * The offsets of a time zone from one instant to another, as data for the engine. luxon is loaded only for zones that
 * are not UTC; changes are found by halving the steps between which the offset differs.
 *
 * @throws RangeError when there is no such zone; settings are checked before
 */
export async function zoneOffsets(zone: string, from: Instant, to: Instant): Promise<ZoneOffsets> {
  if (NAMES_OF_UTC.has(zone)) return { ...UTC, zone }
  const { IANAZone } = await import('luxon')
  if (!IANAZone.isValidZone(zone)) throw new RangeError(`There is no time zone ${zone}`)
  const clock = IANAZone.create(zone)
  const offset = (at: number) => clock.offset(at)

  const transitions: { at: Instant; offsetMinutes: number }[] = []
  for (let start = from as number; start < to; start += STEP_MS) {
    const end = Math.min(start + STEP_MS, to)
    if (offset(start) !== offset(end)) {
      transitions.push({ at: changeBetween(start, end, offset), offsetMinutes: offset(end) })
    }
  }
  return { zone, offsetMinutes: offset(from), transitions }
}

/** The first minute that has the offset of `end`. Clocks change on whole minutes. */
function changeBetween(start: number, end: number, offset: (at: number) => number): Instant {
  let before = Math.floor(start / MS_PER_MINUTE)
  let after = Math.ceil(end / MS_PER_MINUTE)
  const wanted = offset(end)
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (offset(middle * MS_PER_MINUTE) === wanted) after = middle
    else before = middle
  }
  return instant(after * MS_PER_MINUTE)
}
