import { type Origins, PowerState, type VmTable } from '../estate.ts'
import type { CopyChooser } from './choose-copies.ts'
import type { DraftTable } from './draft-table.ts'
import type { Harvest } from './drafts.ts'
import type { IdentifiedVms } from './identify-vms.ts'
import type { VmSheet } from './sheet-specs.ts'
import { RefField, type VmRef } from './vm-refs.ts'

const NETWORK_COLUMNS = [
  'network1',
  'network2',
  'network3',
  'network4',
  'network5',
  'network6',
  'network7',
  'network8',
] as const
/** Where the place of a VM is looked for when vInfo does not tell it, best first. */
const PLACE_SHEETS: readonly VmSheet[] = [
  'vCPU',
  'vMemory',
  'vTools',
  'vDisk',
  'vNetwork',
  'vCD',
  'vPartition',
  'vSnapshot',
  'vUSB',
  'vFloppy',
]

/** The table of VMs: vInfo, and what vCPU, vMemory and vTools add to it. */
export function buildVms(harvest: Harvest, vms: IdentifiedVms, copies: CopyChooser): VmTable {
  const { drafts, vcenters, pool } = harvest
  const rowsOf = { vCPU: copies.rowOf('vCPU'), vMemory: copies.rowOf('vMemory'), vTools: copies.rowOf('vTools') }
  const { sdkServerType: _type, sdkApiVersion: _api, powerState, ...vInfo } = drafts.vInfo.take(vms.rows)
  const { vcpus: vcpusOfCpu, ...cpu } = drafts.vCPU.take(rowsOf.vCPU)
  const { memoryGiB: memoryOfMemory, ...memory } = drafts.vMemory.take(rowsOf.vMemory)
  const { hardwareVersion: versionOfTools, ...tools } = drafts.vTools.take(rowsOf.vTools)
  const place = placesOf(harvest, vms, copies)
  const code = (field: keyof VmRef) => Uint32Array.from(vms.refs, (ref) => ref[field])

  return {
    ...vInfo,
    ...cpu,
    ...memory,
    ...tools,
    ...place,
    count: vms.count,
    origins: {
      vInfo: originsOf(harvest, drafts.vInfo, vms.rows),
      vCPU: originsOf(harvest, drafts.vCPU, rowsOf.vCPU),
      vMemory: originsOf(harvest, drafts.vMemory, rowsOf.vMemory),
      vTools: originsOf(harvest, drafts.vTools, rowsOf.vTools),
    },
    vcenter: Uint16Array.from(vms.refs, (ref) => vcenters.of[ref.vcenter]),
    identity: vms.identity,
    moref: code('moref'),
    instanceUuid: code('instanceUuid'),
    name: code('name'),
    powerState: Uint8Array.from(powerState, powerStateReader(pool.texts)),
    vcpus: filled(vInfo.vcpus, vcpusOfCpu),
    memoryGiB: filled(vInfo.memoryGiB, memoryOfMemory),
    hardwareVersion: filled(vInfo.hardwareVersion, versionOfTools),
    cpuUsagePct: filled(cpu.cpuUsagePct, vInfo.cpuUsagePct),
    memoryUsagePct: filled(memory.memoryUsagePct, vInfo.memoryUsagePct),
    memoryActiveGiB: filled(memory.memoryActiveGiB, vInfo.memoryActiveGiB),
    networks8: interleaved(NETWORK_COLUMNS.map((name) => vInfo[name])),
  }
}

/** Where rows of a draft stand in the files; row 0 for -1. */
export function originsOf({ opened, sources }: Harvest, draft: DraftTable, rows: ArrayLike<number>): Origins {
  const source = new Uint16Array(rows.length)
  const row = new Uint32Array(rows.length)
  for (let i = 0; i < rows.length; i++) {
    if (rows[i] < 0) continue
    source[i] = sources.position[opened[draft.sheet[rows[i]]].source]
    row[i] = draft.row[rows[i]]
  }
  return { source, row }
}

/** `Folder` of vInfo is empty in every export of RVTools, so each part of the place comes from the first sheet that knows. */
function placesOf(harvest: Harvest, vms: IdentifiedVms, copies: CopyChooser) {
  const place = {
    datacenter: Uint32Array.from(vms.refs, (ref) => ref.datacenter),
    cluster: Uint32Array.from(vms.refs, (ref) => ref.cluster),
    host: Uint32Array.from(vms.refs, (ref) => ref.host),
    folder: Uint32Array.from(vms.refs, (ref) => ref.folder),
  }
  for (const sheet of PLACE_SHEETS) {
    for (const field of ['datacenter', 'cluster', 'host', 'folder'] as const) {
      if (place[field].includes(0)) fillGaps(harvest, place[field], RefField[field], sheet, copies)
    }
  }
  return place
}

/** Of rows of one VM that disagree the smallest text is taken: their order does not count. */
function fillGaps(
  { drafts, refs, pool }: Harvest,
  place: Uint32Array,
  field: RefField,
  sheet: VmSheet,
  copies: CopyChooser,
): void {
  const draft = drafts[sheet]
  if (draft.count === 0) return
  const { rows, start } = copies.rowsOf(sheet)
  for (let vm = 0; vm < place.length; vm++) {
    if (place[vm] !== 0) continue
    let best = 0
    for (let at = start[vm]; at < start[vm + 1]; at++) {
      const code = refs.code(draft.ref[rows[at]], field)
      if (code !== 0 && (best === 0 || (code !== best && pool.texts[code] < pool.texts[best]))) best = code
    }
    place[vm] = best
  }
}

function powerStateReader(texts: readonly string[]): (code: number) => number {
  const states = new Map<string, number>([
    ['poweredon', PowerState.poweredOn],
    ['on', PowerState.poweredOn],
    ['running', PowerState.poweredOn],
    ['poweredoff', PowerState.poweredOff],
    ['off', PowerState.poweredOff],
    ['suspended', PowerState.suspended],
  ])
  const known = new Map<number, number>()
  return (code) => {
    let state = known.get(code)
    if (state === undefined) {
      state = states.get(texts[code].toLowerCase().replace(/[\s_-]+/g, '')) ?? PowerState.unknown
      known.set(code, state)
    }
    return state
  }
}

/** The first column with its gaps filled from the second. */
function filled(first: Float64Array, second: Float64Array): Float64Array {
  return first.map((value, index) => (Number.isNaN(value) ? second[index] : value))
}

function interleaved(columns: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(columns.length * columns[0].length)
  columns.forEach((column, at) => {
    column.forEach((code, vm) => {
      all[vm * columns.length + at] = code
    })
  })
  return all
}
