import type { Decisions } from '../schedule/decisions.ts'
import { compareTexts } from '../tenancy/owner-names.ts'
import type { ResolvedTenancy, ResolvedTenant } from '../tenancy/resolved-tenancy.ts'
import { tenantLabel } from '../tenancy/tenancy.ts'
import type { ClusterRow } from './cluster-rows.ts'
import { namePattern } from './name-pattern.ts'
import type { Exclusion } from './scope.ts'
import type { ClusterScope, TenantFilter } from './scope-decisions.ts'
import { clusterKeyOf, type ScopeRules } from './scope-rules.ts'

/** An exclusion before the VMs are counted that it takes out. */
export interface ExclusionDraft extends Exclusion {
  vms: number
}

export const NOT_EXCLUDED = 0

/** Everything that excludes, in its order, and what it excludes: 1 + index into `drafts`, or `NOT_EXCLUDED`. */
export interface ExclusionsFound {
  readonly drafts: readonly ExclusionDraft[]
  /** Aligned with `VmFacts`, with the tenants, and with the clusters. */
  readonly ofVm: Uint32Array
  readonly ofTenant: Uint32Array
  readonly ofCluster: Uint32Array
}

interface ExclusionsInput {
  /** How many there are. */
  readonly vms: number
  readonly tenancy: ResolvedTenancy
  readonly clusters: readonly ClusterRow[]
  readonly decisions: Decisions
  readonly rules: ScopeRules
}

/** Finds what excludes VMs, tenants and clusters, each by itself. */
export function exclusionsOf({ vms, tenancy, clusters, decisions, rules }: ExclusionsInput): ExclusionsFound {
  const drafts: ExclusionDraft[] = []
  const add = ({ what, ...exclusion }: Omit<Exclusion, 'text' | 'vms'> & { what: string }) => {
    const text = exclusion.reason === '' ? what : `${what}: ${exclusion.reason}`
    return drafts.push({ ...exclusion, text, vms: 0 })
  }

  const ofVm = new Uint32Array(vms)
  for (const [reason, excluded] of excludedVms(decisions)) {
    const draft = add({ kind: 'vm', subject: '', reason, matchedVms: excluded.length, what: 'Excluded by hand' })
    for (const vm of excluded) ofVm[vm] = draft
  }

  const ofTenant = new Uint32Array(tenancy.tenants.length)
  for (const [index, tenant] of byKey(tenancy.tenants)) {
    const { key, decision } = tenant
    if (!decision.excluded) continue
    const what = `Tenant ${tenantLabel(tenant)} is excluded`
    const reason = decision.excludeReason ?? ''
    ofTenant[index] = add({ kind: 'hand', subject: key, reason, matchedVms: tenant.vms, what })
  }
  for (const { pattern, reason } of rules.filters.toSorted(compareFilters)) {
    const matches = namePattern(pattern)
    const meant = indexesWhere(tenancy.tenants, ({ name, decision }) => !decision.included && matches(name))
    const matchedVms = vmsOf(meant, tenancy.tenants)
    claim(ofTenant, meant, add({ kind: 'filter', subject: pattern, reason, matchedVms, what: `Filter ${pattern}` }))
  }

  const ofCluster = new Uint32Array(clusters.length)
  for (const rule of rules.clusters.toSorted(compareClusterRules)) {
    const { cluster, reason } = rule
    const meant = indexesWhere(clusters, (row) => isMeant(row, rule))
    const matchedVms = vmsOf(meant, clusters)
    const what = `Cluster ${cluster} is excluded`
    claim(ofCluster, meant, add({ kind: 'cluster', subject: cluster, reason, matchedVms, what }))
  }
  return { drafts, ofVm, ofTenant, ofCluster }
}

/** VMs that somebody excluded, by their reason: one exclusion for each reason that was given. */
function excludedVms(decisions: Decisions): (readonly [string, readonly number[]])[] {
  const byReason = new Map<string, number[]>()
  for (const [vm, { exclude, excludeReason = '' }] of decisions) {
    if (!exclude) continue
    const vms = byReason.get(excludeReason) ?? []
    vms.push(vm)
    byReason.set(excludeReason, vms)
  }
  return [...byReason].sort(([a], [b]) => compareTexts(a, b))
}

function indexesWhere<T>(rows: readonly T[], isWanted: (row: T) => boolean): number[] {
  return rows.flatMap((row, index) => (isWanted(row) ? [index] : []))
}

function vmsOf(indexes: readonly number[], rows: readonly { readonly vms: number }[]): number {
  return indexes.reduce((sum, index) => sum + rows[index].vms, 0)
}

/** What an earlier exclusion holds stays with it. */
function claim(excludedBy: Uint32Array, indexes: readonly number[], draft: number): void {
  for (const index of indexes) if (excludedBy[index] === NOT_EXCLUDED) excludedBy[index] = draft
}

function byKey(tenants: readonly ResolvedTenant[]): (readonly [number, ResolvedTenant])[] {
  return [...tenants.entries()].sort(([, a], [, b]) => compareTexts(a.key, b.key))
}

function isMeant({ vcenterKey, datacenter, cluster }: ClusterRow, rule: ClusterScope): boolean {
  return (
    rule.vcenter === vcenterKey &&
    rule.cluster === cluster &&
    (rule.datacenter === null || rule.datacenter === datacenter)
  )
}

function compareFilters(a: TenantFilter, b: TenantFilter): number {
  return compareTexts(a.pattern, b.pattern)
}

function compareClusterRules(a: ClusterScope, b: ClusterScope): number {
  return compareTexts(a.cluster, b.cluster) || compareTexts(clusterKeyOf(a), clusterKeyOf(b))
}
