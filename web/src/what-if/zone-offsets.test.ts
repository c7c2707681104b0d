import { dateAt, instantOf } from '@portolan/engine/calendar/zone'
import type { IsoDate } from '@portolan/engine/units'
import { describe, expect, it } from 'vitest'
import { zoneOfPlan } from './zone-offsets.ts'

const day = '2026-01-10' as IsoDate
const offsets = (timeZone: string, startDate: string | null = null) => zoneOfPlan({ timeZone, startDate }, day)

describe('offsets of a time zone', () => {
  it('knows when clocks change, to the minute', () => {
    const { offsetMinutes, transitions } = offsets('Europe/Berlin')
    expect(offsetMinutes).toBe(60)
    expect(transitions.slice(0, 2)).toEqual([
      { at: Date.parse('2026-03-29T01:00:00Z'), offsetMinutes: 120 },
      { at: Date.parse('2026-10-25T01:00:00Z'), offsetMinutes: 60 },
    ])
    expect(transitions).toHaveLength(24)
  })

  it.each([
    ['UTC', 0],
    ['Asia/Kathmandu', 345],
    ['America/New_York', -300],
    ['Pacific/Kiritimati', 840],
  ])('reads %s as %d minutes', (zone, minutes) => {
    expect(offsets(zone).offsetMinutes).toBe(minutes)
  })

  it('reaches back to a start date before the export', () => {
    const zone = offsets('Europe/Berlin', '2025-06-01')
    expect(zone.offsetMinutes).toBe(120)
    const nine = instantOf(zone, '2025-12-01' as IsoDate, 9 * 60)
    expect([new Date(nine).toISOString(), dateAt(zone, nine)]).toEqual(['2025-12-01T08:00:00.000Z', '2025-12-01'])
  })

  it('refuses a zone that nobody knows', () => {
    expect(() => offsets('Mars/Olympus')).toThrow(RangeError)
  })
})
