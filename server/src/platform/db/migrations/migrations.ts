import type { Migration } from 'kysely'
import * as frame from './0001-frame.ts'
import * as inventory from './0002-inventory.ts'

/** In order; a released migration is never changed, only followed. */
export const migrations: Record<string, Migration> = {
  '0001-frame': frame,
  '0002-inventory': inventory,
}
