import { dayOf } from '@portolan/engine/documents/wording/dates'
import { count, UNKNOWN } from '@portolan/engine/documents/wording/numbers'
import { sizeOf } from '@portolan/engine/documents/wording/sizes'
import { cellOf } from '@portolan/engine/inventory/cell'
import {
  type Estate,
  Flag,
  type Flags,
  type Numbers,
  type Origins,
  PowerState,
  type Texts,
  type VmTable,
} from '@portolan/engine/inventory/estate'

/** Where a value stands in a file. */
export interface CellRef {
  readonly file: string
  readonly sheet: string
  readonly header: string
  readonly address: string
}

/** One value that was read of a VM. */
export interface Input {
  readonly name: string
  /** As a person reads it; a dash where the export is silent. */
  readonly shown: string
  readonly value: string | number | boolean | null
  readonly cell: CellRef | null
}

type VmSheet = keyof VmTable['origins']
type Shown = Pick<Input, 'shown' | 'value'>

interface InputSpec {
  readonly name: string
  readonly sheet: VmSheet
  readonly column: keyof VmTable & string
  readonly read: (estate: Estate, vm: number) => Shown
}

const mhz = (value: number) => `${count(value)} MHz`

/** Everything a plan reads of the sheets with one row a VM, in the order in which a person asks for it. */
const INPUTS: readonly InputSpec[] = [
  { name: 'Power state', sheet: 'vInfo', column: 'powerState', read: ({ vms }, vm) => powerState(vms.powerState[vm]) },
  text('Connection state', 'vInfo', 'connectionState'),
  number('vCPUs', 'vInfo', 'vcpus', count),
  number('Memory', 'vInfo', 'memoryGiB', sizeOf),
  number('Provisioned', 'vInfo', 'provisionedGiB', sizeOf),
  number('In use', 'vInfo', 'inUseGiB', sizeOf),
  number('Disk capacity', 'vInfo', 'diskCapacityGiB', sizeOf),
  text('System as configured', 'vInfo', 'osConfig'),
  text('System seen by Tools', 'vInfo', 'osTools'),
  text('System in detail', 'vInfo', 'guestDetail'),
  number('Hardware version', 'vInfo', 'hardwareVersion', count),
  text('Firmware', 'vInfo', 'firmware'),
  flag('Secure boot', 'vInfo', 'secureBoot'),
  flag('Changed block tracking', 'vInfo', 'cbt'),
  flag('Consolidation needed', 'vInfo', 'consolidationNeeded'),
  text('Fault tolerance', 'vInfo', 'ftState'),
  text('DNS name', 'vInfo', 'dnsName'),
  text('Primary IP address', 'vInfo', 'primaryIp'),
  text('Datacenter', 'vInfo', 'datacenter'),
  text('Cluster', 'vInfo', 'cluster'),
  text('Host', 'vInfo', 'host'),
  text('Resource pool', 'vInfo', 'resourcePool'),
  text('Folder', 'vInfo', 'folder'),
  number('CPU used', 'vCPU', 'cpuOverallMHz', mhz),
  number('CPU reserved', 'vCPU', 'cpuReservationMHz', mhz),
  number('Memory active', 'vMemory', 'memoryActiveGiB', sizeOf),
  number('Memory ballooned', 'vMemory', 'memoryBalloonedGiB', sizeOf),
  text('Tools', 'vTools', 'toolsStatus'),
]

/** The values of one VM (an index of `Estate.vms`) with the cells they came from; empty ones are left out. */
export function vmInputs(estate: Estate, vm: number): Input[] {
  return INPUTS.map(({ name, sheet, column, read }) => ({
    name,
    ...read(estate, vm),
    cell: cellAt(estate, estate.vms.origins[sheet], vm, `${sheet}.${column}`),
  })).filter((input) => input.value !== null || input.cell !== null)
}

/** Rows of the sheets with several rows a VM: each disk, adapter, partition and snapshot in one line. */
export function vmParts(estate: Estate, vm: number): Input[] {
  const { disks, nics, partitions, snapshots, texts } = estate
  return [
    ...rows(disks, vm).map((i) => ({
      name: texts[disks.label[i]] || 'Disk',
      ...plain([
        sizeOf(disks.capacityGiB[i]),
        thickness(disks.thin[i]),
        disks.raw[i] === Flag.yes ? 'raw mapping' : '',
        texts[disks.mode[i]],
        texts[disks.path[i]],
      ]),
      cell: cellAt(estate, disks.origin, i, 'vDisk.capacityGiB'),
    })),
    ...rows(partitions, vm).map((i) => ({
      name: `File system ${texts[partitions.name[i]]}`.trim(),
      ...plain([sizeOf(partitions.capacityGiB[i]), `${sizeOf(partitions.freeGiB[i])} free`]),
      cell: cellAt(estate, partitions.origin, i, 'vPartition.capacityGiB'),
    })),
    ...rows(nics, vm).map((i) => ({
      name: texts[nics.label[i]] || 'Adapter',
      ...plain([texts[nics.network[i]] || 'no network', texts[nics.adapter[i]], texts[nics.ipv4[i]]]),
      cell: cellAt(estate, nics.origin, i, 'vNetwork.network'),
    })),
    ...rows(snapshots, vm).map((i) => ({
      name: `Snapshot ${texts[snapshots.name[i]]}`.trim(),
      ...plain([day(snapshots.createdAt[i]), Number.isNaN(snapshots.sizeGiB[i]) ? '' : sizeOf(snapshots.sizeGiB[i])]),
      cell: cellAt(estate, snapshots.origin, i, 'vSnapshot.createdAt'),
    })),
  ]
}

function cellAt(estate: Estate, origin: Origins, index: number, column: string): CellRef | null {
  const cell = cellOf(estate, origin, index, column)
  return cell ? { file: cell.file, sheet: cell.sheet, header: cell.header, address: cell.address } : null
}

type ColumnOf<T> = { [K in keyof VmTable]: VmTable[K] extends T ? K : never }[keyof VmTable] & string

function number(name: string, sheet: VmSheet, column: ColumnOf<Numbers>, words: (value: number) => string): InputSpec {
  return {
    name,
    sheet,
    column,
    read: ({ vms }, vm) => {
      const value = vms[column][vm]
      return Number.isNaN(value) ? { shown: UNKNOWN, value: null } : { shown: words(value), value }
    },
  }
}

function text(name: string, sheet: VmSheet, column: ColumnOf<Texts>): InputSpec {
  return {
    name,
    sheet,
    column,
    read: ({ vms, texts }, vm) => {
      const value = texts[vms[column][vm]]
      return value === '' ? { shown: UNKNOWN, value: null } : { shown: value, value }
    },
  }
}

function flag(name: string, sheet: VmSheet, column: ColumnOf<Flags>): InputSpec {
  return {
    name,
    sheet,
    column,
    read: ({ vms }, vm) => {
      const value = vms[column][vm]
      if (value === Flag.unknown) return { shown: UNKNOWN, value: null }
      return { shown: value === Flag.yes ? 'yes' : 'no', value: value === Flag.yes }
    },
  }
}

function powerState(state: number): Shown {
  const word = { [PowerState.poweredOn]: 'on', [PowerState.poweredOff]: 'off', [PowerState.suspended]: 'suspended' }[
    state
  ]
  return { shown: word ?? UNKNOWN, value: word ?? null }
}

function rows({ start }: { start: Uint32Array }, vm: number): number[] {
  return Array.from({ length: start[vm + 1] - start[vm] }, (_, i) => start[vm] + i)
}

function plain(parts: readonly string[]): Shown {
  const shown = parts.filter((part) => part !== '').join(', ')
  return { shown, value: shown }
}

function thickness(thin: number): string {
  if (thin === Flag.unknown) return ''
  return thin === Flag.yes ? 'thin' : 'thick'
}

function day(at: number): string {
  return Number.isNaN(at) ? '' : dayOf(new Date(at).toISOString().slice(0, 10))
}
