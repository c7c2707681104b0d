import type { TextArena } from './text-arena.ts'

/** What a sheet needs of its workbook to make sense of its cells. */
export interface CellContext {
  readonly strings: TextArena
  /** By cell style: 1 for a date. */
  readonly dateStyles: Uint8Array
  readonly date1904: boolean
}
