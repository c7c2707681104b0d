import { type Instant, MS_PER_DAY } from '../units.ts'
import { type DemoDisk, type DemoVm, switchName } from './build-vms.ts'

type Cells = Readonly<Record<string, string | number | boolean>>
/** Rows by header, for each sheet; every row of a sheet has the same headers. */
export type Sheets = Readonly<Record<string, readonly Cells[]>>

const MIB_PER_GIB = 1024
const SWAP_SHARE = 0.5
export const mib = (gib: number) => Math.round(gib * MIB_PER_GIB)

/** A time as RVTools writes it into CSV. */
export function rvtoolsTime(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replaceAll('-', '/').replace('T', ' ')
}

/** Sheets about VMs. `exportedAt` is now: ages are told from it. */
export function vmSheets(vms: readonly DemoVm[], exportedAt: Instant): Sheets {
  return {
    vInfo: vms.map((vm) => infoOf(vm, exportedAt)),
    vCPU: rowsOf(vms, (vm) => [cpuOf(vm)]),
    vMemory: rowsOf(vms, (vm) => [memoryOf(vm)]),
    vDisk: rowsOf(vms, (vm) => vm.disks.map((disk, at) => diskOf(vm, disk, at))),
    vPartition: rowsOf(vms.filter(hasGuest), partitionsOf),
    vNetwork: rowsOf(vms, nicsOf),
    vCD: rowsOf(vms, drivesOf),
    vUSB: rowsOf(
      vms.filter(({ traits }) => traits.has('usbDongle')),
      usbOf,
    ),
    vSnapshot: rowsOf(vms, (vm) => snapshotsOf(vm, exportedAt)).map(
      ({ Template, 'SRM Placeholder': _, ...row }) => row,
    ),
    vTools: rowsOf(vms, (vm) => [toolsOf(vm)]),
  }
}

function rowsOf(vms: readonly DemoVm[], parts: (vm: DemoVm) => readonly Cells[]): Cells[] {
  return vms.flatMap((vm) => parts(vm).map((part) => ({ ...headOf(vm), ...part, ...tailOf(vm) })))
}

function headOf({ name, power, isTemplate }: DemoVm): Cells {
  return { VM: name, Powerstate: power, Template: isTemplate, 'SRM Placeholder': false }
}

function tailOf({ annotation, site, cluster, host, folder, system, tools, moref, uuid }: DemoVm): Cells {
  return {
    Annotation: annotation,
    Datacenter: site.datacenter,
    Cluster: cluster.name,
    Host: host,
    Folder: folder,
    'OS according to the configuration file': system.config,
    'OS according to the VMware Tools': tools === 'toolsNotInstalled' ? '' : system.tools,
    'VM ID': moref,
    'VM UUID': uuid,
    'VI SDK Server': site.server,
    'VI SDK UUID': site.uuid,
  }
}

function infoOf(vm: DemoVm, exportedAt: Instant): Cells {
  const { name, site, system, tier, traits, disks, nics, snapshotDays, power } = vm
  const isOn = power === 'poweredOn'
  const capacityGiB = disks.reduce((sum, disk) => sum + disk.capacityGiB, 0)
  const usedGiB = disks.reduce((sum, disk) => sum + (disk.thin ? disk.usedGiB : disk.capacityGiB), 0)
  const { Folder, ...tail } = tailOf(vm)
  return {
    ...headOf(vm),
    'DNS Name': hasGuest(vm) ? `${name}.${site.domain}` : '',
    'Connection state': 'connected',
    'Guest state': isOn && hasGuest(vm) ? 'running' : 'notRunning',
    'Consolidation Needed': snapshotDays.length >= 5,
    PowerOn: isOn ? rvtoolsTime(exportedAt - vm.bootedDays * MS_PER_DAY) : '',
    'Creation date': rvtoolsTime(exportedAt - (vm.bootedDays + 400) * MS_PER_DAY),
    CPUs: tier.vcpus,
    Memory: mib(tier.memoryGiB),
    NICs: nics.length,
    Disks: disks.length,
    'Total disk capacity MiB': mib(capacityGiB),
    'Latency Sensitivity': traits.has('latencySensitive') ? 'high' : 'normal',
    EnableUUID: traits.has('sharedRdm'),
    CBT: vm.changeTracking,
    'Primary IP Address': hasGuest(vm) ? nics[0].ip : '',
    'Network #1': nics[0].network,
    'Network #2': nics[1]?.network ?? '',
    'Network #3': nics[2]?.network ?? '',
    'Resource pool': vm.resourcePool,
    Folder,
    vApp: '',
    'FT State': 'notConfigured',
    'Provisioned MiB': mib(capacityGiB + tier.memoryGiB),
    'In Use MiB': mib(usedGiB + (isOn ? tier.memoryGiB * SWAP_SHARE : 0)),
    'Unshared MiB': mib(usedGiB),
    'Cluster rule(s)': traits.has('placementRule') ? 'ClusterAntiAffinityRuleSpec' : '',
    'Cluster rule name(s)': traits.has('placementRule') ? `keep-apart-${name.replace(/\d+$/, '')}` : '',
    'EFI Secure boot': traits.has('secureBoot'),
    Firmware: system.firmware,
    'HW version': system.hardwareVersion,
    Path: `[${vm.datastore}] ${name}/${name}.vmx`,
    ...tail,
    'SMBIOS UUID': vm.smbiosUuid,
    'VI SDK API Version': site.apiVersion,
  }
}

const hasGuest = ({ tools }: DemoVm) => tools === 'toolsOk' || tools === 'toolsOld'

function cpuOf({ tier, cluster, cpuUsagePct, hotPlug, traits, power }: DemoVm): Cells {
  const most = tier.vcpus * cluster.speedMHz
  return {
    CPUs: tier.vcpus,
    Sockets: 1,
    'Cores p/s': tier.vcpus,
    Max: most,
    Overall: power === 'poweredOn' ? Math.round((most * cpuUsagePct) / 100) : 0,
    Reservation: traits.has('reservation') ? Math.round(most / 2) : 0,
    Limit: -1,
    'Hot Add': hotPlug,
    'Hot Remove': false,
  }
}

function memoryOf({ tier, power, cpuUsagePct, hotPlug, traits }: DemoVm): Cells {
  const isOn = power === 'poweredOn'
  return {
    'Size MiB': mib(tier.memoryGiB),
    'Memory Reservation Locked To Max': false,
    Consumed: isOn ? mib(tier.memoryGiB * 0.9) : 0,
    Swapped: 0,
    Ballooned: 0,
    Active: isOn ? mib((tier.memoryGiB * (cpuUsagePct + 15)) / 100) : 0,
    Reservation: traits.has('reservation') ? mib(tier.memoryGiB) : 0,
    Limit: -1,
    'Hot Add': hotPlug,
  }
}

function diskOf(vm: DemoVm, disk: DemoDisk, at: number): Cells {
  const isRaw = disk.kind === 'rawPhysical'
  return {
    Disk: `Hard disk ${at + 1}`,
    'Disk Key': 2000 + at,
    'Capacity MiB': mib(disk.capacityGiB),
    Raw: isRaw,
    'Disk Mode': disk.mode,
    'Sharing mode': disk.kind === 'multiWriter' ? 'sharingMultiWriter' : 'sharingNone',
    Thin: disk.thin && !isRaw,
    'Eagerly Scrub': disk.kind === 'multiWriter',
    Controller: disk.controller,
    'Unit #': at,
    'Shared Bus': isRaw ? 'physicalSharing' : 'noSharing',
    Path: disk.path,
    'Raw LUN ID': isRaw ? `naa.60000970000${vm.site.net}${vm.moref.slice(3).padStart(9, '0')}` : '',
    'Raw Comp. Mode': isRaw ? 'physicalMode' : '',
  }
}

function partitionsOf(vm: DemoVm): Cells[] {
  return vm.disks.map((disk, at) => {
    const name = vm.system.family === 'windows' ? `${'CEFGH'[at]}:\\` : ['/', '/srv', '/data', '/backup'][at]
    const share = at === 0 ? vm.rootUsedPct / 100 : disk.usedGiB / disk.capacityGiB
    const consumed = Math.floor(mib(disk.capacityGiB) * share)
    const free = mib(disk.capacityGiB) - consumed
    return {
      'Disk Key': 2000 + at,
      Disk: name,
      'Capacity MiB': mib(disk.capacityGiB),
      'Consumed MiB': consumed,
      'Free MiB': free,
      'Free %': Math.floor((free * 100) / mib(disk.capacityGiB)),
    }
  })
}

function nicsOf({ nics, site, power }: DemoVm): Cells[] {
  return nics.map(({ adapter, network, mac, ip }, at) => ({
    'NIC label': `Network adapter ${at + 1}`,
    Adapter: adapter,
    Network: network,
    Switch: switchName(site),
    Connected: power === 'poweredOn',
    'Starts Connected': true,
    'Mac Address': mac,
    Type: 'assigned',
    'IPv4 Address': power === 'poweredOn' ? ip : '',
  }))
}

function drivesOf({ cdConnected }: DemoVm): Cells[] {
  return [
    {
      'Device Node': 'CD/DVD drive 1',
      Connected: cdConnected,
      'Starts Connected': false,
      'Device Type': cdConnected ? 'ISO [iso] tools.iso' : 'Remote ATAPI',
    },
  ]
}

function usbOf(): Cells[] {
  return [{ 'Device Node': 'USB 1', 'Device Type': 'USB device', Connected: true, Family: 'storage' }]
}

const SNAPSHOT_NAMES = [
  'before patch',
  'before upgrade',
  'VEEAM BACKUP TEMPORARY SNAPSHOT',
  'keep until Monday',
  'test',
  'do not delete',
] as const

function snapshotsOf({ snapshotDays, disks, name, datastore, power }: DemoVm, exportedAt: Instant): Cells[] {
  return snapshotDays.map((days, at) => ({
    Name: SNAPSHOT_NAMES[(days + at) % SNAPSHOT_NAMES.length],
    'Date / time': rvtoolsTime(exportedAt - days * MS_PER_DAY),
    Filename: `[${datastore}] ${name}/${name}-Snapshot${at + 1}.vmsn`,
    'Size MiB (vmsn)': 28,
    'Size MiB (total)': mib((disks[0].usedGiB * Math.min(days, 60)) / 200),
    Quiesced: true,
    State: power,
  }))
}

function toolsOf({ system, tools, traits }: DemoVm): Cells {
  return {
    'VM Version': system.hardwareVersion,
    Tools: tools,
    'Tools Version': tools === 'toolsNotInstalled' ? 0 : tools === 'toolsOld' ? 10346 : 12421,
    Upgradeable: tools === 'toolsOld' ? 'Yes' : 'No',
    'Sync time': traits.has('timeFromHost'),
  }
}
