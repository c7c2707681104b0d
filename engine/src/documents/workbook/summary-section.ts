import type { ColumnKind, Tone } from './table.ts'

/** One figure of the summary. */
export interface SummaryLine {
  readonly item: string
  readonly value: string | number | null
  readonly kind?: Exclude<ColumnKind, 'any'>
  readonly unit?: string
  /** 0…1. */
  readonly share?: number
  readonly note?: string
  readonly tone?: Tone
}

export interface SummarySection {
  readonly title: string
  readonly lines: readonly SummaryLine[]
}
