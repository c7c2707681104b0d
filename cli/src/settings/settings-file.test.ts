import { describe, expect, it } from 'vitest'
import { RefusedError } from '../failure.ts'
import { parseSettings } from './settings-file.ts'

const refusal = (value: unknown) => {
  try {
    parseSettings(value, 'plan.yaml')
  } catch (error) {
    if (error instanceof RefusedError) return error.message
    throw error
  }
  return ''
}

describe('a settings file', () => {
  it('keeps the defaults of what it leaves out', () => {
    const settings = parseSettings({ agentCount: 4, risk: { greenMax: 10 } }, 'plan.yaml')
    expect(settings).toMatchObject({ agentCount: 4, efficiency: 0.55, risk: { greenMax: 10, yellowMax: 50 } })
  })

  it.each([
    [{ agentCount: 0 }, 'agentCount: expected a whole number from 1 to 50; found 0'],
    [{ agentCount: '2' }, 'agentCount: expected a whole number from 1 to 50; found "2"'],
    [{ agentCount: 2.5 }, 'agentCount: expected a whole number from 1 to 50; found 2.5'],
    [
      { topologyType: 'wan' },
      'topologyType: expected one of local, cross_site_dedicated, cross_site_internet; found "wan"',
    ],
    [{ linkSpeedGbps: 0 }, 'linkSpeedGbps: expected a number of at least 0.01, or null; found 0'],
    [{ workingHoursPerDay: 7.3 }, 'workingHoursPerDay: expected a number from 1 to 24 in steps of 0.5; found 7.3'],
    [{ workingDaysPerWeek: 4 }, 'workingDaysPerWeek: expected one of 5, 6, 7; found 4'],
    [{ redForcesCold: 'yes' }, 'redForcesCold: expected true or false; found "yes"'],
    [{ startDate: 'soon' }, 'startDate: expected a date as YYYY-MM-DD; found "soon"'],
    [{ startDate: '2026-02-30' }, 'startDate: no such day: "2026-02-30"'],
    [{ dayStart: '9' }, 'dayStart: expected a time as HH:MM; found "9"'],
    [{ holidays: ['2026-12-25', 1] }, 'holidays[1]: expected a text; found 1'],
    [{ workdays: [] }, 'workdays: expected a list that is not empty, each one of'],
    [{ workdays: ['mon'] }, 'workdays[0]: expected one of monday, tuesday'],
    [{ timeZone: 'Europe/Berln' }, 'timeZone: there is no time zone "Europe/Berln"; did you mean Europe/Berlin?'],
    [{ timeZone: 'CEST-2' }, 'timeZone: there is no time zone "CEST-2" (a name such as Europe/Berlin or UTC)'],
    [{ working_hours_per_day: 8 }, 'working_hours_per_day: there is no such setting; did you mean workingHoursPerDay?'],
    [{ colour: 'red' }, 'colour: there is no such setting'],
    [
      { fixTime: { windowMinutes: 1 } },
      'fixTime.windowMinutes: there is no such setting; did you mean windowsMinutes?',
    ],
    [{ risk: { rules: { x: { weight: -1 } } } }, 'risk.rules.x.weight: expected a number from 0 to 100; found -1'],
    [{ risk: { greenMax: 60 } }, 'risk.greenMax: must not be above yellowMax: 60'],
    [{ fixTime: 3 }, 'fixTime: expected a group with windowsMinutes'],
    [
      { tenantDetection: { methods: [{ method: 'folder' }] } },
      'tenantDetection.methods[0].method: expected one of vcd_folder',
    ],
    [
      { tenantDetection: { methods: [{ method: 'folder_path', depth: 0 }] } },
      'methods[0].depth: expected a whole number from 1 to 20; found 0',
    ],
    [[1], 'the file: expected a group with topologyType'],
  ])('%j is refused with its key, what is allowed and what was found', (value, sentence) =>
    expect(refusal(value)).toContain(sentence),
  )

  it('lists everything that is wrong at once', () =>
    expect(refusal({ agentCount: 0, dayStrat: '09:00', efficiency: 2 })).toBe(
      [
        'plan.yaml has 3 mistakes:',
        '  agentCount: expected a whole number from 1 to 50; found 0',
        '  efficiency: expected a number from 0.05 to 1; found 2',
        '  dayStrat: there is no such setting; did you mean dayStart?',
      ].join('\n'),
    ))
})
