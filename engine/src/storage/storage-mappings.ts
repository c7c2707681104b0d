import type { Replaceable } from '../mapping/find-replace.ts'
import { sanitisedName } from '../mapping/sanitise.ts'
import { namePattern } from '../scope/name-pattern.ts'
import type { DatastoreUse } from './datastore-uses.ts'
import { type SeededVolumeType, seedVolumeType } from './seed-volume-type.ts'
import { storageKeyOf } from './storage-key.ts'
import type { StorageMappingDecision, StorageSubject } from './storage-mapping-decision.ts'

type DatastoreSubject = Extract<StorageSubject, { kind: 'datastore' }>
type PatternSubject = Extract<StorageSubject, { kind: 'pattern' }>

/** A row of the storage map: a datastore that holds disks of VMs in scope, or that somebody decided about. */
export interface StorageMapping {
  readonly subject: DatastoreSubject
  /** `gone`: no such datastore in the estate, and only a decision is left. */
  readonly presence: 'in_use' | 'out_of_scope' | 'gone'
  /** VMFS, NFS, vSAN … as the export says; '' where it does not. */
  readonly type: string
  /** Of VMs in scope; a disk that several VMs share counts once. */
  readonly vms: number
  readonly disks: number
  readonly diskGiB: number
  /** The same in volumes, which Cinder makes in whole GiB. */
  readonly volumeGiB: number
  /** null: nothing on it becomes a volume. */
  readonly volumeType: string | null
  readonly decidedBy: 'seed' | 'pattern' | 'datastore'
  /** The pattern that decides, also where the datastore has a decision about something else. */
  readonly pattern: string | null
  readonly seed: SeededVolumeType
  readonly confirmed: boolean
  readonly notes: string
}

/**
 * The storage map: most GiB first, then by name and vCenter. A decision on a datastore comes before one on a pattern; of
 * patterns the one with most letters of its own, then the one for this vCenter, then the first by its letters.
 */
export function storageMappings(
  uses: readonly DatastoreUse[],
  decisions: readonly StorageMappingDecision[],
): StorageMapping[] {
  const patterns = patternDecisions(decisions)
  const own = new Map(
    decisions.flatMap((it) => (it.subject.kind === 'datastore' ? [[storageKeyOf(it.subject), it] as const] : [])),
  )
  const rows: StorageMapping[] = []
  for (const use of uses) {
    const subject: DatastoreSubject = { kind: 'datastore', vcenter: use.vcenter, name: use.name }
    const key = storageKeyOf(subject)
    const decision = own.get(key)
    own.delete(key)
    if (use.disks === 0 && !decision) continue
    rows.push(laidOver(subject, use.disks > 0 ? 'in_use' : 'out_of_scope', use, decision, patterns))
  }
  for (const decision of own.values()) {
    const subject = decision.subject as DatastoreSubject
    rows.push(laidOver(subject, 'gone', { ...UNUSED, name: subject.name }, decision, patterns))
  }
  return rows.sort(
    (a, b) =>
      b.diskGiB - a.diskGiB || compare(a.subject.name, b.subject.name) || compare(a.subject.vcenter, b.subject.vcenter),
  )
}

const UNUSED = { type: '', hosts: Number.NaN, vms: 0, disks: 0, diskGiB: 0, volumeGiB: 0 }

function laidOver(
  subject: DatastoreSubject,
  presence: StorageMapping['presence'],
  { name, type, hosts, vms, disks, diskGiB, volumeGiB }: Omit<DatastoreUse, 'vcenter'>,
  decision: StorageMappingDecision | undefined,
  patterns: readonly PatternDecision[],
): StorageMapping {
  const seed = seedVolumeType({ name, hosts })
  const pattern = patterns.find((it) => it.fits(subject))?.decision
  const decidedBy =
    decision?.volumeType !== undefined ? 'datastore' : pattern?.volumeType !== undefined ? 'pattern' : 'seed'
  const volumeType =
    decidedBy === 'datastore' ? decision!.volumeType! : decidedBy === 'pattern' ? pattern!.volumeType! : seed.volumeType
  // Who confirms a pattern confirms what it says, and nothing that a datastore says against it.
  const byPattern = decidedBy === 'datastore' ? false : (pattern?.confirmed ?? false)
  return {
    ...{ subject, presence, type, vms, disks, diskGiB, volumeGiB, decidedBy, seed },
    volumeType: volumeType === null ? null : sanitisedName(volumeType, Number.POSITIVE_INFINITY),
    pattern: pattern ? (pattern.subject as PatternSubject).pattern : null,
    confirmed: decision?.confirmed ?? byPattern,
    notes: decision?.notes ?? pattern?.notes ?? '',
  }
}

interface PatternDecision {
  readonly decision: StorageMappingDecision
  fits(datastore: DatastoreSubject): boolean
}

/** The one that decides first comes first. */
function patternDecisions(decisions: readonly StorageMappingDecision[]): PatternDecision[] {
  const letters = (pattern: string) => pattern.replace(/[*%]/g, '').length
  return decisions
    .flatMap((decision) => (decision.subject.kind === 'pattern' ? [{ decision, subject: decision.subject }] : []))
    .sort(
      ({ subject: a }, { subject: b }) =>
        letters(b.pattern) - letters(a.pattern) ||
        Number(a.vcenter === null) - Number(b.vcenter === null) ||
        compare(a.pattern.toLowerCase(), b.pattern.toLowerCase()),
    )
    .map(({ decision, subject: { vcenter, pattern } }) => {
      const isNamed = namePattern(pattern)
      return { decision, fits: (it) => (vcenter === null || vcenter === it.vcenter) && isNamed(it.name) }
    })
}

/** For find & replace. */
export const REPLACEABLE_STORAGE: Replaceable<StorageMapping, 'volumeType'> = {
  fields: ['volumeType'],
  textOf: (row, field) => row[field],
  isConfirmed: (row) => row.confirmed,
}

/** What of an estate goes into one volume type. */
export interface VolumeTypeTotal {
  /** null: what becomes no volume. */
  readonly volumeType: string | null
  readonly datastores: number
  readonly disks: number
  readonly diskGiB: number
  readonly volumeGiB: number
}

/** By name; what becomes no volume comes last. */
export function volumeTypeTotals(rows: readonly StorageMapping[]): VolumeTypeTotal[] {
  const totals = new Map<string | null, { -readonly [K in keyof VolumeTypeTotal]: VolumeTypeTotal[K] }>()
  for (const { volumeType, presence, disks, diskGiB, volumeGiB } of rows) {
    if (presence !== 'in_use') continue
    const total = totals.get(volumeType) ?? { volumeType, datastores: 0, disks: 0, diskGiB: 0, volumeGiB: 0 }
    total.datastores++
    total.disks += disks
    total.diskGiB += diskGiB
    total.volumeGiB += volumeGiB
    totals.set(volumeType, total)
  }
  return [...totals.values()].sort((a, b) =>
    a.volumeType === null ? 1 : b.volumeType === null ? -1 : compare(a.volumeType, b.volumeType),
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
