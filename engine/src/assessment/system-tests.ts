import type { Instant, IsoDate } from '../units.ts'
import type { GuestOs, Lifecycle } from './os/guest-os.ts'
import type { OneOf } from './signals/signal.ts'

/** A question to the OS catalogue, asked once per distinct system. */
export interface SystemTest {
  /** As a sentence says it: `the system is …`. */
  readonly label: string
  readonly isMet: (os: GuestOs, today: IsoDate) => boolean
}

/** The columns that name a system. */
export const SYSTEM_READS: readonly OneOf[] = [['vInfo.osConfig', 'vInfo.osTools', 'vInfo.guestDetail']]

const TABLE = {
  unsupported: {
    label: 'the system belongs to the unsupported ones, or the target cannot run it',
    isMet: ({ product }) => product.legacyClass === 'unsupported' || product.targets.kvm.support === 'no',
  },
  deprecated: {
    label: 'the system belongs to the deprecated ones',
    isMet: ({ product }) => product.legacyClass === 'deprecated',
  },
  coldOnly: {
    label: 'the system cannot be moved while it runs',
    isMet: ({ product }) => product.coldOnly,
  },
  pastVendorSupport: {
    label: 'standard vendor support ended before the day of the assessment',
    isMet: ({ product }, today) => isPastSupport(product.lifecycle, today),
  },
  limitedOnTarget: {
    label: 'the system runs on the target with limits',
    isMet: ({ product }) => product.targets.kvm.support === 'limits',
  },
  outsideForklift: {
    label: 'the system is none of RHEL 7 to 10, Windows 10 and 11, Windows Server 2016 to 2025',
    isMet: ({ product }) => !product.forkliftSupported,
  },
  upgradeAdvised: {
    label: 'an upgrade before the move is advised',
    isMet: ({ product }) => product.upgradeAdvice !== '',
  },
  windows: {
    label: 'the system is Windows',
    isMet: ({ product }) => product.family === 'windows',
  },
  unrecognised: {
    label: 'no column names the system, or nobody knows how it is moved',
    isMet: isUnrecognised,
  },
} satisfies Record<string, SystemTest>

export type SystemTestId = keyof typeof TABLE
export const SYSTEM_TESTS: Readonly<Record<SystemTestId, SystemTest>> = TABLE

/**
 * Whether standard support is over. A name that covers several releases ("2016 or later") is judged by the best of them:
 * unknown is not unsupported.
 */
export function isPastSupport({ standardEnd, ended, best }: Lifecycle, today: IsoDate): boolean {
  if (best) return best.standardEnd !== null && best.standardEnd < today
  return ended || (standardEnd !== null && standardEnd < today)
}

/** Nobody named the system, or it is an appliance of which only its vendor knows how it moves. */
export function isUnrecognised({ product }: GuestOs): boolean {
  return product.family === 'unknown' || (product.family === 'other' && product.targets.kvm.support === 'unknown')
}

/** The UTC day of an instant. */
export function dayOf(asOf: Instant): IsoDate {
  return new Date(asOf).toISOString().slice(0, 10) as IsoDate
}
