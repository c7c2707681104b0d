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
  const priority = prioritiesOf(decisions, facts.count)
  const { copyGiB } = times
  const { order, ends } = byTenant(included, tenancy)
  let start = 0
  for (const end of ends) {
    order
      .subarray(start, end)
      .sort((a, b) => priority[a] - priority[b] || copyGiB[b] - copyGiB[a] || compareIdentity(facts, a, b))
    start = end
  }
  return { order, leftOut }
}

/** VMs tenant by tenant, and where each tenant ends: to sort within tenants takes half the comparisons. */
function byTenant(vms: readonly number[], { tenants, tenantOf }: OrderInput['tenancy']) {
  const rank = rankOfTenants(tenants)
  const ends = new Uint32Array(tenants.length)
  for (const vm of vms) ends[rank[tenantOf[vm]]]++
  for (let place = 1; place < ends.length; place++) ends[place] += ends[place - 1]
  const order = new Uint32Array(vms.length)
  const free = ends.slice()
  for (let i = vms.length - 1; i >= 0; i--) order[--free[rank[tenantOf[vms[i]]]]] = vms[i]
  return { order, ends }
}

function prioritiesOf(decisions: Decisions, vms: number): Uint16Array {
  const priorities = new Uint16Array(vms).fill(DEFAULT_PRIORITY)
  for (const [vm, { priority }] of decisions) if (priority !== undefined) priorities[vm] = priority
  return priorities
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
