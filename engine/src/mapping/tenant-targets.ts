import type { Scope } from '../scope/scope.ts'
import type { ResolvedTenancy, ResolvedTenant } from '../tenancy/resolved-tenancy.ts'
import type { TenantDecision, TenantTarget } from '../tenancy/tenant-decision.ts'
import type { TenantKey } from '../tenancy/tenant-key.ts'
import type { Replaceable, Replacement } from './find-replace.ts'
import { characterCount, sanitisedName } from './sanitise.ts'

/** In the order in which people read them (planner §13.2). */
export const TARGET_FIELDS = ['domain', 'domainDescription', 'project', 'projectDescription'] as const
export type TargetField = (typeof TARGET_FIELDS)[number]
export type TargetTexts = Readonly<Record<TargetField, string>>

/** Longest name of a domain or a project that Keystone takes, in characters. */
export const MAX_KEYSTONE_NAME = 64
/** Longest text that a decision holds. */
const MAX_DESCRIPTION = 1000

/** Where a tenant goes: an organisation becomes a domain, its org VDC a project in it (planner §4.5). */
export interface TenantTargetRow extends TargetTexts {
  readonly tenant: TenantKey
  readonly name: string
  readonly orgVdc: string
  readonly vmsInScope: number
  /** Something of it migrates, or somebody added it: it will be made in the target. */
  readonly isLive: boolean
  /** What it would be without decisions. */
  readonly seed: TargetTexts
  /** Names of the source that Keystone would not take whole: the seed is their beginning. */
  readonly shortened: readonly ('domain' | 'project')[]
  readonly confirmed: boolean
}

/**
 * The targets of all tenants, in their order: seeded from what holds of the tenant, with decisions laid over. Texts are
 * what Keystone takes: without invisible characters and spaces at the ends. A name that somebody wrote too long stays, and
 * is an error of the checks. `scope` is aligned with the tenants.
 */
export function tenantTargets(
  { tenants }: Pick<ResolvedTenancy, 'tenants'>,
  scope: Pick<Scope, 'tenants'>,
): TenantTargetRow[] {
  return tenants.map((tenant, index) => {
    const { vmsInScope, excludedBy } = scope.tenants[index]
    const seed = seedOf(tenant)
    const { target = {}, confirmed = false } = tenant.decision
    return {
      ...laidOver(seed, target),
      ...{ tenant: tenant.key, name: tenant.name, orgVdc: tenant.orgVdc, vmsInScope, seed, confirmed },
      isLive: vmsInScope > 0 || (tenant.origin === 'made' && excludedBy === null),
      shortened: [
        ...(target.domain == null && isTooLong(tenant.name) ? (['domain'] as const) : []),
        ...(target.project == null && isTooLong(tenant.orgVdc || tenant.name) ? (['project'] as const) : []),
      ],
    }
  })
}

function seedOf({ name, orgVdc }: ResolvedTenant): TargetTexts {
  const project = orgVdc || name
  return {
    domain: sanitisedName(name, MAX_KEYSTONE_NAME),
    domainDescription: sanitisedName(name, MAX_DESCRIPTION),
    project: sanitisedName(project, MAX_KEYSTONE_NAME),
    projectDescription: sanitisedName(project, MAX_DESCRIPTION),
  }
}

function laidOver(seed: TargetTexts, target: TenantTarget): TargetTexts {
  const textOf = (field: TargetField) => {
    const decided = target[field]
    return decided == null ? seed[field] : sanitisedName(decided, MAX_DESCRIPTION)
  }
  return {
    domain: textOf('domain'),
    domainDescription: textOf('domainDescription'),
    project: textOf('project'),
    projectDescription: textOf('projectDescription'),
  }
}

function isTooLong(name: string): boolean {
  return characterCount(sanitisedName(name, Number.POSITIVE_INFINITY)) > MAX_KEYSTONE_NAME
}

/** For find & replace. */
export const REPLACEABLE_TARGETS: Replaceable<TenantTargetRow, TargetField> = {
  fields: TARGET_FIELDS,
  textOf: (row, field) => row[field],
  isConfirmed: (row) => row.confirmed,
}

/** What a decision about a tenant becomes by replacements in its row. */
export function withReplacedTarget(
  before: TenantDecision,
  replacements: readonly Pick<Replacement<TargetField>, 'field' | 'after'>[],
): TenantDecision {
  const texts = Object.fromEntries(replacements.map(({ field, after }) => [field, after]))
  return { ...before, target: { ...before.target, ...texts }, confirmed: false }
}
