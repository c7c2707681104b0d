import { describe, expect, it } from 'vitest'
import { bucketsOf, dayAt, type PlanDay, placeOf } from './buckets.ts'
import { bucketText, scheduleTitle, verdictOf } from './plan-words.ts'

const day = (date: string, warmVms = 3, coldVms = 1): PlanDay => ({
  ...{ date, number: 1, active: 4, warmVms, coldVms, migrated: warmVms + coldVms },
  ...{ start: `${date}T09:00:00.000Z`, end: `${date}T17:00:00.000Z` },
  ...{ transferGiB: 4000, linkUse: 0.5, downtimeHours: 2 },
})
const DAYS = ['2026-01-30', '2026-02-02', '2026-02-03', '2026-03-02'].map((date) => day(date))

describe('bars of a schedule', () => {
  it('are days as long as they fit', () => {
    const buckets = bucketsOf(DAYS, 1000, '', 10)
    expect(buckets.map(({ key, done }) => [key, done])).toEqual([
      ['2026-01-30', 4],
      ['2026-02-02', 8],
      ['2026-02-03', 12],
      ['2026-03-02', 16],
    ])
  })

  it('are months, then years, where days are too many', () => {
    expect(bucketsOf(DAYS, 1000, '', 3)).toMatchObject([
      { key: '2026-01', days: 1, warmVms: 3, done: 4, transferGiB: 4000, capacityGiB: 8000 },
      { key: '2026-02', days: 2, warmVms: 6, done: 12, transferGiB: 8000, capacityGiB: 16_000 },
      { key: '2026-03', days: 1, done: 16 },
    ])
    expect(bucketsOf(DAYS, 1000, '', 2).map(({ key }) => key)).toEqual(['2026'])
  })

  it('show a part and still count progress from the beginning', () => {
    expect(bucketsOf(DAYS, 1000, '2026-02', 10).map(({ key, done }) => [key, done])).toEqual([
      ['2026-02-02', 8],
      ['2026-02-03', 12],
    ])
  })

  it.each([
    ['2026-02-02', 2],
    ['2026-02-20', 3],
    ['2026-03-02', 4],
    ['2026-03-03', null],
    ['2026-01-01', null],
  ])('place the deadline %s after bar %s', (date, place) => {
    expect(placeOf(bucketsOf(DAYS, 1000, '', 10), date)).toBe(place)
  })
})

describe('the day of a moment', () => {
  it.each([
    ['2026-02-02T09:00:00.000Z', '2026-02-02'],
    ['2026-03-02T17:00:00.000Z', '2026-03-02'],
    ['2026-02-02T18:00:00.000Z', null],
    ['2027-01-01T00:00:00.000Z', null],
    [null, null],
  ])('%s is %s', (at, date) => {
    expect(dayAt(DAYS, at)).toBe(date)
  })
})

describe('words of a plan', () => {
  const deadline = {
    ...{ start: '2026-01-30', finish: '2026-03-02', deadline: '2026-03-01', daysLate: 1 as number | null, met: false },
    ...{ utilisationPct: 50, availableHours: 160, neededDays: 4, overrunDays: 0 },
  }
  const totals = {
    vms: 16,
    warmVms: 12,
    coldVms: 4,
    totalHours: 20,
    copyGiB: 16_000,
    downtimeHours: 8,
    fixHours: 1,
    cutoverHours: 6,
    days: 4,
  }

  it.each([
    [{}, 'red', '1 day after the deadline, Sun 1 Mar 2026'],
    [{ daysLate: -3, met: true }, 'green', '3 days before the deadline, Sun 1 Mar 2026'],
    [{ daysLate: 0, met: true, utilisationPct: 90 }, 'amber', 'On the day of the deadline, Sun 1 Mar 2026'],
    [{ finish: null, daysLate: null }, 'red', 'The plan does not finish'],
  ])('judge the deadline with %j', (changes, tone, title) => {
    expect(verdictOf({ deadline: { ...deadline, ...changes }, totals })).toMatchObject({ tone, title })
  })

  it('say what the schedule shows', () => {
    expect(scheduleTitle({ days: DAYS, totals })).toBe(
      'Half of the VMs are cut over by Mon 2 Feb 2026; the link is full on 0 of 4 days',
    )
  })

  it('read a bar aloud', () => {
    const [january, february] = bucketsOf(DAYS, 1000, '', 3)
    expect(bucketText(january)).toBe(
      'Jan 2026, 1 working day · 4 VMs cut over (3 warm, 1 cold) · 3.91 TiB copied · link 50 % · 2 h of downtime · 4 done',
    )
    expect(bucketText({ ...february, key: '2026-02-02' })).toContain('Mon 2 Feb 2026 · 8 VMs cut over')
  })
})
