import { type Assessment, MIGRATION_MODES } from '../assessment/assessment.ts'
import type { VmFacts } from '../inventory/facts.ts'
import { type TargetIssue, targetIssueText } from '../mapping/target-issues.ts'
import type { TenantTargetRow } from '../mapping/tenant-targets.ts'
import { issueText, type MappingIssue } from '../networks/mapping-issues.ts'
import { type NetworkMapping, needsSubnet } from '../networks/network-mapping.ts'
import type { Decisions } from '../schedule/decisions.ts'
import type { Scope } from '../scope/scope.ts'
import type { DatastoreUses } from '../storage/datastore-uses.ts'
import { type StorageIssue, storageIssueText } from '../storage/storage-issues.ts'
import { storageKeyOf } from '../storage/storage-key.ts'
import type { StorageMapping } from '../storage/storage-mappings.ts'
import type { ResolvedTenancy } from '../tenancy/resolved-tenancy.ts'
import type { TenantKey } from '../tenancy/tenant-key.ts'
import {
  type CheckedReadiness,
  type MissingForReadiness,
  READINESS_CHECKS,
  type ReadinessCheck,
  type TenantReadiness,
} from './readiness.ts'

/** Everything that readiness is computed from: maps and the issues of their own checks, aligned as those are. */
export interface ReadinessInput {
  readonly facts: VmFacts
  readonly assessment: Pick<Assessment, 'mode'>
  readonly decisions: Decisions
  readonly tenancy: Pick<ResolvedTenancy, 'tenantOf'>
  readonly scope: Pick<Scope, 'inScope'>
  readonly targets: { readonly rows: readonly TenantTargetRow[]; readonly issues: readonly TargetIssue[] }
  readonly networks: { readonly rows: readonly NetworkMapping[]; readonly issues: readonly MappingIssue[] }
  readonly storage: {
    readonly uses: DatastoreUses
    readonly rows: readonly StorageMapping[]
    readonly issues: readonly StorageIssue[]
  }
}

/** What is listed of everything that is missing: nobody mends more at once. */
const LISTED = 20

/**
 * How ready each tenant is, in the order of `targets.rows`, which is that of the tenants. Never stored: whatever somebody
 * confirms, or a re-import brings, shows at once.
 */
export function tenantReadiness(input: ReadinessInput): TenantReadiness[] {
  const missing = {
    target_mapped: missingTargets(input.targets),
    network_mapped: missingNetworks(input.networks),
    storage_mapped: missingStorage(input.storage),
    vms_classified: unclassifiedVms(input),
  }
  return input.targets.rows.map(({ tenant, vmsInScope }) => {
    const checks = (Object.keys(READINESS_CHECKS) as ReadinessCheck[]).map((check) =>
      vmsInScope > 0 && check in missing
        ? checked(check, missing[check as keyof typeof missing].get(tenant) ?? [])
        : { ...checked(check, []), status: 'not_yet' as const },
    )
    const told = checks.filter(({ status }) => status !== 'not_yet')
    const worst = (['fail', 'pending', 'pass'] as const).find((it) => told.some(({ status }) => status === it))
    const passed = told.filter(({ status }) => status === 'pass').length
    return { tenant, status: worst ?? 'not_yet', checks, passed, told: told.length }
  })
}

type MissingByTenant = ReadonlyMap<TenantKey, MissingForReadiness[]>

function checked(check: ReadinessCheck, missing: readonly MissingForReadiness[]): CheckedReadiness {
  const failing = missing.filter(({ status }) => status === 'fail')
  const status = failing.length > 0 ? 'fail' : missing.length > 0 ? 'pending' : 'pass'
  const worstFirst = [...failing, ...missing.filter((it) => it.status === 'pending')].slice(0, LISTED)
  return {
    check,
    status,
    missing: worstFirst,
    missingCount: missing.length,
    mendedAt: READINESS_CHECKS[check].mendedAt,
  }
}

function missingTargets({ rows, issues }: ReadinessInput['targets']): MissingByTenant {
  const missing = new Missing()
  for (const issue of issues) {
    if (issue.severity === 'error') missing.fail([rows[issue.row].tenant], issue.field, targetIssueText(issue))
  }
  for (const { tenant, confirmed, domain, project } of rows) {
    if (!confirmed) missing.wait([tenant], 'target', `Nobody confirmed project "${project}" in domain "${domain}".`)
  }
  return missing.byTenant
}

function missingNetworks({ rows, issues }: ReadinessInput['networks']): MissingByTenant {
  const missing = new Missing()
  for (const issue of issues) {
    const { tenants, source } = rows[issue.row]
    if (issue.severity === 'error') missing.fail(tenants, source.name, issueText(issue))
  }
  for (const row of rows) {
    const { tenants, source, confirmed, target, cidr, subnetConfirmed } = row
    if (!confirmed) missing.wait(tenants, source.name, `Nobody confirmed the network "${target}".`)
    if (!needsSubnet(row)) continue
    if (cidr === null) missing.wait(tenants, source.name, `The network "${target}" has no subnet yet.`)
    else if (!subnetConfirmed) missing.wait(tenants, source.name, `Nobody confirmed the subnet ${cidr} of "${target}".`)
  }
  return missing.byTenant
}

function missingStorage({ uses, rows, issues }: ReadinessInput['storage']): MissingByTenant {
  const missing = new Missing()
  const rowOf = new Map(rows.map(({ subject }, row) => [storageKeyOf(subject), row]))
  const errorsOf = new Map<number, StorageIssue[]>()
  for (const issue of issues) {
    if (issue.severity === 'error') errorsOf.set(issue.row, [...(errorsOf.get(issue.row) ?? []), issue])
  }
  for (const [tenant, datastores] of uses.byTenant) {
    for (const index of datastores) {
      const { vcenter, name } = uses.datastores[index]
      const row = rowOf.get(storageKeyOf({ kind: 'datastore', vcenter, name }))!
      for (const issue of errorsOf.get(row) ?? []) missing.fail([tenant], name, storageIssueText(issue))
      const { confirmed, volumeType } = rows[row]
      const what = volumeType === null ? 'that nothing on it becomes a volume' : `volume type "${volumeType}"`
      if (!confirmed) missing.wait([tenant], name, `Nobody confirmed ${what} for the datastore "${name}".`)
    }
  }
  return missing.byTenant
}

const UNKNOWN_MODE = MIGRATION_MODES.indexOf('unknown')

function unclassifiedVms({ facts, assessment, decisions, tenancy, scope, targets }: ReadinessInput): MissingByTenant {
  const missing = new Missing()
  for (let vm = 0; vm < facts.count; vm++) {
    if (scope.inScope[vm] === 0 || assessment.mode[vm] !== UNKNOWN_MODE || decisions.get(vm)?.mode) continue
    const name = facts.texts[facts.name[vm]]
    const text = `Nothing says whether "${name}" can move warm: set its migration mode.`
    missing.fail([targets.rows[tenancy.tenantOf[vm]].tenant], name, text)
  }
  return missing.byTenant
}

class Missing {
  readonly byTenant = new Map<TenantKey, MissingForReadiness[]>()

  fail(tenants: readonly TenantKey[], subject: string, text: string): void {
    this.add(tenants, { status: 'fail', subject, text })
  }

  wait(tenants: readonly TenantKey[], subject: string, text: string): void {
    this.add(tenants, { status: 'pending', subject, text })
  }

  private add(tenants: readonly TenantKey[], missing: MissingForReadiness): void {
    for (const tenant of tenants) {
      const before = this.byTenant.get(tenant)
      if (before) before.push(missing)
      else this.byTenant.set(tenant, [missing])
    }
  }
}
