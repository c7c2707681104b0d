import {
  critical,
  flag,
  instantOf,
  limit,
  limitGib,
  limitMhz,
  mbps,
  mhz,
  number,
  percent,
  size,
  text,
} from './column-spec.ts'

/** Sheets about everything but VMs. Properties are those of the rows of the estate. */

/** Which vCenter a row is from. */
const VCENTER_COLUMNS = {
  sdkServer: text('VI SDK Server', 'vCenter', 'vCenter Server'),
  sdkUuid: text('VI SDK UUID', 'vCenter UUID'),
}
const objectId = text('Object ID')
const datacenter = text('Datacenter', 'Datacenter Name', 'DC')
const host = text('Host', 'Host Name')

export const HOST_COLUMNS = {
  name: critical(text('Host', 'vHostName', 'Host Name', 'Name')),
  objectId,
  datacenter,
  cluster: text('Cluster', 'Cluster Name'),
  cpuModel: text('CPU Model', 'Processor Type'),
  // MHz of the CPU, not the speed of a network card.
  speedMHz: critical(mhz('Speed', 'CPU MHz', 'CPU Speed MHz')),
  sockets: number('# CPU', 'vHostNumCpu', 'Num CPU', 'CPU Sockets', '# Sockets'),
  coresPerSocket: number('Cores per CPU'),
  cores: critical(number('# Cores', 'vHostNumCpuCores', 'CPU Cores', 'Cores')),
  threadsActive: flag('HT Active'),
  cpuUsagePct: percent('CPU usage %'),
  memoryGiB: critical(size('# Memory', 'vHostMemorySize', 'Memory', 'Mem', 'ESX Memory')),
  memoryUsagePct: percent('Memory usage %'),
  nics: number('# NICs', 'NICs', 'Num NICs'),
  hbas: number('# HBAs'),
  vmsTotal: number('# VMs total'),
  vmsOn: number('# VMs'),
  vcpus: number('# vCPUs'),
  vramGiB: size('vRAM'),
  evc: text('Current EVC'),
  maxEvc: text('Max EVC'),
  maintenance: flag('in Maintenance Mode'),
  esxVersion: text('ESX Version', 'ESXi Version', 'Version'),
  vendor: text('Vendor'),
  model: text('Model'),
  bootedAt: instantOf('Boot time'),
  ...VCENTER_COLUMNS,
}

export const CLUSTER_COLUMNS = {
  name: critical(text('Name', 'Cluster', 'Cluster Name')),
  objectId,
  datacenter,
  hosts: number('NumHosts', '# Hosts', 'Hosts', 'Num Hosts'),
  effectiveHosts: number('numEffectiveHosts'),
  cpuMHz: mhz('TotalCpu', 'Total CPU', 'Total CPU MHz'),
  cores: number('NumCpuCores'),
  threads: number('NumCpuThreads'),
  memoryGiB: size('TotalMemory', 'Total Memory', 'Total Mem'),
  haEnabled: flag('HA enabled', 'HA'),
  admissionControl: flag('AdmissionControlEnabled'),
  drsEnabled: flag('DRS enabled', 'DRS'),
  drsBehavior: text('DRS default VM behavior'),
  dpmEnabled: flag('DPM enabled'),
  ...VCENTER_COLUMNS,
}

export const DATASTORE_COLUMNS = {
  name: critical(text('Name', 'Datastore', 'Datastore Name')),
  objectId,
  type: text('Type'),
  accessible: flag('Accessible'),
  capacityGiB: critical(size('Capacity MiB')),
  provisionedGiB: size('Provisioned MiB'),
  inUseGiB: size('In Use MiB'),
  freeGiB: size('Free MiB'),
  hostCount: number('# Hosts'),
  hosts: text('Hosts'),
  cluster: text('Cluster name'),
  address: text('Address'),
  // "Major Version" is the number of the file system's generation, "Version" all of it.
  version: text('Version'),
  ...VCENTER_COLUMNS,
}

export const PORT_COLUMNS = {
  name: critical(text('Port Group')),
  objectId,
  host,
  switch: text('Switch'),
  vlan: text('VLAN'),
  promiscuous: flag('Promiscuous Mode'),
  macChanges: flag('Mac Changes'),
  forgedTransmits: flag('Forged Transmits'),
  ...VCENTER_COLUMNS,
}

export const DVPORT_COLUMNS = {
  name: critical(text('Port')),
  objectId,
  switch: text('Switch'),
  vlan: text('VLAN'),
  binding: text('Type'),
  promiscuous: flag('Allow Promiscuous'),
  macChanges: flag('Mac Changes'),
  forgedTransmits: flag('Forged Transmits'),
  ...VCENTER_COLUMNS,
}

export const SWITCH_COLUMNS = {
  name: critical(text('Switch')),
  objectId,
  host,
  mtu: number('MTU'),
  ...VCENTER_COLUMNS,
}

export const DVSWITCH_COLUMNS = {
  // "Switch" is the name; "Name" is the product (VMware Distributed Switch).
  name: critical(text('Switch')),
  objectId,
  datacenter,
  version: text('Version'),
  mtu: number('Max MTU'),
  ...VCENTER_COLUMNS,
}

export const VMKERNEL_COLUMNS = {
  name: critical(text('Device')),
  host,
  portGroup: text('Port Group'),
  ip: text('IP Address'),
  subnetMask: text('Subnet mask'),
  gateway: text('Gateway'),
  mtu: number('MTU'),
  ...VCENTER_COLUMNS,
}

export const HOST_NIC_COLUMNS = {
  name: critical(text('Network Device')),
  host,
  driver: text('Driver'),
  speedMbps: mbps('Speed'),
  switch: text('Switch'),
  ...VCENTER_COLUMNS,
}

export const POOL_COLUMNS = {
  name: text('Resource Pool name', 'Resource pool'),
  objectId,
  path: text('Resource Pool path'),
  cpuLimitMHz: limitMhz('CPU limit'),
  cpuReservationMHz: mhz('CPU reservation'),
  memoryLimitGiB: limitGib('Mem limit'),
  memoryReservationGiB: size('Mem reservation'),
  ...VCENTER_COLUMNS,
}

/** No "Key": licence keys are never decoded. */
export const LICENCE_COLUMNS = {
  name: text('Name'),
  total: limit('Total'),
  used: number('Used'),
  ...VCENTER_COLUMNS,
}

export const HEALTH_COLUMNS = {
  name: text('Name'),
  type: text('Message type'),
  ...VCENTER_COLUMNS,
}

export const MULTIPATH_COLUMNS = { name: text('Disk', 'Display name'), host, ...VCENTER_COLUMNS }
export const HBA_COLUMNS = { name: text('Device'), host, ...VCENTER_COLUMNS }
/** `File Name` and not the friendly path: where files were not collected, that one holds a sentence. */
export const FILE_COLUMNS = { name: text('File Name'), path: text('Path'), ...VCENTER_COLUMNS }

export const SOURCE_COLUMNS = {
  name: text('Fullname', 'Name'),
  apiVersion: text('API version'),
  ...VCENTER_COLUMNS,
}

export const METADATA_COLUMNS = {
  majorVersion: text('RVTools major version'),
  version: text('RVTools version'),
  createdAt: instantOf('xlsx creation datetime', 'creation datetime'),
  server: text('Server'),
}
