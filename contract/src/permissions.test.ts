import { describe, expect, it } from 'vitest'
import { PERMISSIONS, ROLE_PERMISSIONS, ROLES, rolesWith, whyNot } from './permissions.ts'

describe('roles', () => {
  it('hold what the weaker ones hold', () => {
    for (const [index, role] of ROLES.entries()) {
      for (const weaker of ROLES.slice(0, index)) {
        expect(ROLE_PERMISSIONS[role]).toEqual(expect.arrayContaining([...ROLE_PERMISSIONS[weaker]]))
      }
    }
  })

  it('leave no permission that nobody holds', () => {
    for (const permission of PERMISSIONS) expect(rolesWith(permission)).toContain('owner')
  })

  it('leave organisations and users to the owner alone', () => {
    expect(rolesWith('people:write')).toEqual(['owner'])
    expect(rolesWith('organisation:write')).toEqual(['owner'])
  })
})

describe('a refusal', () => {
  it('names the permission, and the roles that have it', () => {
    expect(whyNot('viewer', 'plan:write')).toBe(
      'it needs plan:write, which engineer, admin and owner have; the role here is viewer',
    )
    expect(whyNot('admin', 'people:write')).toBe('it needs people:write, which owner has; the role here is admin')
    expect(whyNot('engineer', 'plan:write')).toBeNull()
  })
})
