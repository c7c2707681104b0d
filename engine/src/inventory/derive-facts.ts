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
  const numbers = (column: Numbers): Numbers => Float64Array.from(counted, (vm) => column[vm])
  const texts = (column: Texts): Texts => Uint32Array.from(counted, (vm) => column[vm])
  const { thinGiB, ...disks } = diskSums(estate, counted)
  const partitions = partitionFacts(estate, counted, disks.diskCapacityGiB)
  const { fullestPartitionPct, rootFreeGiB, bootFreeGiB, otherFreeGiB } = partitions
  return {
    count: counted.length,
    texts: estate.texts,
    vm: counted,
    vcenter: Uint16Array.from(counted, (vm) => vms.vcenter[vm]),
    moref: texts(vms.moref),
    name: texts(vms.name),
    powerState: Uint8Array.from(counted, (vm) => vms.powerState[vm]),
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

function nicCounts({ vms, nics, sheets }: Estate, counted: Uint32Array): Numbers {
  const hasSheet = sheets.has('vNetwork')
  return Float64Array.from(counted, (vm) => countOf(nics.start[vm + 1] - nics.start[vm], vms.nicCount[vm], hasSheet))
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
  if (!columns.has('vInfo.cbt')) return new Int8Array(counted.length).fill(Flag.unknown)
  return Int8Array.from(counted, (vm) => (vms.cbt[vm] === Flag.yes ? Flag.yes : Flag.no))
}

function esxReleases(counted: Uint32Array, places: PlacesOfVms): Numbers {
  const releases = new Map<string, number>()
  return Float64Array.from(counted, (vm) => {
    const written = places.host(vm)?.esxVersion ?? ''
    let release = releases.get(written)
    if (release === undefined) {
      release = releaseOf(written)
      releases.set(written, release)
    }
    return release
  })
}

/** `VMware ESXi 6.7.0 build-17499825` → 6.7. Minor releases have one digit. */
function releaseOf(esxVersion: string): number {
  const release = /\b(\d+)\.(\d)/.exec(esxVersion)
  return release ? Number(`${release[1]}.${release[2]}`) : Number.NaN
}
