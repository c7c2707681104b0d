import type { Db, Tx } from '../platform/db/database.ts'
import type { StoredSnapshot } from './protocol.ts'

/** Large values of a snapshot, stored in pieces that no driver and no page of a database chokes on. */
const CHUNK_BYTES = 1 << 20

export async function writePart(db: Db | Tx, snapshotId: string, name: string, bytes: Uint8Array): Promise<void> {
  for (let chunk = 0; chunk * CHUNK_BYTES < Math.max(1, bytes.length); chunk++) {
    await db
      .insertInto('snapshot_part')
      .values({
        snapshot_id: snapshotId,
        name,
        chunk,
        bytes: Buffer.from(bytes.subarray(chunk * CHUNK_BYTES, (chunk + 1) * CHUNK_BYTES)),
      })
      .onConflict((conflict) => conflict.columns(['snapshot_id', 'name', 'chunk']).doNothing())
      .execute()
  }
}

/** Null where the snapshot has no such part. Chunk by chunk: nobody waits for the whole of it. */
export async function readPart(db: Db | Tx, snapshotId: string, name: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = []
  for await (const chunk of partChunks(db, snapshotId, name)) chunks.push(chunk)
  if (chunks.length === 0) return null
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}

export async function* partChunks(db: Db | Tx, snapshotId: string, name: string): AsyncGenerator<Uint8Array> {
  for (let chunk = 0; ; chunk++) {
    const row = await db
      .selectFrom('snapshot_part')
      .select('bytes')
      .where('snapshot_id', '=', snapshotId)
      .where('name', '=', name)
      .where('chunk', '=', chunk)
      .executeTakeFirst()
    if (!row) return
    yield row.bytes
    // All but the last are full.
    if (row.bytes.length < CHUNK_BYTES) return
  }
}

/** A snapshot as an estate thread takes it. */
export async function storedSnapshot(db: Db, snapshotId: string): Promise<StoredSnapshot> {
  const row = await db
    .selectFrom('inventory_snapshot')
    .select('as_of')
    .where('id', '=', snapshotId)
    .executeTakeFirstOrThrow()
  const estate = await readPart(db, snapshotId, 'estate')
  const ids = await readPart(db, snapshotId, 'ids')
  const raw = await readPart(db, snapshotId, 'raw')
  if (!estate || !ids || !raw) throw new Error(`Snapshot ${snapshotId} lacks a part`)
  return { snapshotId, asOf: row.as_of.getTime(), estate, ids, raw }
}
