import type { ScheduleDay } from '@portolan/engine/schedule/schedule'
import { type IsoDate, instant, MS_PER_DAY } from '@portolan/engine/units'
import { describe, expect, it } from 'vitest'
import { schedulePeriods } from './schedule-periods.ts'

/** Working days (Monday to Friday) from Thursday 1 January 2026, one VM done on each. */
function workingDays(count: number): ScheduleDay[] {
  const days: ScheduleDay[] = []
  for (let at = Date.parse('2026-01-01'); days.length < count; at += MS_PER_DAY) {
    const weekday = new Date(at).getUTCDay()
    if (weekday === 0 || weekday === 6) continue
    days.push({
      date: new Date(at).toISOString().slice(0, 10) as IsoDate,
      number: days.length + 1,
      start: instant(at),
      end: instant(at),
      migrated: [days.length],
      active: 1,
      transferGiB: 10,
      linkUse: 0.5,
      coldVms: 0,
      warmVms: 1,
      downtimeHours: 1,
    })
  }
  return days
}

describe('the periods of a schedule', () => {
  it.each([
    [2, 'day', 2, 'Thu 1 Jan 2026'],
    [12, 'day', 12, 'Thu 1 Jan 2026'],
    [13, 'week', 4, '29 Dec 2025'],
    [130, 'month', 7, 'Jan 2026'],
    [260, 'month', 12, 'Jan 2026'],
    [2000, 'year', 8, '2026'],
  ] as const)('%d working days are shown by %s', (count, kind, rows, first) => {
    const shown = schedulePeriods(workingDays(count))
    expect([shown.kind, shown.periods.length, shown.periods[0].label]).toEqual([kind, rows, first])
  })

  it('loses no day and no VM', () => {
    for (const count of [1, 12, 13, 60, 130, 400]) {
      const { periods } = schedulePeriods(workingDays(count))
      expect(periods.reduce((sum, period) => sum + period.migrated, 0)).toBe(count)
      expect(periods.flatMap((period) => period.days)).toHaveLength(count)
    }
  })

  it('has no rows for an empty plan', () => expect(schedulePeriods([]).periods).toEqual([]))
})
