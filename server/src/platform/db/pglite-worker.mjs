// Owns the embedded database: PGlite in a thread of its own, because its work would hold up every request otherwise
// (measured: a ping waited 3 s behind a bulk load on the main thread, 10 ms beside a worker).
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync } from 'node:fs'
import { resolve } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

const { folder } = workerData

/** How many times the file system was told to make a file durable; a test holds it against the number of commits. */
let syncs = 0

/**
 * PGlite starts with fsync off and its file system has no fsync: an acknowledged commit would live in the page cache
 * alone. This adds the call; `-F` is dropped and `wal_sync_method=fsync` set below. Relies on an inner hook of the pinned
 * version, so the test that counts the calls must stay.
 */
class DurableNodeFS extends NodeFS {
  async init(pg, options) {
    const made = await super.init(pg, options)
    const addSync = (module) => {
      module.NODEFS.stream_ops.fsync = (stream) => {
        if (typeof stream.nfd === 'number') fsyncSync(stream.nfd)
        syncs++
        return 0
      }
    }
    made.emscriptenOpts.preRun = [addSync, ...made.emscriptenOpts.preRun]
    return made
  }
}

function startParams() {
  return [...PGlite.defaultStartParams.filter((it) => it !== '-F'), '-c', 'wal_sync_method=fsync']
}

/** PostgreSQL's own names: what a driver on a server would give. */
const DATE_OID = 1082
const NUMERIC_OID = 1700
const INT8_OID = 20
const BYTEA_OID = 17
/** PGlite's own way with bytes goes digit by digit: a second for each MiB instead of some milliseconds. */
const hexOf = (bytes) => `\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')}`
const serializers = { [BYTEA_OID]: hexOf }
const parsers = {
  [DATE_OID]: (text) => text,
  [NUMERIC_OID]: Number,
  [INT8_OID]: Number,
  [BYTEA_OID]: (text) => new Uint8Array(Buffer.from(text.slice(2), 'hex')),
}

async function open() {
  if (folder === null) return PGlite.create({ parsers, serializers })
  const isNew = !existsSync(folder)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const database = await PGlite.create({
    fs: new DurableNodeFS(resolve(folder)),
    startParams: startParams(),
    parsers,
    serializers,
  })
  if (isNew) {
    const parent = openSync(resolve(folder, '..'), 'r')
    fsyncSync(parent)
    closeSync(parent)
  }
  return database
}

function plain(error) {
  const { message, code, detail, constraint, table, column, severity, position } = error
  return { message: message || String(error), code, detail, constraint, table, column, severity, position }
}

let database
try {
  database = await open()
  parentPort.postMessage({ ready: true })
} catch (error) {
  parentPort.postMessage({ ready: false, error: plain(error) })
}

async function answer(request) {
  switch (request.kind) {
    case 'query': {
      const result = await database.query(request.sql, request.parameters)
      return { rows: result.rows, affectedRows: result.affectedRows ?? 0 }
    }
    case 'script':
      await database.exec(request.sql)
      return {}
    case 'syncs':
      return { syncs }
    case 'close':
      await database.close()
      return {}
  }
}

// One session: the requests of a connection wait for each other, as PostgreSQL would make them.
let queue = Promise.resolve()
parentPort.on('message', (request) => {
  queue = queue.then(async () => {
    try {
      parentPort.postMessage({ id: request.id, ...(await answer(request)) })
    } catch (error) {
      parentPort.postMessage({ id: request.id, error: plain(error) })
    }
    if (request.kind === 'close') parentPort.close()
  })
})
