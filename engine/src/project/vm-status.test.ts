import { describe, expect, it } from 'vitest'
import { VM_STATUSES, whyStatusRefused } from './vm-status.ts'

/** From each status where it can go (planner §2 REC); `!` needs a reason, `!!` an admin with a reason. */
const TABLE = {
  not_started: ['assigned', 'skipped', 'migrated!'],
  assigned: ['in_progress', 'not_started', 'skipped'],
  in_progress: ['migrated', 'failed'],
  migrated: ['not_started!!'],
  failed: ['assigned', 'not_started', 'skipped'],
  skipped: ['not_started'],
} as const

const CASES = VM_STATUSES.flatMap((from) => VM_STATUSES.map((to) => ({ from, to })))

describe('the status of a VM', () => {
  it.each(CASES)('from $from to $to is allowed exactly where the table says so', ({ from, to }) => {
    const entry = TABLE[from].find((it) => it.replace(/!/g, '') === to)
    const refused = (hasReason: boolean, isAdmin: boolean) =>
      whyStatusRefused({ from, to, hasReason, isAdmin }) !== null
    const allowed = from === to || entry !== undefined
    expect(refused(true, true)).toBe(!allowed)
    if (!allowed || from === to) return
    expect(refused(false, true)).toBe(entry!.endsWith('!'))
    expect(refused(true, false)).toBe(entry!.endsWith('!!'))
  })

  it('is refused with what would be possible', () => {
    expect(whyStatusRefused({ from: 'skipped', to: 'migrated', hasReason: true, isAdmin: true })).toBe(
      'A VM that is skipped can become not started, not migrated',
    )
  })
})
