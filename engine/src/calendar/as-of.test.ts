import { describe, expect, it } from 'vitest'
import { type IsoDate, instant } from '../units.ts'
import { asOfDay, dayOfExport, utcDayOf } from './as-of.ts'
import { dateAt, type ZoneOffsets } from './zone.ts'

const DAY = '2026-01-15' as IsoDate
const at = (iso: string) => instant(Date.parse(iso))
const zoneEastBy = (hours: number): ZoneOffsets => ({ zone: 'Test', offsetMinutes: hours * 60, transitions: [] })

describe('the moment of an assessment', () => {
  it.each([-12, -5, 0, 1, 5.5, 13, 14])('lies on the day in UTC and in a zone %d h east of it', (hours) => {
    const moment = asOfDay(DAY, zoneEastBy(hours))
    expect([utcDayOf(moment), dateAt(zoneEastBy(hours), moment)]).toEqual([DAY, DAY])
  })

  it('is midnight in UTC for a plan in UTC', () => expect(asOfDay(DAY, zoneEastBy(0))).toBe(at('2026-01-15T00:00:00Z')))

  it('is the day of the newest export, or nobody knows it', () => {
    const source = (exportedAt: number) =>
      ({ file: '', format: 'csv', rvtoolsVersion: null, vcenters: [], exportedAt: instant(exportedAt) }) as const
    const january = at('2026-01-15T14:45:00Z')
    expect(dayOfExport({ sources: [source(Number.NaN), source(january), source(at('2025-01-01T00:00:00Z'))] })).toBe(
      DAY,
    )
    expect(dayOfExport({ sources: [source(Number.NaN)] })).toBeNull()
  })
})
