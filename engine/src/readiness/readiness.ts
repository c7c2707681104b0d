import type { TenantKey } from '../tenancy/tenant-key.ts'

/** What a tenant must have before it can go (planner §19), in the order in which it is mended. */
export const READINESS_CHECKS = {
  target_mapped: {
    title: 'Target mapped',
    asks: 'Domain and project are set, nobody else has the project, and somebody confirmed them.',
    mendedAt: 'tenants',
  },
  network_mapped: {
    title: 'Networks mapped',
    asks: 'Every network of every adapter is confirmed, and its subnet where one has to be made; none has an error.',
    mendedAt: 'network-map',
  },
  storage_mapped: {
    title: 'Storage mapped',
    asks: 'Every datastore with a disk of its VMs has a confirmed volume type, or a confirmed none.',
    mendedAt: 'storage-map',
  },
  vms_classified: {
    title: 'VMs classified',
    asks: 'Every VM, powered on or not, has a migration mode: computed, or set by hand where nothing is known.',
    mendedAt: 'vms',
  },
  quota_sufficient: {
    title: 'Quota sufficient',
    asks: 'The quota of the project and the free capacity of the target hold its VMs.',
    mendedAt: 'capacity',
  },
  no_critical_gaps: {
    title: 'No critical gaps',
    asks: 'Nothing is missing in the target without which one of its VMs could not run.',
    mendedAt: 'gaps',
  },
} as const satisfies Record<string, { title: string; asks: string; mendedAt: string }>
export type ReadinessCheck = keyof typeof READINESS_CHECKS
/** Name of the page where a check is mended; where it is found is the matter of whoever shows it. */
export type MendingPage = (typeof READINESS_CHECKS)[ReadinessCheck]['mendedAt']

/**
 * `pending`: nothing is wrong, but somebody has to look and confirm. `fail`: something is wrong. `not_yet`: nothing can tell
 * yet, because what it is judged by does not exist; it counts neither for nor against.
 */
export const READINESS_STATUSES = ['pass', 'pending', 'fail', 'not_yet'] as const
export type ReadinessStatus = (typeof READINESS_STATUSES)[number]

export interface CheckedReadiness {
  readonly check: ReadinessCheck
  readonly status: ReadinessStatus
  /** Everything that stands in the way, worst first; the first of many. [] with `pass` and `not_yet`. */
  readonly missing: readonly MissingForReadiness[]
  /** How many there are in all. */
  readonly missingCount: number
  readonly mendedAt: MendingPage
}

export interface MissingForReadiness {
  readonly status: 'pending' | 'fail'
  /** What it is about: a field, a network, a datastore, a VM. */
  readonly subject: string
  /** One sentence. */
  readonly text: string
}

export interface TenantReadiness {
  readonly tenant: TenantKey
  /** `fail` if a check fails, else `pending` if one is, else `pass`; a tenant with nothing in scope is `not_yet`. */
  readonly status: ReadinessStatus
  readonly checks: readonly CheckedReadiness[]
  /** Checks that pass, of those that can be told yet. */
  readonly passed: number
  readonly told: number
}

export interface ReadinessSummary {
  readonly tenants: number
  readonly ready: number
  readonly byStatus: Readonly<Record<ReadinessStatus, number>>
  readonly allReady: boolean
}

/** Over tenants that have something in scope. */
export function readinessSummary(tenants: readonly TenantReadiness[]): ReadinessSummary {
  const byStatus = { pass: 0, pending: 0, fail: 0, not_yet: 0 }
  for (const { status } of tenants) byStatus[status]++
  const inScope = tenants.length - byStatus.not_yet
  return { tenants: inScope, ready: byStatus.pass, byStatus, allReady: inScope > 0 && byStatus.pass === inScope }
}
