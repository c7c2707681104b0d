import { computeSignals } from '../assessment/signals.ts'
import { partitionFacts } from './derive-facts-partitions.ts'
import { countOf, diskSums, sizeFacts } from './derive-facts-sizes.ts'
import { systemFacts } from './derive-facts-systems.ts'
import { usageFacts } from './derive-facts-usage.ts'
import { type Estate, Flag, type Flags, isCounted, type Numbers, type Texts } from './estate.ts'
import type { VmFacts } from './facts.ts'
import { type PlacesOfVms, placesOfVms } from './places.ts'

/**
 * The facts of an estate: everything that assessment and scheduling read, for the VMs that count, in the order of the
 * estate (which is canonical). Unknown stays NaN or `Flag.unknown`.
 */
export function deriveFacts(estate: Estate): VmFacts {
  const { vms } = estate
  const counted = countedVms(estate)
  const places = placesOfVms(estate)
  // Plain loops: `from` with a callback walks an iterator and takes ten times as long.
  const numbers = (column: Numbers): Numbers => gather(new Float64Array(counted.length), column, counted)
  const texts = (column: Texts): Texts => gather(new Uint32Array(counted.length), column, counted)
  const { thinGiB, ...disks } = diskSums(estate, counted)
  const partitions = partitionFacts(estate, counted, disks.diskCapacityGiB)
  const { fullestPartitionPct, rootFreeGiB, bootFreeGiB, otherFreeGiB } = partitions
  return {
    count: counted.length,
    texts: estate.texts,
    vm: counted,
    vcenter: gather(new Uint16Array(counted.length), vms.vcenter, counted),
    moref: texts(vms.moref),
    name: texts(vms.name),
    powerState: gather(new Uint8Array(counted.length), vms.powerState, counted),
    datacenter: texts(vms.datacenter),
    cluster: texts(vms.cluster),
    host: texts(vms.host),
    ...systemFacts(estate, counted),
    vcpus: numbers(vms.vcpus),
    memoryGiB: numbers(vms.memoryGiB),
    ...usageFacts(estate, counted, places),
    ...disks,
    nicCount: nicCounts(estate, counted),
    ...snapshotFacts(estate, counted),
    ...sizeFacts(estate, counted, { thinGiB, ...disks }, partitions),
    fullestPartitionPct,
    rootFreeGiB,
    bootFreeGiB,
    otherFreeGiB,
    hardwareVersion: numbers(vms.hardwareVersion),
    esxVersion: esxReleases(counted, places),
    cbt: cbtOf(estate, counted),
    signals: computeSignals(estate, counted, places),
    columns: estate.columns,
  }
}

function countedVms({ vms }: Estate): Uint32Array {
  const counted = new Uint32Array(vms.count)
  let count = 0
  for (let vm = 0; vm < vms.count; vm++) if (isCounted(vms, vm)) counted[count++] = vm
  return counted.slice(0, count)
}

type Column = Float64Array | Uint32Array | Uint16Array | Uint8Array

function gather<C extends Column>(into: C, column: C, counted: Uint32Array): C {
  for (let row = 0; row < counted.length; row++) into[row] = column[counted[row]]
  return into
}

function nicCounts({ vms, nics, sheets }: Estate, counted: Uint32Array): Numbers {
  const hasSheet = sheets.has('vNetwork')
  const counts = new Float64Array(counted.length)
  for (let row = 0; row < counted.length; row++) {
    const vm = counted[row]
    counts[row] = countOf(nics.start[vm + 1] - nics.start[vm], vms.nicCount[vm], hasSheet)
  }
  return counts
}

function snapshotFacts(
  { snapshots, sheets }: Estate,
  counted: Uint32Array,
): Pick<VmFacts, 'snapshotCount' | 'oldestSnapshotAt'> {
  const hasSheet = sheets.has('vSnapshot')
  const snapshotCount = new Float64Array(counted.length)
  const oldestSnapshotAt = new Float64Array(counted.length).fill(Number.NaN)
  for (let row = 0; row < counted.length; row++) {
    const first = snapshots.start[counted[row]]
    const end = snapshots.start[counted[row] + 1]
    snapshotCount[row] = countOf(end - first, Number.NaN, hasSheet)
    for (let part = first; part < end; part++) {
      const at = snapshots.createdAt[part]
      if (!Number.isNaN(at) && !(oldestSnapshotAt[row] <= at)) oldestSnapshotAt[row] = at
    }
  }
  return { snapshotCount, oldestSnapshotAt }
}

/** vSphere writes nothing where changed block tracking was never set, so an empty cell of a known column is a no. */
function cbtOf({ vms, columns }: Estate, counted: Uint32Array): Flags {
  const flags = new Int8Array(counted.length)
  if (!columns.has('vInfo.cbt')) return flags.fill(Flag.unknown)
  for (let row = 0; row < counted.length; row++) flags[row] = vms.cbt[counted[row]] === Flag.yes ? Flag.yes : Flag.no
  return flags
}

function esxReleases(counted: Uint32Array, places: PlacesOfVms): Numbers {
  const releases = new Map<string, number>()
  const column = new Float64Array(counted.length)
  for (let row = 0; row < counted.length; row++) {
    const written = places.host(counted[row])?.esxVersion ?? ''
    let release = releases.get(written)
    if (release === undefined) {
      release = releaseOf(written)
      releases.set(written, release)
    }
    column[row] = release
  }
  return column
}

/** `VMware ESXi 6.7.0 build-17499825` → 6.7. Minor releases have one digit. */
function releaseOf(esxVersion: string): number {
  const release = /\b(\d+)\.(\d)/.exec(esxVersion)
  return release ? Number(`${release[1]}.${release[2]}`) : Number.NaN
}
