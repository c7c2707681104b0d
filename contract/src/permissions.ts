/** What an actor may do; every route names the one it needs, and every verb checks it again. */
export const PERMISSIONS = [
  'project:read',
  'project:write',
  'project:approve',
  'project:delete',
  'inventory:import',
  'inventory:clear',
  'plan:write',
  'export:create',
  'job:read',
  'job:cancel',
  'audit:read',
] as const
export type Permission = (typeof PERMISSIONS)[number]

export const ROLES = ['viewer', 'operator', 'engineer', 'admin', 'owner'] as const
export type Role = (typeof ROLES)[number]

const VIEWER: readonly Permission[] = ['project:read', 'job:read', 'export:create']
const OPERATOR: readonly Permission[] = [...VIEWER, 'job:cancel']
const ENGINEER: readonly Permission[] = [...OPERATOR, 'project:write', 'plan:write', 'inventory:import']
const ADMIN: readonly Permission[] = [...ENGINEER, 'project:approve', 'project:delete', 'inventory:clear', 'audit:read']

/** Each role holds what the one before it holds. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  viewer: VIEWER,
  operator: OPERATOR,
  engineer: ENGINEER,
  admin: ADMIN,
  owner: PERMISSIONS,
}

export function isAllowed(role: Role, permission: Permission): boolean {
  return ROLE_PERMISSIONS[role].includes(permission)
}
