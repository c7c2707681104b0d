import { sql } from 'kysely'
import type { ImportedRows, ImportOutput } from '../estate/ops.ts'
import type { Db, Tx } from '../platform/db/database.ts'
import { storableJson, storableText } from '../platform/db/storable.ts'

/** Rows of one statement: few round trips, and nobody waits long behind one of them. */
export const ROWS_A_CHUNK = 2000

export interface SnapshotToWrite {
  readonly id: string
  readonly projectId: string
  readonly importId: string
  readonly actorName: string
  readonly now: Date
}

/** The row of a snapshot. Until `completeSnapshot` nobody sees any of it. */
export async function beginSnapshot(db: Db, snapshot: SnapshotToWrite, output: ImportOutput): Promise<void> {
  await db
    .insertInto('inventory_snapshot')
    .values({
      id: snapshot.id,
      project_id: snapshot.projectId,
      import_id: snapshot.importId,
      number: null,
      as_of: new Date(output.asOf),
      sources: storableJson(output.sources),
      counts: storableJson(output.counts),
      columns: storableJson(output.columns),
      warnings: storableJson(output.warnings),
      rejected_count: output.rejectedCount,
      actor_name: snapshot.actorName,
      created_at: snapshot.now,
    })
    .execute()
}

/** Identities and facts of some VMs, in one statement each. A VM that was here before keeps its id. */
export async function writeVms(db: Db, snapshot: SnapshotToWrite, from: number, rows: ImportedRows): Promise<void> {
  const { ids, identities, uuids } = rows
  const names = rows.names.map(storableText)
  await sql`
    with given as (
      select *
      from unnest(${ids}::uuid[], ${identities.map(storableText)}::text[], ${uuids.map(storableText)}::text[],
        ${names}::text[]) as given (id, identity, instance_uuid, name)
    )
    insert into vm (id, project_id, identity, instance_uuid, name, first_snapshot_id, created_at)
    select id, ${snapshot.projectId}, identity, instance_uuid, name, ${snapshot.id}, ${snapshot.now}
    from given
    on conflict (id) do update
      set identity = excluded.identity, instance_uuid = excluded.instance_uuid, name = excluded.name
      where (vm.identity, vm.instance_uuid, vm.name)
        is distinct from (excluded.identity, excluded.instance_uuid, excluded.name)`.execute(db)

  const starts: number[] = []
  let at = 1
  for (const length of rows.rawLengths) {
    starts.push(at)
    at += length
  }
  await sql`
    with given as (
      select *
      from unnest(${ids}::uuid[], ${names}::text[], ${starts}::integer[], ${rows.rawLengths}::integer[])
        with ordinality as given (vm_id, name, raw_start, raw_length, place)
    )
    insert into vm_facts (snapshot_id, position, vm_id, name, raw)
    select ${snapshot.id}, ${from} + place - 1, vm_id, name,
      case when raw_length > 0 then substring(${Buffer.from(rows.raw)}::bytea from raw_start for raw_length) end
    from given`.execute(db)
}

/** Makes a snapshot visible, as the next of its project. */
export async function completeSnapshot(tx: Tx, projectId: string, snapshotId: string): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    update inventory_snapshot set
      complete = true,
      number = (select coalesce(max(number), 0) + 1 from inventory_snapshot where project_id = ${projectId})
    where id = ${snapshotId}
    returning number`.execute(tx)
  return rows[0].number
}

/** Takes back what an import that did not come to its end has written: its snapshots, and VMs that no other has. */
export async function discardIncomplete(db: Db, importId: string): Promise<void> {
  const begun = await db
    .selectFrom('inventory_snapshot')
    .select('id')
    .where('import_id', '=', importId)
    .where('complete', '=', false)
    .execute()
  for (const { id } of begun) {
    await db.deleteFrom('inventory_snapshot').where('id', '=', id).execute()
    await sql`
      delete from vm
      where first_snapshot_id = ${id}
        and not exists (select from vm_facts where vm_facts.vm_id = vm.id)`.execute(db)
  }
}
