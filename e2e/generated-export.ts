import { createWriteStream, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

const HEADERS = [
  'VM',
  'Powerstate',
  'Template',
  'CPUs',
  'Memory',
  'NICs',
  'Disks',
  'Total disk capacity MiB',
  'Provisioned MiB',
  'In Use MiB',
  'CBT',
  'HW version',
  'Primary IP Address',
  'Network #1',
  'Folder',
  'Datacenter',
  'Cluster',
  'Host',
  'OS according to the configuration file',
  'OS according to the VMware Tools',
  'VM ID',
  'VM UUID',
  'VI SDK Server',
  'VI SDK UUID',
] as const

const SYSTEMS = [
  'Ubuntu Linux (64-bit)',
  'Microsoft Windows Server 2019 (64-bit)',
  'Microsoft Windows Server 2008 R2 (64-bit)',
  'Red Hat Enterprise Linux 8 (64-bit)',
] as const

/** A vInfo of so many VMs in a folder of its own, for what a sample of twenty cannot show; returns the file. */
export async function generatedExport(vms: number): Promise<string> {
  const file = join(mkdtempSync(join(tmpdir(), 'portolan-generated-')), 'RVTools_tabvInfo.csv')
  await pipeline(Readable.from(linesOf(vms)), createWriteStream(file))
  return file
}

function* linesOf(vms: number): Generator<string> {
  yield `${HEADERS.join(',')}\n`
  for (let n = 1; n <= vms; n++) yield `${rowOf(n).join(',')}\n`
}

function rowOf(n: number): readonly (string | number)[] {
  const system = SYSTEMS[n % SYSTEMS.length]
  const usedMiB = 8192 + ((n * 7919) % 400_000)
  return [
    `vm-${String(n).padStart(6, '0')}`,
    n % 9 === 0 ? 'poweredOff' : 'poweredOn',
    'False',
    1 + (n % 8),
    1024 * (1 + (n % 32)),
    1,
    1 + (n % 3),
    usedMiB * 2,
    usedMiB * 2,
    usedMiB,
    n % 11 === 0 ? 'False' : 'True',
    n % 5 === 0 ? 8 : 19,
    `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`,
    `VLAN-${100 + (n % 40)}`,
    `/DC1/Tenant ${n % 60}`,
    'DC1',
    `CL-${n % 12}`,
    `esx${n % 90}.example`,
    system,
    system,
    `vm-${n}`,
    `50000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    'vcsa01.example',
    'b2f7c3a0-0000-4000-8000-000000000001',
  ]
}
