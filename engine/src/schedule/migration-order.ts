import type { VmFacts } from '../inventory/facts.ts'
import { type Exclusion, exclusionOf, type ScopeOfVms } from '../scope/scope.ts'
import type { ResolvedTenancy, ResolvedTenant } from '../tenancy/resolved-tenancy.ts'
import { DEFAULT_PRIORITY, type Decisions } from './decisions.ts'
import type { Unscheduled, VmTimes } from './schedule.ts'

export interface MigrationOrder {
  /** Rows of `VmFacts` that can be scheduled, first to start first. */
  readonly order: Uint32Array
  /** The others, ascending. */
  readonly leftOut: readonly Unscheduled[]
}

interface OrderInput {
  readonly facts: VmFacts
  readonly times: VmTimes
  readonly tenancy: Pick<ResolvedTenancy, 'tenants' | 'tenantOf'>
  readonly scope: ScopeOfVms
  readonly decisions: Decisions
}

/**
 * In which order VMs start (planner §12.3 without cohorts): tenant by priority, name and org VDC, so that a tenant is done
 * in one go; then priority of the VM, smaller first; then the larger copy, so that no day ends with one long tail; then vCenter, MoRef,
 * name and row, so that ties never depend on the order of an export.
 */
export function migrationOrder({ facts, times, tenancy, scope, decisions }: OrderInput): MigrationOrder {
  const leftOut: Unscheduled[] = []
  const included: number[] = []
  for (let vm = 0; vm < facts.count; vm++) {
    const exclusion = exclusionOf(scope, vm)
    if (exclusion) {
      leftOut.push({ vm, code: 'excluded', reason: reasonOf(exclusion) })
    } else if (Number.isNaN(times.copyGiB[vm] + times.deltaGiB[vm])) {
      leftOut.push({ vm, code: 'unknown_size', reason: 'No sheet tells how much data there is to copy.' })
    } else {
      included.push(vm)
    }
  }
  const priority = (vm: number) => decisions.get(vm)?.priority ?? DEFAULT_PRIORITY
  const tenantRank = rankOfTenants(tenancy.tenants)
  const { tenantOf } = tenancy
  const order = Uint32Array.from(included).sort(
    (a, b) =>
      tenantRank[tenantOf[a]] - tenantRank[tenantOf[b]] ||
      priority(a) - priority(b) ||
      times.copyGiB[b] - times.copyGiB[a] ||
      compareIdentity(facts, a, b),
  )
  return { order, leftOut }
}

function reasonOf({ kind, text }: Exclusion): string {
  return kind === 'vm' ? 'Left out of the plan by a decision.' : `Out of scope. ${text}.`
}

/** Tenants stand by name already: their place decides between equal priorities. */
function rankOfTenants(tenants: readonly Pick<ResolvedTenant, 'priority'>[]): Uint32Array {
  const order = tenants.map((_, tenant) => tenant).sort((a, b) => tenants[a].priority - tenants[b].priority || a - b)
  const rank = new Uint32Array(tenants.length)
  order.forEach((tenant, place) => {
    rank[tenant] = place
  })
  return rank
}

function compareIdentity(facts: VmFacts, a: number, b: number): number {
  const { texts, vcenter, moref, name } = facts
  return (
    vcenter[a] - vcenter[b] ||
    // `vm-9` before `vm-10`: the shorter number is the smaller one.
    texts[moref[a]].length - texts[moref[b]].length ||
    compareText(texts[moref[a]], texts[moref[b]]) ||
    compareText(texts[name[a]], texts[name[b]]) ||
    a - b
  )
}

/** By code units, the same on every machine. */
function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
