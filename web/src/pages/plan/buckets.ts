import type { PlanAnswer } from '@portolan/contract/plan'
import { MS_PER_HOUR } from '@portolan/engine/units'

export type PlanDay = PlanAnswer['days'][number]

/** A bar of the schedule: a day, or a month or year of them where days would be too thin to see. */
export interface Bucket {
  /** `2026-06-09`, `2026-06` or `2026`. */
  readonly key: string
  readonly days: number
  readonly warmVms: number
  readonly coldVms: number
  /** Cut over up to its end, since the plan began. */
  readonly done: number
  readonly transferGiB: number
  /** What the link can carry in its working hours. */
  readonly capacityGiB: number
  readonly downtimeHours: number
}

const PREFIXES = [10, 7, 4] as const

/**
 * The days whose date begins with `within`, as at most `most` bars: by day where they fit, else by month, else by year.
 * Progress counts from the beginning of the plan whatever part of it is shown.
 */
export function bucketsOf(days: readonly PlanDay[], gibPerHour: number, within: string, most: number): Bucket[] {
  const shown = days.filter((day) => day.date.startsWith(within))
  const length =
    PREFIXES.find((prefix) => new Set(shown.map((day) => day.date.slice(0, prefix))).size <= most) ?? PREFIXES[2]
  const buckets = new Map<string, Bucket>()
  let done = 0
  for (const day of days) {
    done += day.migrated
    if (!day.date.startsWith(within)) continue
    const key = day.date.slice(0, length)
    const before = buckets.get(key)
    const hours = (Date.parse(day.end) - Date.parse(day.start)) / MS_PER_HOUR
    buckets.set(key, {
      key,
      days: (before?.days ?? 0) + 1,
      warmVms: (before?.warmVms ?? 0) + day.warmVms,
      coldVms: (before?.coldVms ?? 0) + day.coldVms,
      done,
      transferGiB: (before?.transferGiB ?? 0) + day.transferGiB,
      capacityGiB: (before?.capacityGiB ?? 0) + hours * gibPerHour,
      downtimeHours: (before?.downtimeHours ?? 0) + day.downtimeHours,
    })
  }
  return [...buckets.values()]
}

/** Where a day lies among the bars, as a place between 0 and their number; null when it lies before or after them. */
export function placeOf(buckets: readonly Bucket[], date: string): number | null {
  const first = buckets[0]
  if (!first || date.slice(0, first.key.length) < first.key) return null
  const after = buckets.findIndex(({ key }) => key > date.slice(0, key.length))
  if (after > 0) return after
  return buckets.at(-1)?.key === date.slice(0, first.key.length) ? buckets.length : null
}

/** The day of the plan at a moment; null before, between and after its working hours. */
export function dayAt(days: readonly PlanDay[], at: string | null): string | null {
  if (at === null) return null
  const moment = Date.parse(at)
  let low = 0
  let high = days.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    if (moment < Date.parse(days[middle].start)) high = middle - 1
    else if (moment > Date.parse(days[middle].end)) low = middle + 1
    else return days[middle].date
  }
  return null
}
