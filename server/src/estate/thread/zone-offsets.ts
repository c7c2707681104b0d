import { UTC, type ZoneOffsets } from '@portolan/engine/calendar/zone'
import type { Settings } from '@portolan/engine/settings'
import { type Instant, type IsoDate, instant, MS_PER_DAY, MS_PER_MINUTE } from '@portolan/engine/units'
import { IANAZone } from 'luxon'

/** Longer than any plan a person makes; later days keep the last offset. */
const SPAN_YEARS = 12
const DAYS_PER_YEAR = 366
/** Shorter than any two changes of a clock are apart. */
const STEP_MS = 14 * MS_PER_DAY
const NAMES_OF_UTC = new Set(['UTC', 'Etc/UTC', 'Etc/GMT', 'GMT', 'Z'])

/** The zone of a plan over its span, as data for the engine. */
export function zoneOfPlan({ timeZone, startDate }: Settings, day: IsoDate): ZoneOffsets {
  const days = [Date.parse(day), Date.parse(startDate ?? day)]
  const first = Math.min(...days) - 2 * MS_PER_DAY
  const last = Math.max(...days) + SPAN_YEARS * DAYS_PER_YEAR * MS_PER_DAY
  return zoneOffsets(timeZone, first, last)
}

/** @throws RangeError when there is no such zone; settings are checked before */
function zoneOffsets(name: string, from: number, to: number): ZoneOffsets {
  if (NAMES_OF_UTC.has(name)) return { ...UTC, zone: name }
  if (!IANAZone.isValidZone(name)) throw new RangeError(`There is no time zone ${name}`)
  const clock = IANAZone.create(name)
  const offset = (at: number) => clock.offset(at)
  const transitions: { at: Instant; offsetMinutes: number }[] = []
  for (let start = from; start < to; start += STEP_MS) {
    const end = Math.min(start + STEP_MS, to)
    if (offset(start) !== offset(end)) {
      transitions.push({ at: changeBetween(start, end, offset), offsetMinutes: offset(end) })
    }
  }
  return { zone: name, offsetMinutes: offset(from), transitions }
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
