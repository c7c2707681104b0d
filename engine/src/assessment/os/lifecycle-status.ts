import type { Instant, IsoDate } from '../../units.ts'
import type { OsProduct } from './guest-os.ts'

export const LIFECYCLE_STATUSES = ['supported', 'paid_only', 'ended', 'unknown'] as const
/** `paid_only`: standard support is over, paid support is not. */
export type LifecycleStatus = (typeof LIFECYCLE_STATUSES)[number]

export interface LifecycleVerdict {
  readonly status: LifecycleStatus
  /** The last supported day that decided; null when nothing is published. */
  readonly on: IsoDate | null
  /** False where the name covers several releases and the best case has another status: the verdict is that of the worst. */
  readonly certain: boolean
}

/**
 * Whether the vendor still supports a product on a day. A last day counts as supported. `asOf` is a day, or an instant
 * that is read as its day in UTC. Of a name that covers several releases the first to end decides.
 */
export function lifecycleStatus(product: OsProduct, asOf: IsoDate | Instant): LifecycleVerdict {
  const day = dayOf(asOf)
  const { standardEnd, paidEnd, ended, best } = product.lifecycle
  const worst = statusOn(day, standardEnd, paidEnd, ended)
  if (best === null) return { ...worst, certain: true }
  // A best case without end is one that still lives.
  const { status } = statusOn(day, best.standardEnd, best.paidEnd, false)
  return { ...worst, certain: status === worst.status }
}

function statusOn(
  day: IsoDate,
  standardEnd: IsoDate | null,
  paidEnd: IsoDate | null,
  ended: boolean,
): { readonly status: LifecycleStatus; readonly on: IsoDate | null } {
  if (standardEnd === null) return { status: ended ? 'ended' : 'unknown', on: null }
  if (day <= standardEnd) return { status: 'supported', on: standardEnd }
  if (paidEnd === null) return { status: 'ended', on: standardEnd }
  return day <= paidEnd ? { status: 'paid_only', on: paidEnd } : { status: 'ended', on: paidEnd }
}

export interface SupportEnds {
  /** Last day of standard support; of several releases the first to end. Null: not published. */
  readonly standard: IsoDate | null
  /** Last day that can be bought; null for none. */
  readonly paid: IsoDate | null
  readonly paidName: string
  /** Last day of standard support of the best case; null when one release is meant or its end is open. */
  readonly bestCase: IsoDate | null
}

/** The dates that a timeline draws. */
export function supportEnds(product: OsProduct): SupportEnds {
  const { standardEnd, paidEnd, paidName, best } = product.lifecycle
  return { standard: standardEnd, paid: paidEnd, paidName, bestCase: best?.standardEnd ?? null }
}

function dayOf(asOf: IsoDate | Instant): IsoDate {
  return typeof asOf === 'string' ? asOf : (new Date(asOf).toISOString().slice(0, 10) as IsoDate)
}
