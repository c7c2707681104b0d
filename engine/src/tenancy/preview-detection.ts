import { compareTexts } from './owner-names.ts'
import type { ResolvedTenancy } from './resolved-tenancy.ts'
import { DETECTION_METHODS, type DetectionMethod } from './tenancy.ts'
import type { TenantKey } from './tenant-key.ts'

/** VMs that would change their tenant. */
export interface TenantMove {
  readonly from: TenantKey
  readonly to: TenantKey
  readonly vms: number
}

/** One tenant before and after; 0 VMs before: it is new, 0 after: it would be empty or gone. */
export interface TenantBeforeAfter {
  readonly tenant: TenantKey
  readonly name: string
  readonly orgVdc: string
  readonly vmsBefore: number
  readonly vmsAfter: number
  /** What names its VMs afterwards, in the order of `DETECTION_METHODS`; methods that name none are absent. */
  readonly byMethod: readonly { readonly method: DetectionMethod; readonly vms: number }[]
}

/** What another detection would do, before anybody applies it. */
export interface DetectionPreview {
  readonly vms: number
  readonly movedVms: number
  /** VMs that stay because somebody moved them to where they are. */
  readonly heldByHand: number
  /** Most VMs first, then by keys. */
  readonly moves: readonly TenantMove[]
  /** Every tenant of either side, by key. */
  readonly tenants: readonly TenantBeforeAfter[]
  /** In the order of `DETECTION_METHODS`; those that name no VM on either side are absent. */
  readonly methods: readonly {
    readonly method: DetectionMethod
    readonly vmsBefore: number
    readonly vmsAfter: number
  }[]
}

/**
 * Compares two tenancies of the same VMs: what is, and what a re-detection under other settings would make of it, both with
 * the same decisions laid over. Applying is saving the settings; nothing else is done then, so the preview is what happens.
 */
export function previewDetection(before: ResolvedTenancy, after: ResolvedTenancy): DetectionPreview {
  const vms = before.tenantOf.length
  const flows = new Map<number, number>()
  const byMethod = after.tenants.map(() => new Uint32Array(DETECTION_METHODS.length))
  const methodsBefore = new Uint32Array(DETECTION_METHODS.length)
  const methodsAfter = new Uint32Array(DETECTION_METHODS.length)
  const width = after.tenants.length
  for (let vm = 0; vm < vms; vm++) {
    const [from, to] = [before.tenantOf[vm], after.tenantOf[vm]]
    const flow = from * width + to
    flows.set(flow, (flows.get(flow) ?? 0) + 1)
    byMethod[to][after.methodOf[vm]]++
    methodsBefore[before.methodOf[vm]]++
    methodsAfter[after.methodOf[vm]]++
  }
  const moves = [...flows]
    .map(([flow, count]): TenantMove => {
      return { from: before.tenants[Math.floor(flow / width)].key, to: after.tenants[flow % width].key, vms: count }
    })
    .filter(({ from, to }) => from !== to)
    .sort((a, b) => b.vms - a.vms || compareTexts(a.from, b.from) || compareTexts(a.to, b.to))
  return {
    vms,
    movedVms: moves.reduce((sum, move) => sum + move.vms, 0),
    heldByHand: methodsAfter[DETECTION_METHODS.indexOf('by_hand')],
    moves,
    tenants: beforeAndAfter(before, after, byMethod),
    methods: DETECTION_METHODS.map((method, index) => {
      return { method, vmsBefore: methodsBefore[index], vmsAfter: methodsAfter[index] }
    }).filter(({ vmsBefore, vmsAfter }) => vmsBefore + vmsAfter > 0),
  }
}

function beforeAndAfter(
  before: ResolvedTenancy,
  after: ResolvedTenancy,
  byMethod: readonly Uint32Array[],
): TenantBeforeAfter[] {
  const rows = new Map<TenantKey, TenantBeforeAfter>()
  for (const { key, name, orgVdc, vms } of before.tenants) {
    rows.set(key, { tenant: key, name, orgVdc, vmsBefore: vms, vmsAfter: 0, byMethod: [] })
  }
  after.tenants.forEach(({ key, name, orgVdc, vms }, index) => {
    const vmsBefore = rows.get(key)?.vmsBefore ?? 0
    const methods = DETECTION_METHODS.map((method, code) => ({ method, vms: byMethod[index][code] }))
    const named = methods.filter((it) => it.vms > 0)
    rows.set(key, { tenant: key, name, orgVdc, vmsBefore, vmsAfter: vms, byMethod: named })
  })
  return [...rows.values()].sort((a, b) => compareTexts(a.tenant, b.tenant))
}
