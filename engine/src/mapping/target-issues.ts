import type { TenantKey } from '../tenancy/tenant-key.ts'
import { type Confirmation, confirmRows } from './confirm.ts'
import { characterCount } from './sanitise.ts'
import { MAX_KEYSTONE_NAME, type TargetField, type TenantTargetRow } from './tenant-targets.ts'

interface IssueKind {
  readonly field: TargetField
  /** An error cannot be confirmed: Keystone would refuse it, or two tenants would get into each other's project. */
  readonly severity: 'error' | 'warning'
  readonly title: string
}

/** Everything that can be wrong with a target; where a tenant has several issues they come in this order. */
export const TARGET_ISSUES = {
  domain_missing: { field: 'domain', severity: 'error', title: 'The domain has no name' },
  domain_too_long: { field: 'domain', severity: 'error', title: 'The name of the domain is too long' },
  domain_shortened: { field: 'domain', severity: 'warning', title: 'The name of the domain was cut' },
  domain_spelled_twice: { field: 'domain', severity: 'error', title: 'One domain is spelled in two ways' },
  domain_described_twice: {
    field: 'domainDescription',
    severity: 'warning',
    title: 'One domain is described in two ways',
  },
  project_missing: { field: 'project', severity: 'error', title: 'The project has no name' },
  project_too_long: { field: 'project', severity: 'error', title: 'The name of the project is too long' },
  project_shortened: { field: 'project', severity: 'warning', title: 'The name of the project was cut' },
  project_duplicate: { field: 'project', severity: 'error', title: 'Two tenants claim one project' },
} as const satisfies Record<string, IssueKind>
export type TargetIssueCode = keyof typeof TARGET_ISSUES

export interface TargetIssue extends Omit<IssueKind, 'title'> {
  /** Index into the rows that were checked. */
  readonly row: number
  readonly code: TargetIssueCode
  readonly expected: string
  readonly found: string
  /** The other tenants it is about; [] where the row is wrong by itself. */
  readonly tenants: readonly TenantKey[]
}

/** Examples of others that an issue names: with a thousand tenants in one project nobody reads all of them. */
const OTHERS = 5

/**
 * Everything that is wrong with targets, by row and then in the order of `TARGET_ISSUES`. Names are compared as Keystone
 * compares them where it is strictest, on a database that does not tell case: `Acme` and `ACME` are one domain that cannot
 * be made twice. Rows that are not live stand in nobody's way.
 */
export function checkTenantTargets(rows: readonly TenantTargetRow[]): TargetIssue[] {
  const issues: TargetIssue[] = []
  const add = (row: number, code: TargetIssueCode, expected: string, found: string, tenants: TenantKey[] = []) => {
    const { field, severity } = TARGET_ISSUES[code]
    issues.push({ row, field, code, severity, expected, found, tenants })
  }
  for (const [row, it] of rows.entries()) {
    for (const field of ['domain', 'project'] as const) {
      const length = characterCount(it[field])
      if (length === 0) add(row, `${field}_missing`, 'a name', 'none')
      if (length > MAX_KEYSTONE_NAME) {
        add(row, `${field}_too_long`, `at most ${MAX_KEYSTONE_NAME} characters`, `${length}`)
      }
      if (it.shortened.includes(field)) {
        const whole = field === 'domain' ? it.name : it.orgVdc || it.name
        add(row, `${field}_shortened`, `"${whole}"`, `"${it[field]}"`)
      }
    }
  }
  for (const members of groups(rows, (it) => it.domain.toLowerCase())) {
    const spellings = new Set(members.map((row) => rows[row].domain))
    const descriptions = new Set(members.map((row) => rows[row].domainDescription))
    for (const row of members) {
      const { domain, domainDescription } = rows[row]
      if (spellings.size > 1) {
        const others = members.filter((it) => rows[it].domain !== domain)
        add(
          row,
          'domain_spelled_twice',
          'one spelling',
          `"${domain}" and ${quoted(rows, others, 'domain')}`,
          keys(rows, others),
        )
      } else if (descriptions.size > 1) {
        const others = members.filter((it) => rows[it].domainDescription !== domainDescription)
        const found = `"${domainDescription}" and ${quoted(rows, others, 'domainDescription')}`
        add(row, 'domain_described_twice', 'one description', found, keys(rows, others))
      }
    }
  }
  const projectKey = (it: TenantTargetRow) => JSON.stringify([it.domain.toLowerCase(), it.project.toLowerCase()])
  for (const members of groups(rows, (it) => (it.project === '' ? '' : projectKey(it)))) {
    for (const row of members) {
      const others = members.slice(0, OTHERS + 1).filter((it) => it !== row)
      const found = `"${rows[row].project}" in domain "${rows[row].domain}" for ${keys(rows, others).join(', ')} too`
      add(row, 'project_duplicate', 'a project of its own in its domain', found, keys(rows, others))
    }
  }
  return issues.sort((a, b) => a.row - b.row || ORDER.get(a.code)! - ORDER.get(b.code)!)
}

const ORDER = new Map(Object.keys(TARGET_ISSUES).map((code, index) => [code, index]))

export function targetIssueText({ code, expected, found }: Pick<TargetIssue, 'code' | 'expected' | 'found'>): string {
  return `${TARGET_ISSUES[code].title}: expected ${expected}, found ${found}.`
}

/** Live rows of one key, where there are at least two; '' is no key. */
function groups(rows: readonly TenantTargetRow[], keyOf: (row: TenantTargetRow) => string): number[][] {
  const byKey = new Map<string, number[]>()
  for (const [row, it] of rows.entries()) {
    const key = it.isLive ? keyOf(it) : ''
    if (key === '') continue
    const members = byKey.get(key)
    if (members) members.push(row)
    else byKey.set(key, [row])
  }
  return [...byKey.values()].filter((members) => members.length > 1)
}

function keys(rows: readonly TenantTargetRow[], members: readonly number[]): TenantKey[] {
  return members.slice(0, OTHERS).map((row) => rows[row].tenant)
}

function quoted(rows: readonly TenantTargetRow[], members: readonly number[], field: TargetField): string {
  return [...new Set(members.slice(0, OTHERS).map((row) => `"${rows[row][field]}"`))].join(', ')
}

/** Refused is exactly what the checks call an error. */
export function confirmTargets(
  rows: readonly TenantTargetRow[],
  issues: readonly TargetIssue[],
  selected: readonly number[] | null = null,
): Confirmation<TargetIssue> {
  return confirmRows(rows, issues, { isConfirmed: (row) => row.confirmed, selected })
}
