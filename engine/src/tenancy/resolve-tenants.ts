import { pairOf, tenantKeyOf } from './key-of-tenant.ts'
import { mergeTargets } from './merges.ts'
import { compareTexts } from './owner-names.ts'
import type { ResolvedTenancy, ResolvedTenant } from './resolved-tenancy.ts'
import { DETECTION_METHODS, type Tenancy, type Tenant } from './tenancy.ts'
import { DEFAULT_TENANT_PRIORITY, NO_TENANCY_DECISIONS, type TenancyDecisions } from './tenancy-decisions.ts'
import type { TenantDecision } from './tenant-decision.ts'
import type { TenantKey } from './tenant-key.ts'

const BY_HAND = DETECTION_METHODS.indexOf('by_hand')

/**
 * Lays decisions over a detection: renames, merges, tenants added by hand and VMs moved to another tenant. Decisions name
 * tenants by keys that no detection changes, so the same decisions hold over any other detection; those whose tenant is
 * not found any more are listed as `gone`. A VM that was moved to a tenant which was merged follows the merge.
 *
 * Throws a RangeError when merges go round in a circle (`mergeCycle` says so before).
 */
export function resolveTenants(detected: Tenancy, decisions: TenancyDecisions = NO_TENANCY_DECISIONS): ResolvedTenancy {
  const mergeTarget = mergeTargets(decisions.tenants)
  const drafts = new Drafts(decisions.tenants, mergeTarget)
  const owners = detected.tenants.map((tenant) => drafts.addDetected(tenant))
  for (const { tenant, mergedInto } of decisions.tenants) {
    drafts.add(tenant)
    if (mergedInto !== undefined) drafts.add(mergedInto)
  }

  const { vmTenants } = decisions
  const ownerOf = Uint32Array.from(detected.tenantOf, (tenant) => owners[tenant])
  const methodOf = vmTenants.size === 0 ? detected.methodOf : Uint8Array.from(detected.methodOf)
  for (const [vm, tenant] of vmTenants) {
    ownerOf[vm] = drafts.add(tenant)
    methodOf[vm] = BY_HAND
  }
  for (let vm = 0; vm < ownerOf.length; vm++) drafts.count(ownerOf[vm], methodOf[vm] === BY_HAND)

  const { tenants, position } = drafts.sorted()
  const tenantOf = ownerOf.map((owner) => position[owner])
  return { ...detected, tenants, tenantOf, methodOf }
}

interface Draft {
  readonly key: TenantKey
  detected: Tenant | null
  readonly mergedFrom: TenantKey[]
  vms: number
  movedVms: number
}

/** Tenants that have a row; one that was merged stands for the tenant it ended in. */
class Drafts {
  private readonly rows: Draft[] = []
  private readonly rowOf = new Map<TenantKey, number>()
  private readonly mergeTarget: (tenant: TenantKey) => TenantKey
  private readonly decisionOf: ReadonlyMap<TenantKey, TenantDecision>

  constructor(decisions: readonly TenantDecision[], mergeTarget: (tenant: TenantKey) => TenantKey) {
    this.mergeTarget = mergeTarget
    this.decisionOf = new Map(decisions.map((decision) => [decision.tenant, decision]))
  }

  addDetected(tenant: Tenant): number {
    const key = tenantKeyOf(tenant)
    const row = this.add(key)
    if (this.rows[row].key === key) this.rows[row].detected = tenant
    return row
  }

  /** The row of a tenant, or of the one it was merged into. */
  add(key: TenantKey): number {
    const known = this.rowOf.get(key)
    if (known !== undefined) return known
    const end = this.mergeTarget(key)
    const row = end === key ? this.rows.push(emptyDraft(key)) - 1 : this.add(end)
    if (end !== key) this.rows[row].mergedFrom.push(key)
    this.rowOf.set(key, row)
    return row
  }

  count(row: number, isMoved: boolean): void {
    this.rows[row].vms++
    if (isMoved) this.rows[row].movedVms++
  }

  /** Rows in their order, and where each draft went. */
  sorted(): { tenants: ResolvedTenant[]; position: Uint32Array } {
    const rows = this.rows.map((draft, index) => ({ index, tenant: this.resolved(draft) }))
    rows.sort(({ tenant: a }, { tenant: b }) => compareTenants(a, b))
    const position = new Uint32Array(rows.length)
    rows.forEach(({ index }, place) => {
      position[index] = place
    })
    return { tenants: rows.map(({ tenant }) => tenant), position }
  }

  private resolved({ key, detected, mergedFrom, vms, movedVms }: Draft): ResolvedTenant {
    const decision = this.decisionOf.get(key) ?? { tenant: key }
    const found = detected ?? pairOf(key)
    return {
      name: decision.name ?? found.name,
      orgVdc: decision.orgVdc ?? found.orgVdc,
      method: detected?.method ?? 'by_hand',
      vms,
      key,
      origin: detected ? 'detected' : decision.made ? 'made' : 'gone',
      detected: detected && { name: detected.name, orgVdc: detected.orgVdc },
      mergedFrom: mergedFrom.toSorted(compareTexts),
      movedVms,
      priority: decision.priority ?? DEFAULT_TENANT_PRIORITY,
      decision,
    }
  }
}

function emptyDraft(key: TenantKey): Draft {
  return { key, detected: null, mergedFrom: [], vms: 0, movedVms: 0 }
}

function compareTenants(a: ResolvedTenant, b: ResolvedTenant): number {
  return compareTexts(a.name, b.name) || compareTexts(a.orgVdc, b.orgVdc) || compareTexts(a.key, b.key)
}
