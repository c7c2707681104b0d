import type { IsoDate } from '../../units.ts'

export const OS_FAMILIES = ['windows', 'linux', 'other', 'unknown'] as const
/** `other` is a known system of another family (Solaris, FreeBSD, an appliance); `unknown` is a system nobody named. */
export type OsFamily = (typeof OS_FAMILIES)[number]

export const TARGETS = ['kvm', 'hyper_v', 'azure_local'] as const
/** `kvm` is KVM under OpenStack. */
export type Target = (typeof TARGETS)[number]

export const TARGET_SUPPORTS = ['yes', 'limits', 'no', 'unknown'] as const
export type TargetSupport = (typeof TARGET_SUPPORTS)[number]

/** How a system fares on one target: `limits` and `no` say why. */
export interface TargetVerdict {
  readonly support: TargetSupport
  readonly note: string
}

/** When a vendor stops caring. Dates are the last supported day; null: none, or not published. */
export interface Lifecycle {
  readonly releasedOn: IsoDate | null
  /** End of what every customer gets (extended support of Microsoft, maintenance of Red Hat, LTS of Debian and Ubuntu's standard). */
  readonly standardEnd: IsoDate | null
  /** End of what must be paid for (ESU, ELS, LTSS, Pro). */
  readonly paidEnd: IsoDate | null
  /** Name of the paid programme; '' where there is none. */
  readonly paidName: string
  /** Where the dates were read, one letter each as in `sources.ts`; '' when nothing was found. */
  readonly source: string
  /** True where the vendor has stopped on a day that nobody published or that was not found. */
  readonly ended: boolean
  /** The ends above are those of the worst case where the name covers several releases; these are those of the best. */
  readonly best: { readonly standardEnd: IsoDate | null; readonly paidEnd: IsoDate | null } | null
}

export const OS_PRECISIONS = ['version', 'range', 'product', 'kind'] as const
/**
 * How much a name proves: `version` is one product and version (at least the major), `range` one of several versions
 * ("2016 or later", "CentOS 4/5/6"), `product` a product without version ("Ubuntu Linux"), `kind` less than a product
 * ("Other 3.x Linux", "Microsoft Windows", "Other", blank).
 */
export type OsPrecision = (typeof OS_PRECISIONS)[number]

export const LEGACY_CLASSES = ['none', 'deprecated', 'unsupported'] as const
/** The two lists of planner.md §7.1, read from the catalogue; what a target supports is another question. */
export type LegacyClass = (typeof LEGACY_CLASSES)[number]

/** One row of the catalogue: a product at the precision that dates and support need. */
export interface OsProduct {
  /** Stable: `windows-server-2019`, `rhel-8`, `ubuntu-22.04`, `debian-12`; ranges: `windows-server-2016+`. */
  readonly id: string
  readonly family: OsFamily
  readonly vendor: string
  /** `Windows Server`, `Red Hat Enterprise Linux`. */
  readonly product: string
  /** `2019`, `8`, `22.04`, `22H2`; of a range `2016 or later`; '' when the name proves none. */
  readonly version: string
  readonly precision: OsPrecision
  readonly lifecycle: Lifecycle
  readonly targets: Readonly<Record<Target, TargetVerdict>>
  /** No tool copies it while it runs, or converts it: it must be shut down for the move (planner.md §7). */
  readonly coldOnly: boolean
  /** Too old for a live copy to be trusted (planner.md §8, 4). */
  readonly warmRisky: boolean
  readonly legacyClass: LegacyClass
  /** What to do before or instead of the move: `upgrade to Red Hat Enterprise Linux 7 first`; '' for nothing. */
  readonly upgradeAdvice: string
  /** Among the guests that Red Hat supports for conversion: RHEL 7 to 10, Windows 10 and 11, Server 2016 to 2025. */
  readonly forkliftSupported: boolean
}

export const OS_EVIDENCES = ['detail', 'tools', 'configuration', 'none'] as const
/** Which column decided. */
export type OsEvidence = (typeof OS_EVIDENCES)[number]

/** What one VM runs, as far as the export proves it. One object per distinct triple of names. */
export interface GuestOs {
  readonly product: OsProduct
  /** More than the product: `8.10`, `22H2`, `SP5`, `R2`; '' where nothing says it. */
  readonly release: string
  /** `Standard`, `Datacenter`, `Pro`, `LTSC`; '' where nothing says it. */
  readonly edition: string
  /** 32, 64 or 0 for unknown. */
  readonly bits: 0 | 32 | 64
  /** As a person reads it: `Windows Server 2019 Standard`. */
  readonly label: string
  readonly evidence: OsEvidence
  /** Why a reader should doubt it: `not confirmed by Tools`, `configured as Windows Server 2016`; '' for no doubt. */
  readonly doubt: string
}
