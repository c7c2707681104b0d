import { randomUUID } from 'node:crypto'
import { createRequire } from 'node:module'
import type pg from 'pg'

/** The driver is a matter of the server: it is taken from there. */
const { Client } = createRequire(new URL('../server/package.json', import.meta.url))('pg') as typeof pg

export interface FreshDatabase {
  readonly url: string
  drop(): Promise<void>
}

/** An empty database beside the one of `TEST_DATABASE_URL`; null without it: the server then runs on its embedded one. */
export async function freshDatabase(): Promise<FreshDatabase | null> {
  const admin = process.env.TEST_DATABASE_URL
  if (admin === undefined || admin === '') return null
  const name = `portolan_e2e_${randomUUID().replaceAll('-', '')}`
  await run(admin, `create database ${name}`)
  const url = new URL(admin)
  url.pathname = `/${name}`
  // The server has ended by then; what it left hanging must not keep the database.
  return { url: url.href, drop: () => run(admin, `drop database ${name} with (force)`) }
}

async function run(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
