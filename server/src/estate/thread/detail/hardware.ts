import type { VmDetail } from '@portolan/contract/vms'
import { decimal } from '@portolan/engine/documents/wording/numbers'
import { sizeOf } from '@portolan/engine/documents/wording/sizes'
import { cellOf } from '@portolan/engine/inventory/cell'
import {
  type Estate,
  Flag,
  type Flags,
  type Numbers,
  type Texts,
  type VmTable,
} from '@portolan/engine/inventory/estate'

type ColumnOf<T> = { [K in keyof VmTable]: VmTable[K] extends T ? K : never }[keyof VmTable] & string
type VmSheet = keyof VmTable['origins']

interface Line {
  readonly label: string
  readonly sheet: VmSheet
  readonly column: keyof VmTable & string
  /** '' where no export tells it. */
  readonly read: (estate: Estate, vm: number) => string
}

/** What a person asks for first about a machine, with the cell each value came from. */
const LINES: readonly Line[] = [
  number('vCPUs', 'vInfo', 'vcpus', count),
  number('Sockets', 'vCPU', 'sockets', count),
  number('Cores per socket', 'vCPU', 'coresPerSocket', count),
  number('CPU used', 'vCPU', 'cpuOverallMHz', (value) => `${decimal(value, 0)} MHz`),
  number('CPU reserved', 'vCPU', 'cpuReservationMHz', (value) => `${decimal(value, 0)} MHz`),
  number('Memory', 'vInfo', 'memoryGiB', sizeOf),
  number('Memory active', 'vMemory', 'memoryActiveGiB', sizeOf),
  number('Memory ballooned', 'vMemory', 'memoryBalloonedGiB', sizeOf),
  number('Memory swapped', 'vMemory', 'memorySwappedGiB', sizeOf),
  number('Provisioned', 'vInfo', 'provisionedGiB', sizeOf),
  number('In use on datastore', 'vInfo', 'inUseGiB', sizeOf),
  number('Hardware version', 'vInfo', 'hardwareVersion', count),
  text('Firmware', 'vInfo', 'firmware'),
  flag('Secure boot', 'vInfo', 'secureBoot'),
  flag('Changed block tracking', 'vInfo', 'cbt'),
  flag('Consolidation needed', 'vInfo', 'consolidationNeeded'),
  text('Connection state', 'vInfo', 'connectionState'),
  text('Guest state', 'vInfo', 'guestState'),
  text('Fault tolerance', 'vInfo', 'ftState'),
  text('VMware Tools', 'vTools', 'toolsStatus'),
  text('Tools version', 'vTools', 'toolsVersion'),
  text('System as configured', 'vInfo', 'osConfig'),
  text('System seen by Tools', 'vInfo', 'osTools'),
  text('Resource pool', 'vInfo', 'resourcePool'),
  text('Folder', 'vInfo', 'folder'),
  text('vApp', 'vInfo', 'vapp'),
  text('Instance UUID', 'vInfo', 'instanceUuid'),
  text('Path', 'vInfo', 'vmxPath'),
]

export function hardwareOf(estate: Estate, vm: number): VmDetail['hardware'] {
  return LINES.flatMap(({ label, sheet, column, read }) => {
    const value = read(estate, vm)
    if (value === '') return []
    const cell = cellOf(estate, estate.vms.origins[sheet], vm, `${sheet}.${column}`)
    return [
      {
        label,
        value,
        cell: cell && { file: cell.file, sheet: cell.sheet, header: cell.header, address: cell.address },
      },
    ]
  })
}

function count(value: number): string {
  return String(value)
}

function number(label: string, sheet: VmSheet, column: ColumnOf<Numbers>, shown: (value: number) => string): Line {
  const read = ({ vms }: Estate, vm: number) => (Number.isNaN(vms[column][vm]) ? '' : shown(vms[column][vm]))
  return { label, sheet, column, read }
}

function text(label: string, sheet: VmSheet, column: ColumnOf<Texts>): Line {
  return { label, sheet, column, read: ({ vms, texts }, vm) => texts[vms[column][vm]] }
}

function flag(label: string, sheet: VmSheet, column: ColumnOf<Flags>): Line {
  const read = ({ vms }: Estate, vm: number) =>
    vms[column][vm] === Flag.unknown ? '' : vms[column][vm] === Flag.yes ? 'yes' : 'no'
  return { label, sheet, column, read }
}
