import { createRequire } from 'node:module'

/** The driver is a matter of the server: it is taken from there. */
const { Client } = createRequire(new URL('../../server/package.json', import.meta.url))('pg')

/** An empty database beside the one that the address names, and how to be rid of it. */
export async function freshPostgres(databaseUrl) {
  const name = `portolan_bench_${process.pid}_${Date.now()}`
  await administer(databaseUrl, `create database ${name}`)
  const url = new URL(databaseUrl)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => administer(databaseUrl, `drop database ${name} with (force)`) }
}

async function administer(databaseUrl, statement) {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
