import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyPlanning } from '../../test/support/random-planning.ts'
import { checkSchedule } from './check-schedule.ts'
import { planMigration } from './plan-migration.ts'

describe('the checker', () => {
  it('finds nothing wrong with the plan of any estate under any settings', () => {
    fc.assert(
      fc.property(anyPlanning(40), (request) => {
        expect(checkSchedule(request, planMigration(request))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})
