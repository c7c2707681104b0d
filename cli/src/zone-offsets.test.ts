import { instantOf, offsetAt } from '@portolan/engine/calendar/zone'
import { type IsoDate, instant } from '@portolan/engine/units'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { zoneOffsets } from './zone-offsets.ts'

const at = (iso: string) => instant(Date.parse(iso))
const FROM = at('2025-12-14T00:00:00Z')
const TO = at('2030-01-01T00:00:00Z')

describe('the offsets of a zone', () => {
  it('has no changes in UTC', async () =>
    expect(await zoneOffsets('UTC', FROM, TO)).toEqual({ zone: 'UTC', offsetMinutes: 0, transitions: [] }))

  it('finds the minute of each change', async () => {
    const zone = await zoneOffsets('Europe/Berlin', FROM, TO)
    expect(zone.offsetMinutes).toBe(60)
    expect(zone.transitions.slice(0, 2)).toEqual([
      { at: at('2026-03-29T01:00:00Z'), offsetMinutes: 120 },
      { at: at('2026-10-25T01:00:00Z'), offsetMinutes: 60 },
    ])
    expect(zone.transitions).toHaveLength(8)
  })

  it.each(['Africa/Casablanca', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Auckland'])(
    'agrees with luxon on every day in %s',
    async (name) => {
      const zone = await zoneOffsets(name, FROM, TO)
      for (let day = DateTime.fromMillis(FROM); day.toMillis() < TO; day = day.plus({ hours: 36 })) {
        const moment = instant(day.toMillis())
        expect(offsetAt(zone, moment), day.toISO() ?? '').toBe(day.setZone(name).offset)
      }
    },
  )

  it('places a local morning on the right instant on both sides of a change', async () => {
    const zone = await zoneOffsets('America/New_York', FROM, TO)
    expect(instantOf(zone, '2026-03-06' as IsoDate, 540)).toBe(at('2026-03-06T14:00:00Z'))
    expect(instantOf(zone, '2026-03-09' as IsoDate, 540)).toBe(at('2026-03-09T13:00:00Z'))
  })

  it('refuses a zone that is none', async () =>
    await expect(zoneOffsets('Europe/Berln', FROM, TO)).rejects.toThrow('There is no time zone Europe/Berln'))
})
