import { describe, expect, it } from 'vitest'
import { CalendarSettings } from '../settings.ts'
import { instant, MS_PER_HOUR } from '../units.ts'
import { dateOf, epochDayOf, LONGEST_GAP_DAYS, PLAN_HORIZON_DAYS, workingCalendar } from './working-days.ts'
import { dateAt, UTC, type ZoneOffsets } from './zone.ts'

const at = (iso: string) => instant(Date.parse(iso))
const FRIDAY_EVENING = at('2026-03-27T18:00:00Z')

/** Clocks go forward on 29 March and back on 25 October 2026. */
const BERLIN: ZoneOffsets = {
  zone: 'Europe/Berlin',
  offsetMinutes: 60,
  transitions: [
    { at: at('2026-03-29T01:00:00Z'), offsetMinutes: 120 },
    { at: at('2026-10-25T01:00:00Z'), offsetMinutes: 60 },
  ],
}

function calendar(settings: Partial<CalendarSettings>, zone = UTC, asOf = FRIDAY_EVENING) {
  return workingCalendar(CalendarSettings.parse(settings), zone, asOf)
}
function dates(settings: Partial<CalendarSettings>, count: number) {
  const { day } = calendar(settings)
  return Array.from({ length: count }, (_, index) => day(index)?.date)
}
function spans(settings: Partial<CalendarSettings>, zone: ZoneOffsets, count: number) {
  const { day } = calendar(settings, zone)
  return Array.from({ length: count }, (_, index) => {
    const { start, end } = day(index)!
    return `${new Date(start).toISOString().slice(0, 16)} ${(end - start) / MS_PER_HOUR} h`
  })
}

describe('the working calendar', () => {
  it('begins on the next working day after the day of the export', () => {
    expect(calendar({}).start).toBe('2026-03-30')
    expect(calendar({ workingDaysPerWeek: 7 }).start).toBe('2026-03-28')
  })

  it('begins after the local day of the export, not that of Greenwich', () => {
    const late = at('2026-03-29T22:30:00Z')
    expect(calendar({}, UTC, late).start).toBe('2026-03-30')
    expect(calendar({}, BERLIN, late).start).toBe('2026-03-31')
  })

  it('keeps a start date on which nobody works, and works from the next day on', () => {
    const { start, day } = calendar({ startDate: '2026-04-04' })
    expect(start).toBe('2026-04-04')
    expect(day(0)?.date).toBe('2026-04-06')
  })

  it.each([
    ['five days from Monday', {}, ['2026-03-30', '2026-03-31', '2026-04-01', '2026-04-02', '2026-04-03', '2026-04-06']],
    ['six days', { workingDaysPerWeek: 6 }, ['2026-03-28', '2026-03-30', '2026-03-31', '2026-04-01', '2026-04-02']],
    ['named days alone', { workdays: ['sunday', 'wednesday'] }, ['2026-03-29', '2026-04-01', '2026-04-05']],
    [
      'holidays',
      { holidays: ['2026-04-03', '2026-04-06'] },
      ['2026-03-30', '2026-03-31', '2026-04-01', '2026-04-02', '2026-04-07'],
    ],
    ['a leap day', { startDate: '2028-02-28' }, ['2028-02-28', '2028-02-29', '2028-03-01']],
  ] as const)('knows %s', (_, settings, expected) =>
    expect(dates(settings as Partial<CalendarSettings>, expected.length)).toEqual(expected),
  )

  it('starts at the local time of day on both sides of a change of clocks', () =>
    expect(spans({ startDate: '2026-03-27' }, BERLIN, 2)).toEqual(['2026-03-27T08:00 8 h', '2026-03-30T07:00 8 h']))

  it('has its real hours on a night when clocks change', () => {
    const night = { workingDaysPerWeek: 7, dayStart: '22:00', workingHoursPerDay: 8 } as const
    expect(spans({ ...night, startDate: '2026-03-28' }, BERLIN, 2)).toEqual([
      '2026-03-28T21:00 8 h',
      '2026-03-29T20:00 8 h',
    ])
    expect(spans({ ...night, startDate: '2026-10-24' }, BERLIN, 2)).toEqual([
      '2026-10-24T20:00 8 h',
      '2026-10-25T21:00 8 h',
    ])
  })

  it('never lets a day reach into the next one when clocks go forward', () => {
    const always = { workingDaysPerWeek: 7, dayStart: '00:00', workingHoursPerDay: 24 } as const
    expect(spans({ ...always, startDate: '2026-03-28' }, BERLIN, 3)).toEqual([
      '2026-03-27T23:00 24 h',
      '2026-03-28T23:00 23 h',
      '2026-03-29T22:00 24 h',
    ])
    expect(spans({ ...always, startDate: '2026-10-24' }, BERLIN, 3)).toEqual([
      '2026-10-23T22:00 24 h',
      '2026-10-24T22:00 24 h',
      '2026-10-25T23:00 24 h',
    ])
  })

  it('starts a day whose first minute is skipped when clocks have moved on', () =>
    expect(spans({ startDate: '2026-03-29', workingDaysPerWeek: 7, dayStart: '02:30' }, BERLIN, 1)).toEqual([
      '2026-03-29T01:30 8 h',
    ]))

  it('leaves out a day that a zone skips when it crosses the date line', () => {
    const samoa: ZoneOffsets = {
      zone: 'Pacific/Apia',
      offsetMinutes: -600,
      transitions: [{ at: at('2011-12-30T10:00:00Z'), offsetMinutes: 840 }],
    }
    const { day } = calendar({ startDate: '2011-12-29', workingDaysPerWeek: 7 }, samoa)
    const [first, second] = [day(0)!, day(1)!]
    expect([first.date, dateAt(samoa, first.start)]).toEqual(['2011-12-29', '2011-12-29'])
    expect(dateAt(samoa, second.start)).toBe('2011-12-31')
    expect(second.start).toBeGreaterThanOrEqual(first.end)
  })

  it('says that there is no working day where holidays leave none', () => {
    const start = epochDayOf('2026-01-01')
    const holidays = Array.from({ length: LONGEST_GAP_DAYS + 1 }, (_, index) => dateOf(start + index))
    const { day } = calendar({ startDate: '2026-01-01', holidays, workingDaysPerWeek: 7 })
    expect(day(0)).toBeNull()
    expect(day(7)).toBeNull()
  })

  it('ends after a century', () => {
    const { day } = calendar({ startDate: '2026-01-01', workingDaysPerWeek: 7 })
    expect(day(PLAN_HORIZON_DAYS - 1)?.date).toBe('2126-01-01')
    expect(day(PLAN_HORIZON_DAYS)).toBeNull()
  })
})
