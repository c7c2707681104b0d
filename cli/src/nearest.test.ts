import { describe, expect, it } from 'vitest'
import { nearest } from './nearest.ts'

const KEYS = ['workingHoursPerDay', 'workingDaysPerWeek', 'dayStart', 'agentCount', 'timeZone']

describe('what somebody may have meant', () => {
  it.each([
    ['working_hours_per_day', 'workingHoursPerDay'],
    ['dayStrat', 'dayStart'],
    ['agentcount', 'agentCount'],
    ['agents', undefined],
    ['timezne', 'timeZone'],
    ['colour', undefined],
    ['', undefined],
  ])('takes "%s" for %s', (typed, meant) => expect(nearest(typed, KEYS, 1)[0]).toBe(meant))

  it('prefers what contains the text, the tightest first', () =>
    expect(nearest('web01', ['web01-old', 'web10', 'web01-older', 'db01'], 3)).toEqual([
      'web01-old',
      'web01-older',
      'web10',
    ]))

  it('names each candidate once', () => expect(nearest('web1', ['web01', 'web01'], 5)).toEqual(['web01']))
})
