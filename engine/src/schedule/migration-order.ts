import type { VmFacts } from '../inventory/facts.ts'
import type { Tenancy } from '../tenancy/tenancy.ts'
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
  readonly tenancy: Pick<Tenancy, 'tenantOf'>
  readonly decisions: Decisions
}

/**
 * In which order VMs start (planner §12.3 without cohorts): tenant by name and org VDC, so that a tenant is done in one
 * go; then priority, smaller first; then the larger copy, so that no day ends with one long tail; then vCenter, MoRef,
 * name and row, so that ties never depend on the order of an export.
 */
export function migrationOrder({ facts, times, tenancy, decisions }: OrderInput): MigrationOrder {
  const leftOut: Unscheduled[] = []
  const included: number[] = []
  for (let vm = 0; vm < facts.count; vm++) {
    if (decisions.get(vm)?.exclude) {
      leftOut.push({ vm, code: 'excluded', reason: 'Left out of the plan by a decision.' })
    } else if (Number.isNaN(times.copyGiB[vm] + times.deltaGiB[vm])) {
      leftOut.push({ vm, code: 'unknown_size', reason: 'No sheet tells how much data there is to copy.' })
    } else {
      included.push(vm)
    }
  }
  const priority = (vm: number) => decisions.get(vm)?.priority ?? DEFAULT_PRIORITY
  const { tenantOf } = tenancy
  const order = Uint32Array.from(included).sort(
    (a, b) =>
      tenantOf[a] - tenantOf[b] ||
      priority(a) - priority(b) ||
      times.copyGiB[b] - times.copyGiB[a] ||
      compareIdentity(facts, a, b),
  )
  return { order, leftOut }
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
