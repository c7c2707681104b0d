/** What an actor may do, and what each is good for; every route names the one it needs, and every verb checks it again. */
export const PERMISSION_MEANINGS = {
  'project:read': 'see projects with their inventory, findings and plans',
  'project:write': 'create, rename, start and hold projects',
  'project:approve': 'approve plans',
  'project:delete': 'archive and delete projects',
  'project:share': 'give people another role in one project',
  'inventory:import': 'import exports',
  'inventory:clear': 'clear inventories and reset assessments and plans',
  'plan:write': 'change settings, decide about VMs and accept findings',
  'export:create': 'write and download reports',
  'job:read': 'see jobs',
  'job:cancel': 'stop jobs',
  'audit:read': 'read the audit',
  'token:write': 'make API tokens for oneself and withdraw them',
  'people:read': 'see who is in the organisation, and who was invited',
  'people:write': 'invite, change, disable and remove people and service accounts',
  'organisation:write': 'create and rename organisations',
} as const satisfies Record<string, string>

export type Permission = keyof typeof PERMISSION_MEANINGS
export const PERMISSIONS = Object.keys(PERMISSION_MEANINGS) as [Permission, ...Permission[]]

export const ROLES = ['viewer', 'operator', 'engineer', 'admin', 'owner'] as const
export type Role = (typeof ROLES)[number]

const VIEWER: readonly Permission[] = ['project:read', 'job:read', 'export:create', 'token:write']
const OPERATOR: readonly Permission[] = [...VIEWER, 'job:cancel']
const ENGINEER: readonly Permission[] = [...OPERATOR, 'project:write', 'plan:write', 'inventory:import']
const ADMIN: readonly Permission[] = [
  ...ENGINEER,
  'project:approve',
  'project:delete',
  'project:share',
  'inventory:clear',
  'audit:read',
  'people:read',
]

/** Each role holds what the one before it holds. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  viewer: VIEWER,
  operator: OPERATOR,
  engineer: ENGINEER,
  admin: ADMIN,
  owner: PERMISSIONS,
}

/** Roles that can be given in one project, and to service accounts: an owner is one of the organisation, and a person. */
export const LENT_ROLES = ['viewer', 'operator', 'engineer', 'admin'] as const satisfies readonly Role[]

export function isAllowed(role: Role, permission: Permission): boolean {
  return ROLE_PERMISSIONS[role].includes(permission)
}

/** Which roles hold a permission, weakest first. */
export function rolesWith(permission: Permission): Role[] {
  return ROLES.filter((role) => isAllowed(role, permission))
}

/** Why a role may not do what needs a permission, as refusals and disabled buttons say it; null when it may. */
export function whyNot(role: Role, permission: Permission): string | null {
  if (isAllowed(role, permission)) return null
  const roles = rolesWith(permission)
  const who = roles.length > 1 ? `${roles.slice(0, -1).join(', ')} and ${roles.at(-1)}` : roles[0]
  return `it needs ${permission}, which ${who} ${roles.length > 1 ? 'have' : 'has'}; the role here is ${role}`
}
