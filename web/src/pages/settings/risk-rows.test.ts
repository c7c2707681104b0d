import { RISK_RULES } from '@portolan/engine/assessment/rules'
import { describe, expect, it } from 'vitest'
import { withRuleChange } from './rule-changes.ts'
import { weekdaySettings, workingWeekdays } from './weekdays.ts'

const critical = RISK_RULES.find((rule) => rule.severity === 'critical' && !rule.floor && !rule.enabledByDefault)!

describe('changes of a rule', () => {
  it('keeps what differs from the rule table, and forgets it when it is the same again', () => {
    const off = withRuleChange({}, critical, { enabled: false })
    expect(off).toEqual({ [critical.id]: { enabled: false } })
    expect(withRuleChange(off, critical, { enabled: true })).toEqual({})
  })

  it('knows that a critical rule makes a VM RED unless someone says otherwise', () => {
    expect(withRuleChange({}, critical, { floor: 'RED' })).toEqual({})
    const none = withRuleChange({}, critical, { floor: null })
    expect(none).toEqual({ [critical.id]: { floor: null } })
    expect(withRuleChange(none, critical, { severity: 'info' })).toEqual({ [critical.id]: { severity: 'info' } })
  })

  it('leaves other rules alone', () => {
    expect(withRuleChange({ other: { weight: 9 } }, critical, { weight: 40 })).toEqual({
      other: { weight: 9 },
      [critical.id]: { weight: 40 },
    })
  })
})

describe('weekdays', () => {
  it.each([
    [null, 5, ['monday', 'tuesday', 'wednesday', 'thursday', 'friday']],
    [['sunday', 'saturday'] as const, 5, ['saturday', 'sunday']],
  ])('of %j and %d a week', (workdays, workingDaysPerWeek, expected) => {
    const settings = { workdays: workdays && [...workdays], workingDaysPerWeek: workingDaysPerWeek as 5 }
    expect(workingWeekdays(settings)).toEqual(expected)
  })

  it('names no days where the week begins on Monday', () => {
    const six = workingWeekdays({ workdays: null, workingDaysPerWeek: 6 })
    const before = { workdays: null, workingDaysPerWeek: 5 } as const
    expect(weekdaySettings(six, before)).toEqual({ workdays: null, workingDaysPerWeek: 6 })
    expect(weekdaySettings(['friday', 'monday'], before)).toEqual({
      workdays: ['monday', 'friday'],
      workingDaysPerWeek: 5,
    })
  })
})
