import { seedReasonText } from '../../storage/seed-volume-type.ts'
import { storageIssueText } from '../../storage/storage-issues.ts'
import type { StorageMapping } from '../../storage/storage-mappings.ts'
import type { Book } from './book.ts'
import type { Column, TableDefinition } from './table-definition.ts'
import { NOT_YET, PRESENCE_TONES, vcenterOfKey } from './target-cells.ts'
import { issueTexts } from './target-texts.ts'

const PRESENCE_TITLES: Readonly<Record<StorageMapping['presence'], string>> = {
  in_use: 'in use',
  out_of_scope: 'out of scope',
  gone: 'gone',
}

const DECIDED_BY_TITLES: Readonly<Record<StorageMapping['decidedBy'], string>> = {
  seed: 'its name',
  pattern: 'a pattern',
  datastore: 'hand',
}

interface MapRow {
  readonly mapping: StorageMapping
  readonly issues: string
}

type MapColumn = Column<MapRow>

const text = (
  key: string,
  header: string,
  width: number,
  of: (mapping: StorageMapping) => string | null,
): MapColumn => ({
  ...{ key, header, kind: 'text', width },
  value: ({ mapping }) => of(mapping),
})
const sum = (
  key: 'disks' | 'diskGiB' | 'volumeGiB',
  header: string,
  kind: 'integer' | 'gib',
  meaning?: string,
): MapColumn => ({
  ...{ key, header, kind, width: 12, total: 'sum', unit: kind === 'gib' ? 'GiB' : undefined, meaning },
  value: ({ mapping }) => mapping[key],
})

/** Which volume type the disks of each datastore become. */
export const storageMapTable: TableDefinition<MapRow> = {
  name: 'storageMap',
  title: 'Storage Map',
  about: 'One row per datastore with disks in scope: the volume type that they become, as seeded or as decided.',
  columns: [
    text('datastore', 'Datastore', 36, ({ subject }) => subject.name),
    {
      ...{ key: 'vcenter', header: 'vCenter', kind: 'text', width: 22 },
      value: ({ mapping }, book) => vcenterOfKey(book, mapping.subject.vcenter),
    },
    { ...text('presence', 'Source', 13, ({ presence }) => presence), words: PRESENCE_TITLES, tones: PRESENCE_TONES },
    text('type', 'Type', 9, ({ type }) => type),
    { key: 'vms', header: 'VMs', kind: 'integer', width: 8, value: ({ mapping }) => mapping.vms },
    sum('disks', 'Disks', 'integer', 'Of VMs in scope; a disk that several share counts once.'),
    sum('diskGiB', 'Capacity of disks', 'gib'),
    sum('volumeGiB', 'Volumes', 'gib', 'Each disk rounded up to whole GiB.'),
    {
      ...text('volumeType', 'Volume type', 26, ({ volumeType }) => volumeType),
      meaning: 'Empty: nothing on it becomes a volume.',
    },
    { ...text('decidedBy', 'Decided by', 13, ({ decidedBy }) => decidedBy), words: DECIDED_BY_TITLES },
    text('pattern', 'Pattern', 20, ({ pattern }) => pattern),
    text('seededBecause', 'Seeded because', 44, ({ seed }) => seedReasonText(seed.reason)),
    {
      ...{ key: 'confirmed', header: 'Confirmed', kind: 'flag', width: 10, tones: NOT_YET },
      value: ({ mapping }) => mapping.confirmed,
    },
    { ...{ key: 'issues', header: 'Issues', kind: 'text', width: 60, wraps: true }, value: ({ issues }) => issues },
    text('notes', 'Notes', 40, ({ notes }) => notes),
  ],
  rows: mapRows,
}

function mapRows({ target }: Book): MapRow[] {
  const { rows, issues } = target.storage
  const texts = issueTexts(issues, storageIssueText)
  return rows.map((mapping, index) => ({ mapping, issues: texts.get(index) ?? '' }))
}
