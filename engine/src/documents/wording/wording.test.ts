import { describe, expect, it } from 'vitest'
import { UTC } from '../../calendar/zone.ts'
import { instant } from '../../units.ts'
import { clockOf, dayOf, timeOf, timeWithZone, weekdayOf } from './dates.ts'
import { agree, count, decimal, percent, plural, share, significant } from './numbers.ts'
import { duration, rate, sizeOf } from './sizes.ts'

describe('numbers', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1288, '1,288'],
    [1_048_576, '1,048,576'],
    [-1288, '−1,288'],
    [-0.2, '0'],
    [Number.NaN, '–'],
  ])('counts %d as %s', (value, text) => expect(count(value)).toBe(text))

  it.each([
    [24.44, '24.4'],
    [630.4, '630'],
    [1288, '1,290'],
    [9.996, '10.0'],
    [0.03125, '0.0313'],
    [0, '0'],
  ])('rounds %d to three figures as %s', (value, text) => expect(significant(value)).toBe(text))

  it('keeps the decimals of a column', () => expect([decimal(1234.5, 1), decimal(2, 1)]).toEqual(['1,234.5', '2.0']))
  it('says small percentages with a decimal', () => expect([percent(0.42), percent(42.4)]).toEqual(['0.4 %', '42 %']))
  it('reads shares as percent', () => expect(share(0.55)).toBe('55 %'))
  it('puts nouns and verbs in the number of their count', () =>
    expect([
      plural(1, 'VM'),
      plural(1288, 'VM'),
      plural(2, 'entry', 'entries'),
      agree(1, 'is'),
      agree(2, 'is'),
    ]).toEqual(['1 VM', '1,288 VMs', '2 entries', 'is', 'are']))
})

describe('sizes, rates and spans', () => {
  it.each([
    [630, '630 GiB'],
    [0.5, '0.500 GiB'],
    [1023, '1,020 GiB'],
    [1024, '1.00 TiB'],
    [24_986, '24.4 TiB'],
    [Number.NaN, '–'],
  ])('writes %d GiB as %s', (gib, text) => expect(sizeOf(gib)).toBe(text))

  it.each([
    [10 / 3, '3 h 20 min'],
    [0.75, '45 min'],
    [3, '3 h'],
    [0.001, '< 1 min'],
    [0, '0 min'],
    [1.9999, '2 h'],
    [1234.4, '1,234 h'],
  ])('writes %d hours as %s', (hours, text) => expect(duration(hours)).toBe(text))

  it.each([
    [4000, '4,000 Mbps'],
    [112.5, '112.5 Mbps'],
    [2200.4, '2,200 Mbps'],
  ])('writes a rate of %d as %s', (mbps, text) => expect(rate(mbps)).toBe(text))
})

describe('days and times', () => {
  const berlin = {
    zone: 'Europe/Berlin',
    offsetMinutes: 60,
    transitions: [{ at: instant(Date.parse('2026-03-29T01:00:00Z')), offsetMinutes: 120 }],
  }
  const summer = instant(Date.parse('2026-06-09T12:30:00Z'))

  it('names the day', () => expect(dayOf('2026-06-09')).toBe('9 Jun 2026'))
  it.each([
    ['2026-06-09', 'Tue 9 Jun 2026'],
    ['1970-01-01', 'Thu 1 Jan 1970'],
    ['1969-12-31', 'Wed 31 Dec 1969'],
  ])('knows the weekday of %s', (date, text) => expect(weekdayOf(date)).toBe(text))
  it('has no day for no date', () => expect([dayOf(null), weekdayOf(null)]).toEqual(['–', '–']))
  it('shows the local clock of a zone', () => expect(timeOf(summer, berlin)).toBe('9 Jun 2026, 14:30'))
  it('crosses midnight with the zone', () =>
    expect(timeOf(instant(Date.parse('2026-06-09T22:05:00Z')), berlin)).toBe('10 Jun 2026, 00:05'))
  it('names the zone where nothing else can', () => expect(timeWithZone(summer, UTC)).toBe('9 Jun 2026, 12:30 (UTC)'))
  it('shows the clock alone', () => expect(clockOf(summer, berlin)).toBe('14:30'))
})
