import { TARGET_FIELDS, type TargetField } from '../../mapping/tenant-targets.ts'
import type { Column } from './table-definition.ts'
import { NOT_YET } from './target-cells.ts'

/** A row that is about a tenant: its index. */
interface OfTenant {
  readonly tenant: number
}

const FIELD_TITLES: Readonly<Record<TargetField, string>> = {
  domain: 'Target domain',
  domainDescription: 'Description of domain',
  project: 'Target project',
  projectDescription: 'Description of project',
}

const KEYS: Readonly<Record<TargetField, string>> = {
  domain: 'targetDomain',
  domainDescription: 'targetDomainDescription',
  project: 'targetProject',
  projectDescription: 'targetProjectDescription',
}

/** How much of a tenant stays, and where the rest goes. */
export const tenantTargetColumns: readonly Column<OfTenant>[] = [
  {
    ...{ key: 'vmsOutOfScope', header: 'VMs out of scope', kind: 'integer', width: 10, total: 'sum' },
    value: ({ tenant }, { whole }) => whole.scope.tenants[tenant].vms - whole.scope.tenants[tenant].vmsInScope,
    meaning: 'All other figures of the row leave them out.',
  },
  {
    ...{ key: 'outOfScopeBecause', header: 'Out of scope because', kind: 'text', width: 40 },
    value: ({ tenant }, { whole }) => whole.scope.tenants[tenant].reason,
    meaning: 'Of a tenant of which nothing migrates.',
  },
  ...TARGET_FIELDS.map(
    (field): Column<OfTenant> => ({
      ...{ key: KEYS[field], header: FIELD_TITLES[field], kind: 'text', width: 26 },
      value: ({ tenant }, { target }) => target.targets.rows[tenant][field],
    }),
  ),
  {
    ...{ key: 'targetConfirmed', header: 'Target confirmed', kind: 'flag', width: 11, tones: NOT_YET },
    value: ({ tenant }, { target }) => target.targets.rows[tenant].confirmed,
    meaning: 'No: as seeded from the names of the source; nobody agreed yet.',
  },
  {
    ...{ key: 'targetIssues', header: 'Issues of target', kind: 'text', width: 60, wraps: true },
    value: ({ tenant }, { targetIssues }) => targetIssues.get(tenant) ?? '',
  },
]
