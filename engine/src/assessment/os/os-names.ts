import type { RowHit } from './name-rows.ts'

/** What an export says of the system of one VM. */
export interface OsNames {
  /** OS according to the configuration file. */
  readonly config: string
  /** OS according to the VMware Tools. */
  readonly tools: string
  /** Guest Detailed Data. */
  readonly detail: string
  /** 0 or NaN for unknown. */
  readonly hardwareVersion: number
}

/** Both columns as read; null for blank, and for text that is no name of a system. */
export interface ReadNames {
  readonly names: OsNames
  readonly config: RowHit | null
  readonly tools: RowHit | null
}
