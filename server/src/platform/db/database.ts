import { Kysely, Migrator, type Transaction } from 'kysely'
import { EmbeddedDatabase } from './embedded.ts'
import { embeddedDialect } from './embedded-dialect.ts'
import { migrations } from './migrations/migrations.ts'
import { postgresDialect } from './postgres-dialect.ts'
import type { Schema } from './schema.ts'

export type Db = Kysely<Schema>
export type Tx = Transaction<Schema>

/** Connections of one process to a server; transactions are short and long work runs in jobs. */
const POSTGRES_CONNECTIONS = 10

export type DatabaseAddress =
  | { readonly kind: 'embedded'; readonly folder: string | null }
  | { readonly kind: 'postgres'; readonly url: string }

/** Opens the database and brings its tables up to date. */
export async function openDatabase(address: DatabaseAddress): Promise<Db> {
  const dialect =
    address.kind === 'embedded'
      ? embeddedDialect(await EmbeddedDatabase.open(address.folder))
      : postgresDialect(address.url, POSTGRES_CONNECTIONS)
  const db = new Kysely<Schema>({ dialect })
  await migrate(db)
  return db
}

async function migrate(db: Db): Promise<void> {
  const { error, results } = await new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
  }).migrateToLatest()
  if (!error) return
  await db.destroy()
  const failed = results?.find((result) => result.status === 'Error')?.migrationName ?? 'the first'
  throw new Error(`Migration ${failed} failed: ${error instanceof Error ? error.message : String(error)}`)
}
