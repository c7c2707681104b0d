import { type Estate, Flag, type Flags, isCounted } from '../inventory/estate.ts'
import type { PlacesOfVms } from '../inventory/places.ts'
import { DEVICE_SIGNALS } from './signals/devices.ts'
import { DISK_SIGNALS, DISKS_OF_VM_SIGNALS } from './signals/disks.ts'
import { NAME_SIGNALS } from './signals/names.ts'
import { NIC_SIGNALS } from './signals/nics.ts'
import { PLATFORM_SIGNALS } from './signals/platform.ts'
import { VM_SETTING_SIGNALS } from './signals/settings-of-vms.ts'
import type { OneOf, Signal, SignalInput } from './signals/signal.ts'
import { VM_STATE_SIGNALS } from './signals/state-of-vms.ts'

const TABLE = {
  ...VM_SETTING_SIGNALS,
  ...VM_STATE_SIGNALS,
  ...DISK_SIGNALS,
  ...DISKS_OF_VM_SIGNALS,
  ...NIC_SIGNALS,
  ...DEVICE_SIGNALS,
  ...NAME_SIGNALS,
  ...PLATFORM_SIGNALS,
} satisfies Record<string, Signal>

export type SignalId = keyof typeof TABLE

/** Every condition that no setting changes. */
export const SIGNALS: Readonly<Record<SignalId, Signal>> = TABLE

/** Whether every group has a column that some file carries. */
export function canRead(columns: ReadonlySet<string>, reads: readonly OneOf[]): boolean {
  return reads.every((group) => group.some((column) => columns.has(column)))
}

/**
 * All signals of the VMs that count, one column each. A signal whose input no file carries is unknown throughout. A VM
 * without rows in a sheet that is there has no such part: no. Whether a column was seen is asked of all files together,
 * so that an export cut into several files says the same.
 */
export function computeSignals(
  estate: Estate,
  counted: Uint32Array,
  places: PlacesOfVms,
): Readonly<Record<SignalId, Flags>> {
  const input: SignalInput = { estate, places, isCounted: (vm) => isCounted(estate.vms, vm) }
  const rowOf = new Int32Array(estate.vms.count).fill(-1)
  for (let row = 0; row < counted.length; row++) rowOf[counted[row]] = row

  const columns = {} as Record<SignalId, Flags>
  for (const id of Object.keys(SIGNALS) as SignalId[]) {
    columns[id] = canRead(estate.columns, SIGNALS[id].reads)
      ? judged(SIGNALS[id], input, counted, rowOf)
      : new Int8Array(counted.length).fill(Flag.unknown)
  }
  return columns
}

function judged(signal: Signal, input: SignalInput, counted: Uint32Array, rowOf: Int32Array): Flags {
  const flags = new Int8Array(counted.length)
  const judge = signal.prepare(input)
  if (signal.of === 'vms') {
    for (let row = 0; row < counted.length; row++) flags[row] = judge(counted[row])
    return flags
  }
  const parts = input.estate[signal.of]
  for (let part = 0; part < parts.count; part++) {
    const row = rowOf[parts.vm[part]]
    if (row < 0 || flags[row] === Flag.yes) continue
    const flag = judge(part)
    // One part that nobody can judge leaves the VM unknown, one that fires settles it.
    if (flag !== Flag.no) flags[row] = flag
  }
  return flags
}
