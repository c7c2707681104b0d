import { describe, expect, it } from 'vitest'
import { CHANGE_FORMS, filledIn, whyIncomplete } from './change-forms.ts'
import { isUndoable, refusedGroups } from './decide.ts'
import { changeBetween, type Decision } from './drawer/decision.ts'

const form = (id: string) => CHANGE_FORMS.find((row) => row.id === id)!

describe('changes of many VMs', () => {
  it.each([
    ['status-migrated', ' by hand ', null, { status: 'migrated', statusNote: 'by hand' }],
    ['status-assigned', '', null, { status: 'assigned' }],
    ['exclude', 'retired', null, { excluded: true, excludeReason: 'retired' }],
    ['include', '', null, { excluded: false }],
    ['computed', '', null, { modeOverride: null }],
    ['priority', '', 7, { priority: 7 }],
  ] as const)('%s with %j and %j asks for %j', (id, text, priority, change) => {
    expect(filledIn(form(id), text, priority)).toEqual(change)
  })

  it('waits for a reason and a number, and for nothing else', () => {
    expect(whyIncomplete(form('exclude'), ' x ', null)).toMatch(/why/)
    expect(whyIncomplete(form('priority'), '', null)).toMatch(/number/)
    expect(whyIncomplete(form('status-assigned'), '', null)).toBeNull()
  })

  it('gathers refusals by reason, the most frequent first', () => {
    const refused = ['a', 'b', 'c'].map((name, i) => ({ id: name, name, reason: i === 0 ? 'rare' : 'often' }))
    expect(refusedGroups(refused)).toEqual([
      { reason: 'often', names: ['b', 'c'] },
      { reason: 'rare', names: ['a'] },
    ])
  })
})

describe('Undo', () => {
  it.each<[string, Parameters<typeof isUndoable>[0], Parameters<typeof isUndoable>[1], boolean]>([
    ['a status that goes back', { status: 'assigned' }, [{ ids: [], change: { status: 'not_started' } }], true],
    ['a status whose note alone goes back', { status: 'migrated' }, [{ ids: [], change: { statusNote: null } }], false],
    ['a mode', { modeOverride: 'warm' }, [{ ids: [], change: { modeOverride: null } }], true],
    ['what has no way back', { status: 'migrated' }, [], false],
  ])('of %s', (_, change, undo, isOffered) => {
    expect(isUndoable(change, undo)).toBe(isOffered)
  })
})

describe('the decision about one VM', () => {
  const before: Decision = {
    ...{ status: 'not_started', statusNote: '', modeOverride: null, excluded: false, excludeReason: '' },
    ...{ priority: 50, fixMinutes: null },
  }

  it.each<[string, Partial<Decision>, object | null]>([
    ['nothing', {}, null],
    ['a status', { status: 'assigned' }, { status: 'assigned' }],
    ['spaces in a note', { statusNote: '  ' }, null],
    ['a mode', { modeOverride: 'cold' }, { modeOverride: 'cold' }],
    ['an exclusion', { excluded: true, excludeReason: 'retired ' }, { excluded: true, excludeReason: 'retired' }],
    ['a reason of a VM that is in the plan', { excludeReason: 'retired' }, null],
    ['a fix time', { fixMinutes: 0 }, { fixMinutes: 0 }],
  ])('sends of %s only what differs', (_, part, change) => {
    expect(changeBetween(before, { ...before, ...part })).toEqual(change)
  })

  it('clears with null', () => {
    const decided = { ...before, statusNote: 'seen', modeOverride: 'warm' as const, fixMinutes: 5 }
    expect(changeBetween(decided, before)).toEqual({ statusNote: null, modeOverride: null, fixMinutes: null })
  })
})
