import type { PlaceRows, Row, VmRows } from './rvtools-case.ts'

/** What differs from the plain VM (and its plain neighbours) so that a rule fires, and a near miss on which it does not. */
export interface RuleFixture {
  readonly fires: Fixture
  readonly misses: Fixture
}

export interface Fixture {
  readonly vm?: VmRows
  /** Further VMs of the estate. */
  readonly others?: readonly VmRows[]
  readonly places?: PlaceRows
}

const vInfo = (row: Row): Fixture => ({ vm: { vInfo: row } })
const vCPU = (row: Row): Fixture => ({ vm: { vCPU: row } })
const vMemory = (row: Row): Fixture => ({ vm: { vMemory: row } })
const vTools = (row: Row): Fixture => ({ vm: { vTools: row } })
const disk = (row: Row): Fixture => ({ vm: { vDisk: [row] } })
const nic = (row: Row): Fixture => ({ vm: { vNetwork: [row] } })
const host = (row: Row): Fixture => ({ places: { vHost: row } })
const cluster = (row: Row): Fixture => ({ places: { vCluster: row } })
const named = (name: string): Fixture => vInfo({ VM: name })
const system = (name: string): Fixture =>
  vInfo({ 'OS according to the configuration file': name, 'OS according to the VMware Tools': name })
const windowsNamed = (name: string): VmRows => ({
  vInfo: { ...system('Microsoft Windows Server 2019 (64-bit)').vm?.vInfo, VM: name },
})

const MIB_PER_GIB = 1024
const disks = (count: number, totalGiB = count): Fixture => ({
  vm: {
    vDisk: Array.from({ length: count }, (_, index) => ({
      Disk: `Hard disk ${index + 1}`,
      'Disk Key': 2000 + index,
      'Capacity MiB': (totalGiB * MIB_PER_GIB) / count,
      Path: `[ds1] web01/web01_${index}.vmdk`,
    })),
  },
})
const nics = (count: number): Fixture => ({
  vm: {
    vNetwork: Array.from({ length: count }, (_, index) => ({
      'NIC label': `Network adapter ${index + 1}`,
      'Mac Address': `00:50:56:00:01:0${index}`,
      'IPv4 Address': `10.1.0.${index}`,
    })),
  },
})
const snapshots = (count: number, takenAt = '2026-01-31 00:00:00'): Fixture => ({
  vm: { vSnapshot: Array.from({ length: count }, (_, index) => ({ Name: `s${index}`, 'Date / time': takenAt })) },
})
const partition = (name: string, freeMiB: number, capacityMiB = 10_240): Fixture => ({
  vm: {
    vPartition: [
      {
        Disk: name,
        'Capacity MiB': capacityMiB,
        'Consumed MiB': capacityMiB - freeMiB,
        'Free MiB': freeMiB,
        'Free %': Math.round((freeMiB / capacityMiB) * 100),
      },
    ],
  },
})
const memory = (sizeGiB: number): Fixture => ({
  vm: { vInfo: { Memory: sizeGiB * MIB_PER_GIB }, vMemory: { 'Size MiB': sizeGiB * MIB_PER_GIB } },
})

/** Both sides of every rule, judged on 1 February 2026. */
export const RULE_FIXTURES: Readonly<Record<string, RuleFixture>> = {
  'os-unsupported': { fires: system('Microsoft Windows NT'), misses: system('Microsoft Windows Server 2012 (64-bit)') },
  'os-deprecated': {
    fires: system('Microsoft Windows Server 2008 (64-bit)'),
    misses: system('Microsoft Windows Server 2012 (64-bit)'),
  },
  'os-past-vendor-support': {
    fires: system('Red Hat Enterprise Linux 7 (64-bit)'),
    misses: system('Red Hat Enterprise Linux 8 (64-bit)'),
  },
  'os-limited-on-target': {
    fires: system('Microsoft Windows Server 2012 (64-bit)'),
    misses: system('Microsoft Windows Server 2016 (64-bit)'),
  },
  'os-outside-conversion-list': {
    fires: system('Debian GNU/Linux 12 (64-bit)'),
    misses: system('Microsoft Windows Server 2022 (64-bit)'),
  },
  'os-upgrade-advised': {
    fires: system('CentOS 7 (64-bit)'),
    misses: system('Red Hat Enterprise Linux 9 (64-bit)'),
  },
  'os-cold-only': {
    fires: system('FreeBSD 13 or later versions (64-bit)'),
    misses: system('Debian GNU/Linux 12 (64-bit)'),
  },
  'os-unrecognised': { fires: system('Other (64-bit)'), misses: system('Other 3.x or later Linux (64-bit)') },

  'disk-very-large': { fires: disks(1, 5000), misses: disks(1, 4999) },
  'disk-large': { fires: disks(1, 2000), misses: disks(1, 1999) },
  'provisioned-huge': {
    fires: vInfo({ 'Provisioned MiB': 10_241 * MIB_PER_GIB }),
    misses: vInfo({ 'Provisioned MiB': 10_240 * MIB_PER_GIB }),
  },
  'disk-count-high': { fires: disks(8), misses: disks(7) },
  'disk-count-above-limit': { fires: disks(166), misses: disks(165) },
  'high-io': { fires: named('PostgreSQL-7'), misses: named('web-7') },
  'many-vcpus': { fires: vInfo({ CPUs: 17 }), misses: vInfo({ CPUs: 16 }) },
  'vcpus-above-host': { fires: vInfo({ CPUs: 65 }), misses: vInfo({ CPUs: 64 }) },
  'memory-above-host': { fires: memory(513), misses: memory(512) },

  'disk-independent': {
    fires: disk({ 'Disk Mode': 'independent_persistent' }),
    misses: disk({ 'Disk Mode': 'persistent' }),
  },
  'disk-rdm-physical': {
    fires: disk({ Raw: 'True', 'Raw Comp. Mode': 'physicalMode' }),
    misses: disk({ Raw: 'True', 'Raw Comp. Mode': 'virtualMode' }),
  },
  'disk-rdm': {
    fires: disk({ Raw: 'True', 'Raw Comp. Mode': 'virtualMode' }),
    misses: disk({ Raw: 'False', 'Raw Comp. Mode': null }),
  },
  'disk-shared': {
    fires: { others: [{ vDisk: [{ Path: '[ds1] web01/web01.vmdk' }] }] },
    misses: { others: [{ vDisk: [{ Path: '[ds2] web01/web01.vmdk' }] }] },
  },
  'disk-capacity-invalid': { fires: disk({ 'Capacity MiB': 0 }), misses: disk({ 'Capacity MiB': 1 }) },
  'disk-without-datastore': {
    fires: { places: { vDatastore: { Accessible: 'False' } } },
    misses: disk({ Path: '[ds9] a.vmdk' }),
  },
  'disk-nvme': { fires: disk({ Controller: 'NVMe' }), misses: disk({ Controller: 'AHCI' }) },
  'disk-ide': { fires: disk({ Controller: 'IDE 0' }), misses: disk({ Controller: 'AHCI' }) },
  'disk-datastores-spanned': {
    fires: {
      vm: { vDisk: [{ Path: '[ds1] a.vmdk' }, { Disk: 'Hard disk 2', 'Disk Key': 2001, Path: '[ds2] b.vmdk' }] },
    },
    misses: {
      vm: { vDisk: [{ Path: '[ds1] a.vmdk' }, { Disk: 'Hard disk 2', 'Disk Key': 2001, Path: '[ds1] b.vmdk' }] },
    },
  },
  'disk-not-whole-gib': { fires: disk({ 'Capacity MiB': 1025 }), misses: disk({ 'Capacity MiB': 2048 }) },
  'disk-serial-shortened': {
    fires: vInfo({ EnableUUID: 'TRUE' }),
    misses: { vm: { vInfo: { EnableUUID: 'TRUE' }, vDisk: [{ Controller: 'IDE 0' }] } },
  },

  'snapshot-critical': { fires: snapshots(5), misses: snapshots(4) },
  'snapshot-warning': { fires: snapshots(3), misses: snapshots(2) },
  'snapshot-present': { fires: snapshots(1), misses: snapshots(0) },
  'snapshot-old': { fires: snapshots(1, '2026-01-01 11:00:00'), misses: snapshots(1, '2026-01-01 13:00:00') },
  'consolidation-needed': {
    fires: vInfo({ 'Consolidation Needed': 'True' }),
    misses: vInfo({ 'Consolidation Needed': 'False' }),
  },
  'disk-chain-without-snapshot': {
    fires: disk({ Path: '[ds1] web01/web01-000001.vmdk' }),
    misses: { vm: { vDisk: [{ Path: '[ds1] web01/web01-000001.vmdk' }], vSnapshot: [{ Name: 's' }] } },
  },

  'multi-nic': { fires: nics(3), misses: nics(2) },
  'nic-count-above-limit': { fires: nics(5), misses: nics(4) },
  'nic-sriov': { fires: nic({ Adapter: 'SR-IOV' }), misses: nic({ Adapter: 'Vmxnet3', 'Direct Path IO': 'True' }) },
  'nic-legacy-adapter': { fires: nic({ Adapter: 'Flexible' }), misses: nic({ Adapter: 'E1000e' }) },
  'nic-starts-disconnected': {
    fires: nic({ 'Starts Connected': 'False' }),
    misses: nic({ 'Starts Connected': 'False', Network: 'none' }),
  },
  'ip-missing': {
    fires: { vm: { vInfo: { 'Primary IP Address': null }, vNetwork: [{ 'IPv4 Address': null }] } },
    misses: {
      vm: { vInfo: { 'Primary IP Address': null, Powerstate: 'poweredOff' }, vNetwork: [{ 'IPv4 Address': null }] },
    },
  },
  'ip-duplicate': {
    fires: { others: [{ vNetwork: [{ 'IPv4 Address': '10.0.0.9, 10.0.0.1' }] }] },
    misses: {
      vm: { vNetwork: [{ 'IPv4 Address': '169.254.1.1' }] },
      others: [{ vNetwork: [{ 'IPv4 Address': '169.254.1.1' }] }],
    },
  },
  'mac-duplicate': {
    fires: { others: [{ vNetwork: [{ 'Mac Address': '00:50:56:00:00:01' }] }] },
    misses: { others: [{ vInfo: { Template: 'True' }, vNetwork: [{ 'Mac Address': '00:50:56:00:00:01' }] }] },
  },
  'nic-on-vmkernel-network': { fires: nic({ Network: 'Management' }), misses: nic({ Network: 'VLAN 20' }) },
  'nic-on-standard-switch': {
    fires: nic({ Network: 'Standard 30', Switch: 'vSwitch0' }),
    misses: nic({ Network: 'VLAN 20', Switch: 'dvs1' }),
  },
  'port-group-permissive': {
    fires: { places: { dvPort: { 'Forged Transmits': 'True' } } },
    misses: { places: { vPort: { 'Forged Transmits': 'True' } } },
  },

  'usb-device': { fires: { vm: { vUSB: [{}] } }, misses: { others: [{ vUSB: [{}] }] } },
  'media-connected': {
    fires: { vm: { vCD: [{ Connected: 'True', 'Device Type': 'ISO [ds1] setup.iso' }] } },
    misses: { vm: { vCD: [{ Connected: 'False' }], vUSB: [{ Connected: 'True' }] } },
  },
  'passthrough-signs': {
    fires: vMemory({ 'Memory Reservation Locked To Max': 'True' }),
    misses: vMemory({ Reservation: 4096 }),
  },

  'cbt-off': { fires: vInfo({ CBT: null }), misses: vInfo({ CBT: 'TRUE' }) },
  'guest-disk-no-space': { fires: partition('C:\\', 99), misses: partition('D:\\', 99) },
  'guest-disk-full': { fires: partition('/data', 0), misses: partition('/snap/core/1', 0) },
  'guest-disk-nearly-full': { fires: partition('/data', 50, 1000), misses: partition('/data', 60, 1000) },
  'tools-not-running': {
    fires: vTools({ Tools: 'toolsNotRunning' }),
    misses: { vm: { vInfo: { Powerstate: 'poweredOff' }, vTools: { Tools: 'toolsNotRunning' } } },
  },
  'tools-outdated': { fires: vTools({ Tools: 'toolsOld' }), misses: vTools({ Tools: 'toolsOk', Upgradeable: 'No' }) },
  'host-name-missing': {
    fires: vInfo({ 'DNS Name': 'localhost.localdomain' }),
    misses: vInfo({ 'DNS Name': 'localhosts.example.org' }),
  },
  'hardware-version-old': { fires: vInfo({ 'HW version': 8 }), misses: vInfo({ 'HW version': 9 }) },

  'secure-boot': { fires: vInfo({ 'EFI Secure boot': 'True' }), misses: vInfo({ 'EFI Secure boot': 'False' }) },
  'firmware-uefi': { fires: vInfo({ Firmware: 'efi' }), misses: vInfo({ Firmware: 'bios' }) },
  'hot-plug': { fires: vCPU({ 'Hot Add': 'True' }), misses: vCPU({ 'Hot Add': 'False' }) },
  'fault-tolerance': { fires: vInfo({ 'FT State': 'running' }), misses: vInfo({ 'FT State': 'notConfigured' }) },
  'latency-sensitive': {
    fires: vInfo({ 'Latency Sensitivity': 'high' }),
    misses: vInfo({ 'Latency Sensitivity': 1 }),
  },
  'resource-reservation': { fires: vMemory({ Reservation: 1024 }), misses: vMemory({ Reservation: 0 }) },
  'resource-limit': { fires: vMemory({ Limit: 4096 }), misses: vMemory({ Limit: 8192 }) },
  'memory-pressure': { fires: vMemory({ Ballooned: 12 }), misses: vMemory({ Ballooned: 0, Swapped: 0 }) },

  'esx-too-old': {
    fires: host({ 'ESX Version': 'VMware ESXi 6.0.0 build-3620759' }),
    misses: host({ 'ESX Version': 'VMware ESXi 6.5.0 build-4564106' }),
  },
  'esx-old': {
    fires: host({ 'ESX Version': 'VMware ESXi 6.7.0 build-17499825' }),
    misses: host({ 'ESX Version': 'VMware ESXi 7.0.3 build-21053776' }),
  },
  'host-not-intel': {
    fires: host({ 'CPU Model': 'AMD EPYC 7543 32-Core Processor' }),
    misses: host({ 'CPU Model': 'Intel(R) Xeon(R) Gold 6226R CPU @ 2.90GHz' }),
  },
  'cluster-drs': { fires: cluster({ 'DRS enabled': 'True' }), misses: cluster({ 'DRS enabled': 'False' }) },
  'cluster-dpm': { fires: cluster({ 'DPM enabled': 'True' }), misses: cluster({ 'DPM enabled': 'False' }) },
  'cluster-ha': { fires: cluster({ 'HA enabled': 'True' }), misses: cluster({ 'HA enabled': 'False' }) },
  'cluster-rule': {
    fires: vInfo({ 'Cluster rule name(s)': 'keep apart' }),
    misses: vInfo({ 'Cluster rule name(s)': null }),
  },

  'vm-not-connected': {
    fires: vInfo({ 'Connection state': 'orphaned' }),
    misses: vInfo({ 'Connection state': 'connected' }),
  },
  'vm-suspended': { fires: vInfo({ Powerstate: 'suspended' }), misses: vInfo({ Powerstate: 'poweredOff' }) },

  'name-invalid': { fires: named('web_01'), misses: named('WEB-01') },
  'name-long': { fires: named('a'.repeat(58)), misses: named('a'.repeat(57)) },
  'name-collision': {
    fires: { vm: { vInfo: { VM: 'web_9' } }, others: [{ vInfo: { VM: 'WEB-9' } }] },
    misses: { vm: { vInfo: { VM: 'web_9' } }, others: [{ vInfo: { VM: 'web9' } }] },
  },

  'secret-in-notes': {
    fires: vInfo({ Annotation: 'Appliance\nroot Password: hunter2' }),
    misses: vInfo({ Annotation: 'Password: see vault. Reset the password after use.' }),
  },
  'oracle-workload': { fires: named('prd-ORA19'), misses: named('aurora-1') },
  'cluster-aware-application': { fires: named('sql-fci-1'), misses: named('official-1') },
  'domain-controller': { fires: { vm: windowsNamed('SRV-DC01') }, misses: named('srv-dc01') },
  'domain-controller-time-sync': {
    fires: { vm: { ...windowsNamed('SRV-DC01'), vTools: { 'Sync time': 'True' } } },
    misses: { vm: windowsNamed('SRV-DC01') },
  },
  'vapp-member': { fires: vInfo({ vApp: 'Shop' }), misses: vInfo({ vApp: null }) },
}
