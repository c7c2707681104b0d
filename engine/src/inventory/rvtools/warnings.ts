import type { Warning } from './sheet.ts'

/** Codes of warnings and what they mean. Codes are stable: scripts and tests compare them. */
export const WARNING_CODES = {
  missing_sheet: 'No file has this sheet; what it would have told is unknown.',
  missing_column: 'A column that a plan leans on is not in the sheet.',
  zero_filled_column: 'A column that a plan leans on holds nothing but zeros or blanks.',
  shifted_columns: 'Rows hold values of other columns: cells were probably moved.',
  unreadable_values: 'Cells hold something else than their column says; they are read as unknown.',
  totals_row: 'A row of totals was typed below the data; it was kept out.',
  foreign_sheet: 'The sheet is none of RVTools, or its columns belie its name; it was not read.',
  sheet_twice: 'One file holds the same sheet twice; only one of them was read.',
  rejected_more: 'More rows were kept out than are listed.',
  join_failed: 'Rows name VMs that vInfo does not list; they were left out.',
  join_ambiguous: 'Rows without an id fit several VMs; they were given to the first of them.',
  duplicate_vm: 'The same VM stands several times in the files; the newest was taken.',
  identity_by_name: 'VMs have no id and are told apart by name and place: a later export may not recognise them.',
  identity_by_content: 'VMs of the same name and place have no id and are told apart by what their rows hold.',
  disk_count_differs: 'vInfo counts other numbers of disks than vDisk lists.',
  mixed_versions: 'The files were written by different versions of RVTools.',
  export_date_doubtful: 'VMs were started or made after the time at which the file says it was written.',
  no_metadata: 'No file says when it was exported: ages are judged by the date given.',
} as const
export type WarningCode = keyof typeof WARNING_CODES

export function warning(code: WarningCode, message: string, file: string | null, sheet: string | null): Warning {
  return { code, message, file, sheet }
}

/** `1 row`, `3 rows`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
