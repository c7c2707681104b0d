import { SHEET_NAMES, type SheetName } from '../estate.ts'
import { headerKey, knownHeaderKey } from './headers.ts'
import { specsOf } from './sheet-specs.ts'
import { IDENTITY_COLUMNS } from './vm-columns.ts'

/** Properties without whose column a sheet is not what its name says: one of each line. */
const NEEDED: Partial<Record<SheetName, readonly (readonly string[])[]>> = {
  vInfo: [['name', 'moref']],
  vDisk: [['capacityGiB', 'label', 'path']],
  vHost: [['name']],
  vCluster: [['name']],
  vDatastore: [['name']],
  vPort: [['name'], ['switch', 'vlan']],
  dvPort: [['name'], ['switch', 'vlan']],
}

/** Columns that say a sheet is another's: a list of VMs is no list of port groups. */
const UNFIT: Partial<Record<SheetName, readonly string[]>> = { vPort: ['VM'], dvPort: ['VM'], vNIC: ['VM'] }

// Half of all lists have a `Name`: that alone makes no list of VMs.
const VM_COLUMN = [...IDENTITY_COLUMNS.name.headers, 'VM ID'].filter((name) => name !== 'Name')

/**
 * What columns make a sheet whose name says nothing (`Sheet1`, `export.csv`): all lines must be there, in order of how
 * particular they are. A list of VMs comes last, because nearly every sheet is one.
 */
const SIGNATURES: readonly (readonly [SheetName, readonly (readonly string[])[]])[] = [
  ['vDisk', [VM_COLUMN, ['Disk', 'Disk Label'], ['Capacity MiB'], ['Disk Mode', 'Thin', 'Controller', 'Raw']]],
  ['vPartition', [VM_COLUMN, ['Disk', 'vPartitionDisk'], ['Consumed MiB', 'vPartitionConsumedMiB', 'Free MiB']]],
  ['vNetwork', [VM_COLUMN, ['Mac Address'], ['Network', 'Adapter']]],
  ['vSnapshot', [VM_COLUMN, ['Date / time', 'Quiesced'], ['Size MiB (total)', 'Size MiB (vmsn)']]],
  ['vTools', [VM_COLUMN, ['Tools'], ['Tools Version']]],
  ['vMemory', [VM_COLUMN, ['Ballooned'], ['Active', 'Consumed']]],
  ['vCPU', [VM_COLUMN, ['Sockets'], ['Cores p/s']]],
  ['vHost', [['Host'], ['CPU Model', 'ESX Version'], ['# Cores', '# CPU']]],
  ['vDatastore', [['Name'], ['Capacity MiB'], ['Free MiB'], ['SIOC enabled', '# Hosts', 'Accessible']]],
  ['vCluster', [['Name'], ['NumHosts'], ['TotalCpu', 'TotalMemory']]],
  [
    'vInfo',
    [
      VM_COLUMN,
      ['Powerstate', 'vInfoPowerstate', 'CPUs', 'vInfoCPUs', 'Memory', 'vInfoMemory', 'OS', 'Guest OS', 'vCPUs'].concat(
        'OS according to the configuration file',
        'OS according to the VMware Tools',
      ),
    ],
  ],
]

const BY_NAME = new Map(SHEET_NAMES.map((name) => [name.toLowerCase(), name]))

/** How a sheet was recognised: a name counts more than a header. */
export interface Recognised {
  readonly sheet: SheetName
  readonly by: 'name' | 'header'
}

/**
 * Which sheet of RVTools this is. By its name (also `tabvInfo` and `RVTools_tabvInfo` of older versions and CSV files),
 * unless its columns belie it; a sheet of another name by its columns. Null for a foreign one.
 */
export function recogniseSheet(name: string, header: readonly string[]): Recognised | null {
  const names = new Set(header.flatMap((cell) => (cell === '' ? [] : keysOf(cell))))
  const has = (anyOf: readonly string[]) => anyOf.some((it) => names.has(knownHeaderKey(it).bare))

  const named = sheetByName(name)
  if (named) {
    const specs = specsOf(named)
    const needed = (NEEDED[named] ?? []).map((line) => line.flatMap((column) => specs[column].headers))
    const fits = needed.every(has) && !has(UNFIT[named] ?? [])
    return fits ? { sheet: named, by: 'name' } : null
  }
  const signature = SIGNATURES.find(([, lines]) => lines.every(has))
  return signature ? { sheet: signature[0], by: 'header' } : null
}

function keysOf(cell: string): string[] {
  const key = headerKey(cell)
  return [key.full, key.bare]
}

/** The sheet that a name stands for, whatever its columns. */
export function sheetByName(name: string): SheetName | null {
  const plain = name
    .trim()
    .toLowerCase()
    .replace(/^rvtools[_ -]?/, '')
    .replace(/\.csv$/, '')
  return BY_NAME.get(plain) ?? BY_NAME.get(plain.replace(/^tab/, '')) ?? null
}
