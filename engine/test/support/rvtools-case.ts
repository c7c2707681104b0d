import type { Estate } from '../../src/inventory/estate.ts'
import { importTables, type Table } from '../../src/inventory/rvtools/import-tables.ts'

type Cell = string | number | boolean | null
/** A row by header, as RVTools 4.7 writes them. */
export type Row = Readonly<Record<string, Cell>>

const VM_SHEETS = ['vInfo', 'vCPU', 'vMemory', 'vTools'] as const
const PART_SHEETS = ['vDisk', 'vPartition', 'vNetwork', 'vSnapshot', 'vCD', 'vUSB'] as const
const PLACE_SHEETS = ['vHost', 'vCluster', 'vDatastore', 'vPort', 'dvPort', 'vSwitch', 'dvSwitch', 'vSC_VMK'] as const

/** What differs from the plain VM; of parts the whole list. */
export type VmRows = Partial<Record<(typeof VM_SHEETS)[number], Row>> &
  Partial<Record<(typeof PART_SHEETS)[number], readonly Row[]>>
/** What differs from the plain host, cluster, …; a list replaces it. */
export type PlaceRows = Partial<Record<(typeof PLACE_SHEETS)[number], Row | readonly Row[]>>

const IDS: Row = { 'VI SDK Server': 'vc1', 'VI SDK UUID': 'b2f7c3a0-0000-4000-8000-000000000001' }

/** The base VM of planner §38.1 with nothing to complain about: Ubuntu, on, 100 GiB, one disk, one NIC, 8 GiB. */
const PLAIN_VM: Required<Pick<VmRows, (typeof VM_SHEETS)[number]>> = {
  vInfo: {
    Powerstate: 'poweredOn',
    Template: 'False',
    'SRM Placeholder': 'False',
    'Connection state': 'connected',
    'Guest state': 'running',
    'Consolidation Needed': 'False',
    'DNS Name': 'web01.example.org',
    'Primary IP Address': '10.0.0.1',
    CPUs: 2,
    Memory: 8192,
    NICs: 1,
    Disks: 1,
    'Provisioned MiB': 112_640,
    'In Use MiB': 51_200,
    EnableUUID: null,
    CBT: 'TRUE',
    'Latency Sensitivity': 'normal',
    'Fixed Passthru HotPlug': 'False',
    'FT State': 'notConfigured',
    vApp: null,
    'Cluster rule(s)': null,
    'Cluster rule name(s)': null,
    'EFI Secure boot': 'False',
    Firmware: 'bios',
    'HW version': 19,
    Annotation: null,
    Datacenter: 'DC1',
    Cluster: 'Cluster1',
    Host: 'esx1',
    'OS according to the configuration file': 'Ubuntu Linux (64-bit)',
    'OS according to the VMware Tools': 'Ubuntu Linux (64-bit)',
    'Guest Detailed Data': null,
  },
  vCPU: { Overall: 480, Reservation: 0, Limit: -1, 'Hot Add': 'False', 'Hot Remove': 'False' },
  vMemory: {
    'Size MiB': 8192,
    Active: 2048,
    Swapped: 0,
    Ballooned: 0,
    Reservation: 0,
    Limit: -1,
    'Hot Add': 'False',
    'Memory Reservation Locked To Max': 'False',
  },
  vTools: { Tools: 'toolsOk', Upgradeable: 'No', 'Sync time': 'False' },
}

const PLAIN_PARTS: Readonly<Record<(typeof PART_SHEETS)[number], Row>> = {
  vDisk: {
    Disk: 'Hard disk 1',
    'Disk Key': 2000,
    'Capacity MiB': 102_400,
    Raw: 'False',
    'Raw Comp. Mode': null,
    'Disk Mode': 'persistent',
    'Sharing mode': 'sharingNone',
    'Shared Bus': 'noSharing',
    Thin: 'False',
    Controller: 'VMware paravirtual SCSI',
    Path: '[ds1] web01/web01.vmdk',
  },
  vPartition: { Disk: '/', 'Capacity MiB': 92_160, 'Consumed MiB': 40_960, 'Free MiB': 51_200, 'Free %': 56 },
  vNetwork: {
    'NIC label': 'Network adapter 1',
    Adapter: 'Vmxnet3',
    Network: 'VLAN 20',
    Switch: 'dvs1',
    Connected: 'True',
    'Starts Connected': 'True',
    'Mac Address': '00:50:56:00:00:01',
    'IPv4 Address': '10.0.0.1',
    'IPv6 Address': null,
    'Direct Path IO': 'True',
  },
  vSnapshot: { Name: 'before patch', 'Date / time': '2026-01-01 00:00:00', State: 'poweredOn' },
  vCD: { 'Device Node': 'CD/DVD drive 1', Connected: 'False', 'Starts Connected': 'False', 'Device Type': 'ATAPI' },
  vUSB: { 'Device Node': 'USB 1', Connected: 'True', 'Device Type': 'Dongle' },
}

const PLAIN_PLACES: Readonly<Record<(typeof PLACE_SHEETS)[number], readonly Row[]>> = {
  vHost: [
    {
      Host: 'esx1',
      Datacenter: 'DC1',
      Cluster: 'Cluster1',
      'CPU Model': 'Intel(R) Xeon(R) Gold 6338',
      Speed: 2000,
      '# Cores': 64,
      '# Memory': 1_048_576,
      'ESX Version': 'VMware ESXi 8.0.3 build-24784735',
      'Object ID': 'host-1',
    },
  ],
  vCluster: [
    {
      Name: 'Cluster1',
      'HA enabled': 'False',
      'DRS enabled': 'False',
      'DPM enabled': 'False',
      'Object ID': 'domain-c1',
    },
  ],
  vDatastore: [
    { Name: 'ds1', Type: 'VMFS', Accessible: 'True', 'Capacity MiB': 1_048_576, 'Object ID': 'datastore-1' },
  ],
  vPort: [
    {
      Host: 'esx1',
      'Port Group': 'Standard 30',
      Switch: 'vSwitch0',
      VLAN: 30,
      'Promiscuous Mode': 'False',
      'Mac Changes': 'False',
      'Forged Transmits': 'False',
    },
  ],
  dvPort: [
    {
      Port: 'VLAN 20',
      Switch: 'dvs1',
      VLAN: 20,
      Type: 'earlyBinding',
      'Allow Promiscuous': 'False',
      'Mac Changes': 'False',
      'Forged Transmits': 'False',
    },
  ],
  vSwitch: [{ Host: 'esx1', Switch: 'vSwitch0', MTU: 1500 }],
  dvSwitch: [{ Switch: 'dvs1', Name: 'DVS', 'Max MTU': 1500 }],
  vSC_VMK: [{ Host: 'esx1', 'Port Group': 'Management', Device: 'vmk0', 'IP Address': '192.168.0.1' }],
}

/** The sheets of an export of the given VMs; `{}` is the plain one. Every VM has its id, name and addresses. */
export function tablesOf(vms: readonly VmRows[], places: PlaceRows = {}): Table[] {
  const rows = new Map<string, Row[]>()
  const add = (sheet: string, row: Row) => rows.set(sheet, [...(rows.get(sheet) ?? []), { ...IDS, ...row }])
  vms.forEach((vm, index) => {
    const id: Row = { VM: vm.vInfo?.VM ?? `web0${index + 1}`, 'VM ID': `vm-${index + 1}` }
    for (const sheet of VM_SHEETS) add(sheet, { ...id, ...ownTo(index, PLAIN_VM[sheet]), ...vm[sheet], ...id })
    for (const sheet of PART_SHEETS) {
      for (const part of vm[sheet] ?? (HAS_ONE.has(sheet) ? [{}] : [])) {
        add(sheet, { ...id, ...ownTo(index, PLAIN_PARTS[sheet]), ...part })
      }
    }
  })
  for (const sheet of PLACE_SHEETS) {
    const changed = places[sheet] ?? {}
    const own = Array.isArray(changed) ? (changed as readonly Row[]) : [changed as Row]
    for (const row of own) add(sheet, { ...PLAIN_PLACES[sheet][0], ...row })
  }
  const sheets: readonly string[] = [...VM_SHEETS, ...PART_SHEETS, ...PLACE_SHEETS]
  return sheets.map((sheet) => table(sheet, rows.get(sheet) ?? []))
}

/** The estate of `tablesOf`, without the given columns (`vInfo.CBT`) or sheets (`vDisk`). */
export function estateOfRows(vms: readonly VmRows[], places: PlaceRows = {}, without: readonly string[] = []): Estate {
  return importTables(withoutColumns(tablesOf(vms, places), without)).estate
}

const HAS_ONE: ReadonlySet<string> = new Set(['vDisk', 'vPartition', 'vNetwork', 'vCD'])

/** What no two VMs may share. */
function ownTo(index: number, row: Row): Row {
  const swap = (cell: Cell) =>
    typeof cell === 'string'
      ? cell
          .replaceAll('web01', `web0${index + 1}`)
          .replace(/^10\.0\.0\.1$/, `10.0.0.${index + 1}`)
          .replace('00:50:56:00:00:01', `00:50:56:00:00:0${index + 1}`)
      : cell
  return Object.fromEntries(Object.entries(row).map(([header, cell]) => [header, swap(cell)]))
}

/** Columns that some row or the plain row of the sheet has: a sheet without rows keeps its header, as RVTools does. */
function table(sheet: string, rows: readonly Row[]): Table {
  const plain = { ...PLAIN_PARTS, ...PLAIN_VM }[sheet as (typeof PART_SHEETS)[number]] ?? {}
  const header = [...new Set([...rows, plain, { VM: '', 'VM ID': '', ...IDS }].flatMap((row) => Object.keys(row)))]
  const columns = header.filter((name) => rows.some((row) => name in row) || rows.length === 0)
  return { sheet, header: columns, rows: rows.map((row) => columns.map((name) => row[name] ?? null)) }
}

function withoutColumns(tables: readonly Table[], without: readonly string[]): Table[] {
  return tables
    .filter(({ sheet }) => !without.includes(sheet))
    .map(({ sheet, header, rows }) => {
      const kept = header.map((_, index) => index).filter((index) => !without.includes(`${sheet}.${header[index]}`))
      return { sheet, header: kept.map((index) => header[index]), rows: rows.map((row) => kept.map((at) => row[at])) }
    })
}
