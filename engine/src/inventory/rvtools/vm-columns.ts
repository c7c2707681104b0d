import {
  critical,
  flag,
  instantOf,
  limitGib,
  limitMhz,
  mhz,
  network,
  number,
  percent,
  size,
  text,
  version,
} from './column-spec.ts'

/**
 * Sheets with one row a VM. Properties are those of `VmTable`; headers are those of RVTools 3.x to 4.7, of the family
 * that carries the sheet's name (`vInfoVMName`), and of other tools (planner §3.3 with its REC).
 */

/** Who a row is about. In vInfo they make the VM, in all other VM sheets they join the row to one. */
export const IDENTITY_COLUMNS = {
  name: text('VM', 'VM Name', 'vInfoVMName', 'vPartitionVMName', 'vMemoryVMName', 'Virtual Machine', 'Name'),
  // Never "VM UUID" or a bare "UUID": the MoRef is unique in one vCenter only and a key of its own.
  moref: text('VM ID', 'VM MoRef', 'MoRef'),
  instanceUuid: text('VM UUID', 'vInfoUUID', 'Instance UUID', 'UUID'),
  datacenter: text('Datacenter', 'vInfoDataCenter', 'Datacenter Name', 'DC'),
  cluster: text('Cluster', 'vInfoCluster', 'Cluster Name'),
  host: text('Host', 'vInfoHost', 'Host Name', 'ESX Host'),
  folder: text('Folder', 'vInfoFolder', 'Folder Path', 'VM Folder'),
  sdkServer: text('VI SDK Server', 'vCenter', 'vCenter Server'),
  sdkUuid: text('VI SDK UUID', 'vCenter UUID'),
}

export const VINFO_COLUMNS = {
  smbiosUuid: text('SMBIOS UUID', 'BIOS UUID'),
  powerState: critical(text('Powerstate', 'Power State', 'vInfoPowerstate')),
  template: flag('Template', 'vInfoTemplate'),
  srmPlaceholder: flag('SRM Placeholder', 'vInfoSRMPlaceHolder'),
  connectionState: text('Connection state'),
  guestState: text('Guest state'),
  consolidationNeeded: flag('Consolidation Needed'),
  dnsName: text('DNS Name', 'vInfoGuestHostName', 'Guest Hostname', 'DNS'),
  primaryIp: text('Primary IP Address', 'vInfoPrimaryIPAddress', 'Primary IP', 'IP Address', 'Guest IP', 'IP'),
  createdAt: instantOf('Creation date'),
  poweredOnAt: instantOf('PowerOn'),
  vcpus: critical(number('CPUs', 'vInfoCPUs', 'Num CPUs', 'Num CPU', 'vCPUs', '# CPUs', 'vCPU')),
  memoryGiB: critical(size('Memory', 'vInfoMemory', 'Mem', 'RAM', 'Memory Size')),
  memoryActiveGiB: size('Active Memory'),
  nicCount: number('NICs', 'vInfoNICs'),
  diskCount: number('Disks', 'vInfoNumVirtualDisks'),
  diskCapacityGiB: size('Total disk capacity MiB'),
  provisionedGiB: critical(size('Provisioned MiB', 'vInfoProvisioned', 'Provisioned Space')),
  inUseGiB: critical(size('In Use MiB', 'vInfoInUse', 'Used Space')),
  unsharedGiB: size('Unshared MiB'),
  enableUuid: flag('EnableUUID'),
  cbt: flag('CBT', 'Changed Block Tracking', 'Change Block Tracking'),
  latencySensitivity: text('Latency Sensitivity'),
  passthroughHotPlug: flag('Fixed Passthru HotPlug'),
  ftState: text('FT State'),
  resourcePool: text('Resource pool', 'vInfoResourcepool'),
  vapp: text('vApp', 'vApp name'),
  clusterRules: text('Cluster rule(s)'),
  clusterRuleNames: text('Cluster rule name(s)'),
  bootDelayMs: number('Boot delay'),
  secureBoot: flag('EFI Secure boot', 'Secure Boot'),
  firmware: text('Firmware', 'Boot Type'),
  hardwareVersion: version('HW version', 'Hardware Version', 'VM Version'),
  hardwareUpgradeStatus: text('HW upgrade status'),
  vmxPath: text('Path'),
  annotation: text('Annotation', 'Notes', 'Description'),
  osConfig: text('OS according to the configuration file', 'vInfoOS', 'Config OS', 'OS Config', 'OS', 'Guest OS'),
  osTools: text('OS according to the VMware Tools', 'vInfoOSTools', 'OS Tools', 'Tools OS'),
  guestDetail: text('Guest Detailed Data'),
  network1: network('Network #1', 'vInfoNetwork1'),
  network2: network('Network #2', 'vInfoNetwork2'),
  network3: network('Network #3', 'vInfoNetwork3'),
  network4: network('Network #4', 'vInfoNetwork4'),
  network5: network('Network #5', 'vInfoNetwork5'),
  network6: network('Network #6', 'vInfoNetwork6'),
  network7: network('Network #7', 'vInfoNetwork7'),
  network8: network('Network #8', 'vInfoNetwork8'),
  minEvcMode: text('min Required EVC Mode Key'),
  // What other tools write into vInfo and RVTools into vCPU.
  cpuUsagePct: percent('CPU Usage %', 'CPU % Usage', 'Avg CPU Usage %'),
  memoryUsagePct: percent('Memory Usage %', 'Mem Usage %', 'Memory % Usage'),
  // Who exported: they describe the vCenter.
  sdkServerType: text('VI SDK Server type'),
  sdkApiVersion: text('VI SDK API Version'),
}

export const VCPU_COLUMNS = {
  vcpus: number('CPUs', 'CPU Count', 'vCPU Count', 'Num CPUs', '# CPUs', 'Num vCPUs'),
  sockets: number('Sockets'),
  coresPerSocket: number('Cores p/s', 'Cores per Socket'),
  cpuOverallMHz: mhz('Overall', 'Demand MHz', 'CPU Demand MHz', 'Demand', 'CPU Demand'),
  cpuUsagePct: percent(
    'CPU Usage %',
    '% Usage',
    'Usage %',
    'CPU Usage',
    'Average % Usage',
    'Avg % Usage',
    'Average Usage %',
  ),
  cpuReservationMHz: mhz('Reservation'),
  cpuLimitMHz: limitMhz('Limit'),
  cpuHotAdd: flag('Hot Add'),
  cpuHotRemove: flag('Hot Remove'),
}

export const VMEMORY_COLUMNS = {
  memoryGiB: size('Size MiB', 'vMemorySizeMiB', 'Configured Size', 'Memory Size', 'Memory'),
  memoryUsagePct: percent(
    'Memory Usage %',
    '% Usage',
    'Usage %',
    'Mem Usage %',
    'Memory Usage',
    'Average % Usage',
    'Avg % Usage',
    'Average Usage %',
    '% Mem',
    'Mem %',
  ),
  memoryActiveGiB: size('Active', 'Usage MB', 'Memory Usage MB', 'Mem Usage MB', 'Used MB'),
  memoryConsumedGiB: size('Consumed'),
  memorySwappedGiB: size('Swapped'),
  memoryBalloonedGiB: size('Ballooned'),
  memoryReservationGiB: size('Reservation'),
  memoryLimitGiB: limitGib('Limit'),
  memoryHotAdd: flag('Hot Add'),
  memoryLockedToMax: flag('Memory Reservation Locked To Max'),
}

export const VTOOLS_COLUMNS = {
  hardwareVersion: version('VM Version'),
  toolsStatus: text('Tools', 'Tools Status'),
  toolsVersion: text('Tools Version'),
  toolsUpgradeable: text('Upgradeable'),
  toolsSyncTime: flag('Sync time'),
}
