import { type Confirmation, confirmRows } from '../mapping/confirm.ts'
import { characterCount } from '../mapping/sanitise.ts'
import type { StorageMapping } from './storage-mappings.ts'

/** Longest name of a volume type that Cinder keeps, in characters. */
const MAX_VOLUME_TYPE = 255

/** Everything that can be wrong with a row of the storage map, in the order in which it is said. */
export const STORAGE_ISSUES = {
  volume_type_missing: { severity: 'error', title: 'The volume type has no name' },
  volume_type_too_long: { severity: 'error', title: 'The name of the volume type is too long' },
  volume_type_spelled_twice: { severity: 'warning', title: 'One volume type is spelled in two ways' },
  disks_left_behind: { severity: 'warning', title: 'Disks of VMs that migrate become no volumes' },
} as const satisfies Record<string, { severity: 'error' | 'warning'; title: string }>
export type StorageIssueCode = keyof typeof STORAGE_ISSUES

export interface StorageIssue {
  /** Index into the rows that were checked. */
  readonly row: number
  readonly field: 'volumeType'
  readonly code: StorageIssueCode
  readonly severity: 'error' | 'warning'
  readonly expected: string
  readonly found: string
}

/** What is wrong with the storage map, by row. Names are compared in any case: `SSD` beside `ssd` is rarely meant. */
export function checkStorageMappings(rows: readonly StorageMapping[]): StorageIssue[] {
  const spellings = new Map<string, Set<string>>()
  for (const { volumeType, presence } of rows) {
    if (volumeType === null || presence !== 'in_use') continue
    const key = volumeType.toLowerCase()
    spellings.set(key, (spellings.get(key) ?? new Set()).add(volumeType))
  }
  const issues: StorageIssue[] = []
  for (const [row, { volumeType, presence, disks, vms, diskGiB }] of rows.entries()) {
    const add = (code: StorageIssueCode, expected: string, found: string) =>
      issues.push({ row, field: 'volumeType', code, severity: STORAGE_ISSUES[code].severity, expected, found })
    if (volumeType === null) {
      const found = `none for ${disks} disks of ${vms} VMs, ${Math.round(diskGiB)} GiB`
      if (presence === 'in_use') add('disks_left_behind', 'a volume type', found)
      continue
    }
    const length = characterCount(volumeType)
    if (length === 0) add('volume_type_missing', 'a name', 'none')
    if (length > MAX_VOLUME_TYPE) add('volume_type_too_long', `at most ${MAX_VOLUME_TYPE} characters`, `${length}`)
    const spelled = [...(spellings.get(volumeType.toLowerCase()) ?? [])]
    if (presence === 'in_use' && spelled.length > 1) {
      add(
        'volume_type_spelled_twice',
        'one spelling',
        spelled
          .sort()
          .map((it) => `"${it}"`)
          .join(' and '),
      )
    }
  }
  return issues
}

export function storageIssueText({ code, expected, found }: Pick<StorageIssue, 'code' | 'expected' | 'found'>): string {
  return `${STORAGE_ISSUES[code].title}: expected ${expected}, found ${found}.`
}

/** Refused is exactly what the checks call an error. */
export function confirmStorage(
  rows: readonly StorageMapping[],
  issues: readonly StorageIssue[],
  selected: readonly number[] | null = null,
): Confirmation<StorageIssue> {
  return confirmRows(rows, issues, { isConfirmed: (row) => row.confirmed, selected })
}
