import {
  type DiskTable,
  DriveKind,
  type DriveTable,
  type NicTable,
  type PartitionTable,
  type PartsOfVms,
  type SnapshotTable,
} from '../estate.ts'
import { originsOf } from './build-vms.ts'
import type { CopyChooser } from './choose-copies.ts'
import type { DraftTable } from './draft-table.ts'
import { bestFirst, type Harvest } from './drafts.ts'
import type { VmSheet } from './sheet-specs.ts'

export interface PartTables {
  readonly disks: DiskTable
  readonly partitions: PartitionTable
  readonly nics: NicTable
  readonly snapshots: SnapshotTable
  readonly drives: DriveTable
}

/** The tables of what VMs have, sorted by VM and, within one, by what the rows say. */
export function buildParts(harvest: Harvest, copies: CopyChooser): PartTables {
  const { drafts } = harvest
  const disks = sorted(harvest, copies, 'vDisk')
  const partitions = sorted(harvest, copies, 'vPartition')
  const nics = sorted(harvest, copies, 'vNetwork')
  const snapshots = sorted(harvest, copies, 'vSnapshot')
  const { datastore, ...disk } = drafts.vDisk.take(disks.rows)
  return {
    disks: { ...disks.parts, ...disk, datastore: datastoresOf(harvest, disk.path, datastore) },
    partitions: { ...partitions.parts, ...drafts.vPartition.take(partitions.rows) },
    nics: { ...nics.parts, ...drafts.vNetwork.take(nics.rows) },
    snapshots: { ...snapshots.parts, ...drafts.vSnapshot.take(snapshots.rows) },
    drives: buildDrives(harvest, copies),
  }
}

interface Sorted {
  readonly rows: Int32Array
  readonly parts: PartsOfVms
}

function sorted(harvest: Harvest, copies: CopyChooser, sheet: VmSheet): Sorted {
  const draft: DraftTable = harvest.drafts[sheet]
  const { rows, start } = copies.rowsOf(sheet)
  const compare = (a: number, b: number) => draft.compare(a, b, harvest.pool.texts) || bySource(a, b)
  const bySource = bestFirst(harvest, draft)
  const vm = new Uint32Array(rows.length)
  for (let i = 0; i + 1 < start.length; i++) {
    vm.fill(i, start[i], start[i + 1])
    if (start[i + 1] - start[i] > 1) rows.subarray(start[i], start[i + 1]).sort(compare)
  }
  return { rows, parts: { count: rows.length, start, vm, origin: originsOf(harvest, draft, rows) } }
}

/** The drives of three sheets in one table: of a VM first the CD drives, then USB devices, then floppies. */
function buildDrives(harvest: Harvest, copies: CopyChooser): DriveTable {
  const sheets = [
    { kind: DriveKind.cd, sheet: 'vCD' },
    { kind: DriveKind.usb, sheet: 'vUSB' },
    { kind: DriveKind.floppy, sheet: 'vFloppy' },
  ] as const
  const tables = sheets.map(({ kind, sheet }) => {
    const { rows, parts } = sorted(harvest, copies, sheet)
    return { kind, parts, columns: harvest.drafts[sheet].take(rows) }
  })
  const count = tables.reduce((sum, { parts }) => sum + parts.count, 0)
  const start = new Uint32Array(tables[0].parts.start.length)
  const drives = {
    vm: new Uint32Array(count),
    origin: { source: new Uint16Array(count), row: new Uint32Array(count) },
    kind: new Uint8Array(count),
    node: new Uint32Array(count),
    type: new Uint32Array(count),
    connected: new Int8Array(count),
    startsConnected: new Int8Array(count),
  }
  let next = 0
  for (let vm = 0; vm + 1 < start.length; vm++) {
    start[vm] = next
    for (const { kind, parts, columns } of tables) {
      for (let from = parts.start[vm]; from < parts.start[vm + 1]; from++, next++) {
        drives.vm[next] = vm
        drives.origin.source[next] = parts.origin.source[from]
        drives.origin.row[next] = parts.origin.row[from]
        drives.kind[next] = kind
        drives.node[next] = columns.node[from]
        drives.type[next] = columns.type[from]
        drives.connected[next] = columns.connected[from]
        drives.startsConnected[next] = columns.startsConnected[from]
      }
    }
  }
  start[start.length - 1] = next
  return { ...drives, count, start }
}

/** The datastore stands in the path, `[datastore] folder/file.vmdk`; a column of its own is what other tools write. */
function datastoresOf({ pool }: Harvest, paths: Uint32Array, column: Uint32Array): Uint32Array {
  let last = ''
  let lastCode = 0
  return paths.map((code, index) => {
    const path = pool.texts[code]
    // Disks of one VM mostly lie together.
    if (last !== '' && path.startsWith(last)) return lastCode
    const name = datastoreIn(path)
    if (name === '') return column[index]
    last = path.slice(0, path.indexOf(']') + 1)
    lastCode = pool.codeOf(name)
    return lastCode
  })
}

/** The name in brackets at the start of a path, or ''. */
export function datastoreIn(path: string): string {
  if (path.charCodeAt(0) !== 91) return ''
  const end = path.indexOf(']')
  return end < 0 ? '' : path.slice(1, end).trim()
}
