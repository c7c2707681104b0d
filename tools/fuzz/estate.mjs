// The small estate that every fuzz input starts from: a dozen sheets that join, with the oddities of real exports.
const VMS = 12
const GUESTS = [
  'Ubuntu Linux (64-bit)',
  'Microsoft Windows Server 2019 (64-bit)',
  'Other (64-bit)',
  '',
  'CentOS 7 (64-bit)',
]
const VCENTER = '0b5c7a00-0000-4000-8000-00000000abcd'

/** Rows of each sheet as plain values; the first row is the header. */
export function smallEstate(random) {
  const vms = Array.from({ length: VMS }, (_, i) => ({ name: `vm-${i % 10}`, id: `vm-${100 + i}`, i }))
  const place = (vm) => ['DC1', 'CL1', 'esx1.example', vm.id, VCENTER]
  const sheet = (header, row) => [header, ...vms.map(row)]
  const at = () => 45000 + random.unit() * 900
  const places = ['Datacenter', 'Cluster', 'Host', 'VM ID', 'VI SDK UUID']
  return {
    vInfo: sheet(
      [
        'VM',
        'Powerstate',
        'Template',
        'DNS Name',
        'CPUs',
        'Memory',
        'NICs',
        'Disks',
        'Provisioned MiB',
        'In Use MiB',
        'CBT',
        'Firmware',
        'HW version',
        'OS according to the configuration file',
        'OS according to the VMware Tools',
        'Annotation',
        'Tenant',
        ...places,
      ],
      (vm) => [
        vm.name,
        random.pick(['poweredOn', 'poweredOff', 'suspended']),
        random.chance(0.1),
        `${vm.name}.example`,
        1 + random.int(16),
        1024 * (1 + random.int(64)),
        1,
        1,
        random.int(900_000),
        random.int(400_000),
        random.pick(['TRUE', 'FALSE', '']),
        'bios',
        8 + random.int(12),
        random.pick(GUESTS),
        random.pick(GUESTS),
        'two\nlines, "quoted" & <tagged>',
        random.pick(['acme', 'umlaut ä', '']),
        ...place(vm),
      ],
    ),
    vCPU: sheet(['VM', 'CPUs', 'Overall', 'Folder', ...places], (vm) => [
      vm.name,
      2,
      random.int(5000),
      `/DC1/vm/t${vm.i % 3}`,
      ...place(vm),
    ]),
    vMemory: sheet(['VM', 'Size MiB', 'Active', 'Ballooned', ...places], (vm) => [
      vm.name,
      4096,
      random.int(4096),
      0,
      ...place(vm),
    ]),
    vDisk: sheet(['VM', 'Disk', 'Capacity MiB', 'Raw', 'Thin', 'Disk Mode', 'Path', ...places], (vm) => [
      vm.name,
      'Hard disk 1',
      random.int(2_000_000),
      false,
      random.chance(0.5),
      'persistent',
      `[ds1] ${vm.name}/${vm.name}.vmdk`,
      ...place(vm),
    ]),
    vPartition: sheet(['VM', 'Disk', 'Capacity MiB', 'Consumed MiB', 'Free MiB', 'Free %', ...places], (vm) => [
      vm.name,
      'C:\\',
      100_000,
      60_000,
      40_000,
      40,
      ...place(vm),
    ]),
    vNetwork: sheet(
      ['VM', 'NIC label', 'Adapter', 'Network', 'Connected', 'Mac Address', 'IPv4 Address', ...places],
      (vm) => [
        vm.name,
        'Network adapter 1',
        'Vmxnet3',
        random.pick(['VLAN 20', 'none', 'ls-web']),
        true,
        `00:50:56:00:00:${(16 + vm.i).toString(16)}`,
        `10.0.0.${vm.i}`,
        ...place(vm),
      ],
    ),
    vSnapshot: sheet(['VM', 'Name', 'Date / time', 'Size MiB (total)', ...places], (vm) => [
      vm.name,
      'before',
      { date: at() },
      12.5,
      ...place(vm),
    ]),
    vTools: sheet(['VM', 'Tools', 'Tools Version', ...places], (vm) => [
      vm.name,
      random.pick(['toolsOk', 'toolsOld', 'toolsNotRunning']),
      12352,
      ...place(vm),
    ]),
    vHost: [
      [
        'Host',
        'Datacenter',
        'Cluster',
        'CPU Model',
        'Speed',
        '# CPU',
        '# Cores',
        '# Memory',
        'ESX Version',
        'VI SDK UUID',
      ],
      ['esx1.example', 'DC1', 'CL1', 'Intel(R) Xeon(R)', 2400, 2, 32, 524288, 'VMware ESXi 7.0.3', VCENTER],
    ],
    vDatastore: [
      ['Name', 'Type', 'Capacity MiB', 'In Use MiB', 'Free MiB', 'VI SDK UUID'],
      ['ds1', 'VMFS', 4_000_000, 1_000_000, 3_000_000, VCENTER],
    ],
    vMetaData: [
      ['RVTools major version', 'RVTools version', 'xlsx creation datetime', 'Server'],
      [4.7, '4.7.1.4', { date: 45900.5 }, 'vc1.example'],
    ],
  }
}
