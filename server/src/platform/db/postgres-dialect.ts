import { type Dialect, PostgresDialect } from 'kysely'
import pg from 'pg'

const INT8_OID = 20
const DATE_OID = 1082
const NUMERIC_OID = 1700

/**
 * Kysely over a PostgreSQL server (15 or newer). Numbers come as numbers and dates without time as text on both engines.
 */
export function postgresDialect(url: string, connections: number): Dialect {
  const types = new pg.TypeOverrides()
  types.setTypeParser(INT8_OID, Number)
  types.setTypeParser(NUMERIC_OID, Number)
  types.setTypeParser(DATE_OID, (text) => text)
  return new PostgresDialect({
    pool: new pg.Pool({ connectionString: url, max: connections, types, application_name: 'portolan' }),
  })
}
