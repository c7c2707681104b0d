import type { Tenancy } from '../tenancy/tenancy.ts'
import { countTenantNames } from '../tenancy/tenancy.ts'
import { type Estate, Flag, isCounted, type Numbers, type PartsOfVms, PowerState, type SheetName } from './estate.ts'

/** The figures of an estate as everybody counts them (design of the command line, `inventory`); null is "not told". */
export interface InventoryCounts {
  readonly vms: number
  readonly templates: number
  readonly poweredOn: number | null
  readonly poweredOff: number | null
  readonly suspended: number | null
  readonly vcpus: number | null
  readonly memoryGiB: number | null
  readonly disks: number | null
  readonly diskCapacityGiB: number | null
  readonly provisionedGiB: number | null
  readonly inUseGiB: number | null
  readonly nics: number | null
  readonly networks: number | null
  readonly snapshots: number | null
  readonly hosts: number | null
  readonly clusters: number | null
  readonly datastores: number | null
  readonly tenants: number
}

/**
 * Counts an estate. VMs are those that count (`isCounted`), powered on or not; sums and parts are theirs alone. Disks,
 * adapters and snapshots are rows of their sheets. What a missing sheet or column would have told is null, never 0.
 */
export function inventoryCounts(estate: Estate, tenancy: Tenancy): InventoryCounts {
  const { vms, columns } = estate
  const counted = Array.from({ length: vms.count }, (_, vm) => vm).filter((vm) => isCounted(vms, vm))
  const told = <T>(column: string, value: () => T): T | null => (columns.has(column) ? value() : null)
  const sum = (column: string, values: Numbers) =>
    told(`vInfo.${column}`, () => counted.reduce((total, vm) => total + (values[vm] || 0), 0))
  const inState = (state: number) =>
    told('vInfo.powerState', () => counted.filter((vm) => vms.powerState[vm] === state).length)

  return {
    vms: counted.length,
    templates: countWhere(vms.count, (vm) => vms.template[vm] === Flag.yes && vms.srmPlaceholder[vm] !== Flag.yes),
    poweredOn: inState(PowerState.poweredOn),
    poweredOff: inState(PowerState.poweredOff),
    suspended: inState(PowerState.suspended),
    vcpus: sum('vcpus', vms.vcpus),
    memoryGiB: sum('memoryGiB', vms.memoryGiB),
    disks: rowsOf(estate, 'vDisk', estate.disks),
    diskCapacityGiB: sumOfDisks(estate),
    provisionedGiB: sum('provisionedGiB', vms.provisionedGiB),
    inUseGiB: sum('inUseGiB', vms.inUseGiB),
    nics: rowsOf(estate, 'vNetwork', estate.nics),
    networks: networkNames(estate),
    snapshots: rowsOf(estate, 'vSnapshot', estate.snapshots),
    hosts: places(estate, 'vHost', estate.hosts),
    clusters: places(estate, 'vCluster', estate.clusters),
    datastores: places(estate, 'vDatastore', estate.datastores),
    tenants: countTenantNames(tenancy),
  }
}

function countWhere(count: number, isWanted: (index: number) => boolean): number {
  let found = 0
  for (let index = 0; index < count; index++) if (isWanted(index)) found++
  return found
}

function rowsOf(estate: Estate, sheet: SheetName, parts: PartsOfVms): number | null {
  if (!estate.sheets.has(sheet)) return null
  return countWhere(parts.count, (part) => isCounted(estate.vms, parts.vm[part]))
}

function sumOfDisks({ columns, disks, vms }: Estate): number | null {
  if (!columns.has('vDisk.capacityGiB')) return null
  let total = 0
  for (let disk = 0; disk < disks.count; disk++) {
    if (isCounted(vms, disks.vm[disk])) total += disks.capacityGiB[disk] || 0
  }
  return total
}

/** Distinct names, whatever vCenter they stand in; an adapter on `none` is on no network. */
function networkNames({ columns, nics, vms }: Estate): number | null {
  if (!columns.has('vNetwork.network')) return null
  const names = new Set<number>()
  for (let nic = 0; nic < nics.count; nic++) {
    if (nics.network[nic] !== 0 && isCounted(vms, nics.vm[nic])) names.add(nics.network[nic])
  }
  return names.size
}

/**
 * Per vCenter the rows of the sheet; only where it has none, what VM rows name. Counting both would count a host twice
 * whose name is spelt in two ways.
 */
function places(
  estate: Estate,
  sheet: SheetName,
  all: readonly { readonly vcenter: number; readonly listed: boolean }[],
): number | null {
  const withSheet = new Set(all.filter((place) => place.listed).map((place) => place.vcenter))
  const count = all.filter((place) => place.listed || !withSheet.has(place.vcenter)).length
  return count > 0 || estate.sheets.has(sheet) ? count : null
}
