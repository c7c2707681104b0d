import { describe, expect, it } from 'vitest'
import { ApiProblem } from '../../api/problem.ts'
import { draftOf, NO_CHANGES, problemsOf, requestOf, resetTo, undoOf, withChange } from './draft.ts'
import { boundsAt, DEFAULTS, mayBeEmpty } from './setting-paths.ts'

const saved = { ...DEFAULTS, linkSpeedGbps: 2, agentCount: 4 }

describe('what the schema says of a setting', () => {
  it.each([
    ['agentCount', 1, 50, null, true],
    ['workingHoursPerDay', 1, 24, 0.5, false],
    ['efficiency', 0.05, 1, null, false],
    ['linkSpeedGbps', 0.01, null, null, false],
    ['fixTime.windowsRate', 0, 1, null, false],
    ['risk.thresholds.diskCountHigh', 0, null, null, true],
  ])('%s lies between %s and %s', (path, min, max, step, isWhole) => {
    expect(boundsAt(path)).toEqual({ min, max, step, isWhole })
  })

  it('knows which settings may be empty', () => {
    expect(['linkSpeedGbps', 'fixTime.globalRate', 'efficiency'].map(mayBeEmpty)).toEqual([true, true, false])
  })

  it('refuses a path that is no setting', () => {
    expect(() => boundsAt('fixTime.nothing')).toThrow('There is no setting fixTime.nothing')
  })
})

describe('a draft', () => {
  it('is the saved settings themselves while nothing is changed', () => {
    expect(draftOf(saved, NO_CHANGES).settings).toBe(saved)
  })

  it('forgets a change that leads back to what is saved', () => {
    const changes = withChange(saved, withChange(saved, NO_CHANGES, 'agentCount', 8), 'agentCount', 4)
    expect(changes).toEqual(NO_CHANGES)
  })

  it('clears what may be empty, and falls back to the default elsewhere', () => {
    const changes = { linkSpeedGbps: null, agentCount: null }
    const { settings, shown } = draftOf(saved, changes)
    expect(settings).toMatchObject({ linkSpeedGbps: null, agentCount: DEFAULTS.agentCount })
    expect(shown).toMatchObject({ agentCount: null })
    expect(requestOf(saved, changes, settings!)).toEqual({ linkSpeedGbps: null, agentCount: null })
  })

  it('says what is wrong at the field, and plans nothing meanwhile', () => {
    const { settings, problems } = draftOf(saved, { agentCount: 0, 'risk.greenMax': 80, 'fixTime.redMinutes': -1 })
    expect(settings).toBeNull()
    expect(Object.fromEntries(problems)).toEqual({
      agentCount: 'Between 1 and 50',
      'fixTime.redMinutes': 'Between 0 and 10000',
      'risk.greenMax': 'Must not be above the limit of YELLOW',
    })
  })

  it('sends parts whole and can take the change back', () => {
    const changes = { 'fixTime.redMinutes': 40, efficiency: 0.6 }
    const settings = draftOf(saved, changes).settings!
    expect(requestOf(saved, changes, settings)).toEqual({
      efficiency: 0.6,
      fixTime: { ...DEFAULTS.fixTime, redMinutes: 40 },
    })
    expect(undoOf(saved, settings)).toEqual({ efficiency: 0.55, fixTime: DEFAULTS.fixTime })
  })

  it('resets some settings and leaves the others', () => {
    expect(resetTo(saved, { efficiency: 0.9 }, DEFAULTS, ['agentCount', 'linkSpeedGbps'])).toEqual({
      efficiency: 0.9,
      agentCount: 2,
      linkSpeedGbps: null,
    })
  })

  it('puts what the server refused at its field', () => {
    const fields = [{ path: 'settings.timeZone', expected: 'a time zone', found: '"Mars"' }]
    const problem = new ApiProblem({ code: 'invalid', status: 422, title: '', detail: '', fields })
    expect(problemsOf(problem).get('timeZone')).toBe('Expected a time zone; found "Mars"')
  })
})
