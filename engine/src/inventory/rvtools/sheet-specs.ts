import type { SheetName } from '../estate.ts'
import type { Specs } from './column-spec.ts'
import * as infra from './infra-columns.ts'
import * as parts from './part-columns.ts'
import * as vms from './vm-columns.ts'

/** Sheets whose rows are about a VM, with the columns read beside those that say which. */
export const VM_SHEETS = {
  vInfo: vms.VINFO_COLUMNS,
  vCPU: vms.VCPU_COLUMNS,
  vMemory: vms.VMEMORY_COLUMNS,
  vTools: vms.VTOOLS_COLUMNS,
  vDisk: parts.DISK_COLUMNS,
  vPartition: parts.PARTITION_COLUMNS,
  vNetwork: parts.NIC_COLUMNS,
  vSnapshot: parts.SNAPSHOT_COLUMNS,
  vCD: parts.DRIVE_COLUMNS,
  vUSB: parts.DRIVE_COLUMNS,
  vFloppy: parts.DRIVE_COLUMNS,
} satisfies Partial<Record<SheetName, Specs>>
export type VmSheet = keyof typeof VM_SHEETS

/** All others. */
export const OTHER_SHEETS = {
  vHost: infra.HOST_COLUMNS,
  vCluster: infra.CLUSTER_COLUMNS,
  vDatastore: infra.DATASTORE_COLUMNS,
  vPort: infra.PORT_COLUMNS,
  dvPort: infra.DVPORT_COLUMNS,
  vSwitch: infra.SWITCH_COLUMNS,
  dvSwitch: infra.DVSWITCH_COLUMNS,
  vSC_VMK: infra.VMKERNEL_COLUMNS,
  vNIC: infra.HOST_NIC_COLUMNS,
  vRP: infra.POOL_COLUMNS,
  vLicense: infra.LICENCE_COLUMNS,
  vHealth: infra.HEALTH_COLUMNS,
  vMultiPath: infra.MULTIPATH_COLUMNS,
  vHBA: infra.HBA_COLUMNS,
  vFileInfo: infra.FILE_COLUMNS,
  vSource: infra.SOURCE_COLUMNS,
  vMetaData: infra.METADATA_COLUMNS,
} satisfies Record<Exclude<SheetName, VmSheet>, Specs>
export type OtherSheet = keyof typeof OTHER_SHEETS

export function isVmSheet(sheet: SheetName): sheet is VmSheet {
  return sheet in VM_SHEETS
}

/** Everything that is read of a sheet. In vSnapshot a bare `Name` is the snapshot's, never the VM's. */
export function specsOf(sheet: SheetName): Specs {
  if (!isVmSheet(sheet)) return OTHER_SHEETS[sheet]
  const { name, ...place } = vms.IDENTITY_COLUMNS
  // Under the names of other tables' properties the identity of parts would be taken for their own (a partition's name).
  const identity = { vmName: name, ...place }
  if (sheet === 'vInfo') return { ...vms.IDENTITY_COLUMNS, ...VM_SHEETS.vInfo }
  return { ...identity, ...VM_SHEETS[sheet] }
}
