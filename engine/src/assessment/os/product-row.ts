import type { IsoDate } from '../../units.ts'
import type { LegacyClass, OsFamily, OsPrecision, OsProduct } from './guest-os.ts'
import type { TargetVerdicts } from './target-verdicts.ts'

/** What the rows of one product have in common; everything left out is the ordinary case. */
export interface ProductLine {
  readonly family: OsFamily
  readonly vendor: string
  readonly product: string
  /** The id of a row is this and the version in lower case, joined by `-`. */
  readonly idPrefix: string
  /** Name of the paid programme of those rows that have a paid end. */
  readonly paidName?: string
  readonly coldOnly?: boolean
  readonly legacyClass?: LegacyClass
}

/** What a single row says beside its dates. */
export interface RowExtras {
  /** Where the rule for ids does not fit: ranges, names with spaces. */
  readonly id?: string
  /** Where it is not that of the line: `Windows Hyper-V Server`. */
  readonly product?: string
  readonly precision?: OsPrecision
  readonly paidName?: string
  readonly ended?: boolean
  /** Ends of the best case; '' for an end that is open. */
  readonly best?: readonly [standardEnd: string, paidEnd: string]
  readonly coldOnly?: boolean
  readonly warmRisky?: boolean
  readonly legacyClass?: LegacyClass
  readonly upgradeAdvice?: string
  readonly forkliftSupported?: boolean
}

/** Version, released, end of standard support, end of paid support ('' for none or unknown), source letters, targets. */
export type ProductRow = readonly [
  version: string,
  releasedOn: string,
  standardEnd: string,
  paidEnd: string,
  source: string,
  targets: TargetVerdicts,
  extras?: RowExtras,
]

/** Turns the rows of a table into products. */
export function productsOf(line: ProductLine, rows: readonly ProductRow[]): OsProduct[] {
  return rows.map(([version, releasedOn, standardEnd, paidEnd, source, targets, extras = {}]) => ({
    id: extras.id ?? idOf(line.idPrefix, version),
    family: line.family,
    vendor: line.vendor,
    product: extras.product ?? line.product,
    version,
    precision: extras.precision ?? (version === '' ? 'product' : 'version'),
    lifecycle: {
      releasedOn: dateOf(releasedOn),
      standardEnd: dateOf(standardEnd),
      paidEnd: dateOf(paidEnd),
      paidName: paidEnd === '' ? '' : (extras.paidName ?? line.paidName ?? ''),
      source,
      ended: extras.ended ?? false,
      best: extras.best ? { standardEnd: dateOf(extras.best[0]), paidEnd: dateOf(extras.best[1]) } : null,
    },
    targets,
    coldOnly: extras.coldOnly ?? line.coldOnly ?? false,
    warmRisky: extras.warmRisky ?? false,
    legacyClass: extras.legacyClass ?? line.legacyClass ?? 'none',
    upgradeAdvice: extras.upgradeAdvice ?? '',
    forkliftSupported: extras.forkliftSupported ?? false,
  }))
}

function idOf(prefix: string, version: string): string {
  return version === '' ? prefix : `${prefix}-${version.toLowerCase().replaceAll(' ', '-')}`
}

/** The tables are written by hand and checked by `catalogue.test.ts`; this is the only place that trusts them. */
const dateOf = (text: string): IsoDate | null => (text === '' ? null : (text as IsoDate))
