import type { Logger } from 'pino'
import type { Estates } from './estate/estates.ts'
import type { DataFolders } from './platform/data-folders.ts'

/** What verbs use beside the database: made once, where the server starts. */
export interface Services {
  readonly estates: Estates
  readonly folders: DataFolders
  readonly maxUploadBytes: number
  readonly log: Logger
  /** Tells the worker that there is a job. */
  nudge(): void
}
