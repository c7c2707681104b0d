import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DecisionChange, decide, UNDECIDED, undoOf } from './vm-decision.ts'

const ADMIN = { isAdmin: true }
const ENGINEER = { isAdmin: false }

const change: fc.Arbitrary<DecisionChange> = fc.record(
  {
    modeOverride: fc.constantFrom('warm' as const, 'cold' as const, null),
    excluded: fc.boolean(),
    excludeReason: fc.option(fc.string({ minLength: 1 })),
    priority: fc.option(fc.integer({ min: 1, max: 999 })),
    fixMinutes: fc.option(fc.integer({ min: 0, max: 600 })),
    statusNote: fc.option(fc.string({ minLength: 1 })),
  },
  { requiredKeys: [] },
)

describe('a decision about a VM', () => {
  it('leaves what is absent, and clears what is null', () => {
    const decided = { ...UNDECIDED, priority: 10, modeOverride: 'cold' as const, fixMinutes: 5 }
    expect(decide(decided, { priority: null }, ENGINEER)).toEqual({
      kind: 'changed',
      after: { ...decided, priority: 50 },
    })
    expect(decide(decided, { modeOverride: null, fixMinutes: null }, ENGINEER)).toEqual({
      kind: 'changed',
      after: { ...UNDECIDED, priority: 10 },
    })
  })

  it('changes nothing where it says what is so already', () => {
    expect(decide(UNDECIDED, { excluded: false, priority: 50 }, ENGINEER)).toEqual({ kind: 'unchanged' })
    expect(decide(UNDECIDED, {}, ENGINEER)).toEqual({ kind: 'unchanged' })
  })

  it('refuses a status that the table does not allow', () => {
    expect(decide(UNDECIDED, { status: 'in_progress' }, ADMIN)).toMatchObject({ kind: 'refused' })
    expect(decide(UNDECIDED, { status: 'migrated' }, ADMIN)).toMatchObject({ kind: 'refused' })
    expect(decide(UNDECIDED, { status: 'migrated', statusNote: 'moved by hand' }, ENGINEER)).toMatchObject({
      after: { status: 'migrated', statusNote: 'moved by hand' },
    })
  })

  it('forgets why a VM was left out when it is taken back in', () => {
    const out = { ...UNDECIDED, excluded: true, excludeReason: 'to be retired' }
    expect(decide(out, { excluded: false }, ENGINEER)).toEqual({ kind: 'changed', after: UNDECIDED })
  })

  it('is taken back by its undo, whatever it was', () => {
    fc.assert(
      fc.property(change, change, (first, second) => {
        const made = decide(UNDECIDED, first, ENGINEER)
        const before = made.kind === 'changed' ? made.after : UNDECIDED
        const changed = decide(before, second, ENGINEER)
        if (changed.kind !== 'changed') return
        expect(decide(changed.after, undoOf(before, changed.after)!, ENGINEER)).toEqual({
          kind: 'changed',
          after: before,
        })
      }),
    )
  })

  it('offers no undo of a status that cannot go back', () => {
    const going = { ...UNDECIDED, status: 'in_progress' as const }
    expect(undoOf({ ...UNDECIDED, status: 'assigned' }, going)).toBeNull()
    expect(undoOf(UNDECIDED, { ...UNDECIDED, status: 'assigned' })).toEqual({ status: 'not_started' })
  })
})
