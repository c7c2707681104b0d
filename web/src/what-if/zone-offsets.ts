import { UTC, type ZoneOffsets } from '@portolan/engine/calendar/zone'
import type { Settings } from '@portolan/engine/settings'
import { type Instant, type IsoDate, instant, MS_PER_DAY, MS_PER_MINUTE } from '@portolan/engine/units'

/** As the server reckons them, with the zones that the browser knows. */
const SPAN_YEARS = 12
const DAYS_PER_YEAR = 366
const STEP_MS = 14 * MS_PER_DAY
const NAMES_OF_UTC = new Set(['UTC', 'Etc/UTC', 'Etc/GMT', 'GMT', 'Z'])

/** The zone of a plan over its span. */
export function zoneOfPlan({ timeZone, startDate }: Pick<Settings, 'timeZone' | 'startDate'>, day: IsoDate) {
  const days = [Date.parse(day), Date.parse(startDate ?? day)]
  const first = Math.min(...days) - 2 * MS_PER_DAY
  const last = Math.max(...days) + SPAN_YEARS * DAYS_PER_YEAR * MS_PER_DAY
  return zoneOffsets(timeZone, first, last)
}

/** @throws RangeError when there is no such zone */
function zoneOffsets(zone: string, from: number, to: number): ZoneOffsets {
  if (NAMES_OF_UTC.has(zone)) return { ...UTC, zone }
  const offset = offsetOf(zone)
  const transitions: { at: Instant; offsetMinutes: number }[] = []
  for (let start = from; start < to; start += STEP_MS) {
    const end = Math.min(start + STEP_MS, to)
    if (offset(start) !== offset(end)) {
      transitions.push({ at: changeBetween(start, end, offset), offsetMinutes: offset(end) })
    }
  }
  return { zone, offsetMinutes: offset(from), transitions }
}

/** Minutes east of UTC: what a clock of the zone shows, read as if it were UTC, less the moment itself. */
function offsetOf(timeZone: string): (at: number) => number {
  const clock = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone, era: 'short', hourCycle: 'h23' },
    ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' },
  })
  return (at) => {
    const part = { year: 0, month: 0, day: 0, hour: 0, minute: 0 }
    for (const { type, value } of clock.formatToParts(at))
      if (type in part) part[type as keyof typeof part] = Number(value)
    const shown = Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute)
    return (shown - Math.floor(at / MS_PER_MINUTE) * MS_PER_MINUTE) / MS_PER_MINUTE
  }
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
