import type { UploadedFile } from './multipart.ts'

/** A row of vInfo by header. */
export type VmRow = Readonly<Record<string, string | number | undefined>>

const VCENTER = 'b2f7c3a0-0000-4000-8000-000000000001'

/** A VM with nothing to complain about. */
export function vmRow(n: number, different: Partial<VmRow> = {}): VmRow {
  return {
    VM: `vm-${String(n).padStart(3, '0')}`,
    Powerstate: 'poweredOn',
    Template: 'False',
    'DNS Name': `host${n}.example.org`,
    CPUs: 2,
    Memory: 4096,
    NICs: 1,
    Disks: 1,
    'Primary IP Address': `10.0.${n >> 8}.${n & 255}`,
    'Network #1': n % 2 === 0 ? 'VLAN 10' : 'VLAN 20',
    'Provisioned MiB': 100_000 + n,
    'In Use MiB': 50_000 + n,
    CBT: 'True',
    'HW version': 19,
    Annotation: '',
    Datacenter: 'DC1',
    Cluster: n % 3 === 0 ? 'CL-A' : 'CL-B',
    Host: `esx${n % 4}`,
    Folder: `Tenant ${n % 5}`,
    'OS according to the configuration file':
      n % 7 === 0 ? 'Microsoft Windows Server 2008 (64-bit)' : 'Ubuntu Linux (64-bit)',
    'OS according to the VMware Tools':
      n % 7 === 0 ? 'Microsoft Windows Server 2008 (64-bit)' : 'Ubuntu Linux (64-bit)',
    'VM ID': `vm-${n}`,
    'VM UUID': `50000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    'VI SDK Server': 'vc1',
    'VI SDK UUID': VCENTER,
    Owner: `team ${n % 3}`,
    'Admin Password': 'canary-secret',
    ...different,
  }
}

export function vmRows(count: number, different: (n: number) => Partial<VmRow> = () => ({})): VmRow[] {
  return Array.from({ length: count }, (_, n) => vmRow(n + 1, different(n + 1)))
}

/** An export of RVTools with vInfo alone, as CSV. */
export function exportOf(rows: readonly VmRow[], name = 'RVTools_tabvInfo.csv'): UploadedFile {
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const lines = [headers, ...rows.map((row) => headers.map((header) => row[header] ?? ''))]
  return { name, bytes: lines.map((line) => line.map((cell) => `"${cell}"`).join(',')).join('\n') }
}
