import { critical, flag, instantOf, network, number, percent, sharedBus, size, text } from './column-spec.ts'

/**
 * Sheets with several rows a VM. The order of the columns is the order in which the parts of a VM are sorted, so the
 * columns that tell parts apart stand first.
 */

export const DISK_COLUMNS = {
  key: number('Disk Key'),
  label: text('Disk', 'Disk Label', 'Label Name'),
  // Never "Disk Path": it holds mount points of the guest.
  path: text('Path', 'Disk File'),
  capacityGiB: critical(size('Capacity MiB', 'Disk Size MB', 'Size MB')),
  raw: flag('Raw'),
  rawCompatMode: text('Raw Comp. Mode'),
  rawLunId: text('Raw LUN ID'),
  mode: text('Disk Mode'),
  sharingMode: text('Sharing mode'),
  sharedBus: sharedBus('Shared Bus'),
  thin: flag('Thin', 'Thin Provisioned'),
  eagerlyScrub: flag('Eagerly Scrub'),
  controller: text('Controller'),
  datastore: text('Datastore'),
}

export const PARTITION_COLUMNS = {
  name: text('Disk', 'vPartitionDisk', 'Partition'),
  diskKey: number('Disk Key'),
  capacityGiB: critical(size('Capacity MiB', 'vPartitionCapacityMiB', 'Size MB')),
  // Never the free space: the reference counted it as used where "Consumed" was missing.
  consumedGiB: size('Consumed MiB', 'vPartitionConsumedMiB'),
  freeGiB: size('Free MiB', 'Free Space MB'),
  freePct: percent('Free %', '% Free'),
}

export const NIC_COLUMNS = {
  label: text('NIC label', 'Network Adapter', 'NIC'),
  mac: text('Mac Address', 'MAC'),
  network: network('Network', 'Network Name', 'Portgroup', 'Port Group'),
  adapter: text('Adapter', 'Adapter Type'),
  switch: text('Switch'),
  connected: flag('Connected', 'Is Connected'),
  startsConnected: flag('Starts Connected'),
  macType: text('Type'),
  ipv4: text('IPv4 Address', 'IP Address', 'IP Addresses', 'IP'),
  ipv6: text('IPv6 Address'),
  directPathIo: flag('Direct Path IO'),
}

export const SNAPSHOT_COLUMNS = {
  createdAt: instantOf('Date / time', 'Created', 'Created Date', 'Date'),
  name: text('Name', 'Snapshot Name', 'Snapshot'),
  description: text('Description'),
  sizeGiB: size('Size MiB (total)', 'Size MiB'),
  state: text('State'),
}

/** vCD, vUSB, vFloppy. */
export const DRIVE_COLUMNS = {
  node: text('Device Node'),
  type: text('Device Type'),
  connected: flag('Connected'),
  startsConnected: flag('Starts Connected'),
}
