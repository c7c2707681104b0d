import type { SheetName } from '../estate.ts'
import { type HeaderKey, knownHeaderKey } from './headers.ts'
import { KNOWN_INFRA_COLUMNS } from './known-infra-columns.ts'
import { KNOWN_VM_COLUMNS } from './known-vm-columns.ts'

/** What only older versions write, or write under another name. */
const OLDER_COLUMNS: Partial<Record<SheetName, readonly string[]>> = {
  vTools: ['Upgrade'],
  vCD: ['Select'],
  vFloppy: ['Select'],
  vRP: ['Resource pool'],
  dvPort: ['In Traffic Shapping', 'Out Trafic Shaping'],
}
/** In vInfo they are read: beside their newer names they are what a customer added. */
const OLDEST_COLUMNS = ['vCenter UUID', 'OS', 'IP Address']

interface Known {
  /** Bare names in the order of the sheet. */
  readonly order: readonly string[]
  readonly position: ReadonlyMap<string, number>
  readonly all: ReadonlySet<string>
}

const CURRENT: Record<SheetName, readonly string[]> = { ...KNOWN_VM_COLUMNS, ...KNOWN_INFRA_COLUMNS }
const cache = new Map<SheetName, Known>()

function known(sheet: SheetName): Known {
  let entry = cache.get(sheet)
  if (!entry) {
    const order = CURRENT[sheet].map((name) => knownHeaderKey(name).bare)
    const older = [...(OLDER_COLUMNS[sheet] ?? []), ...(sheet === 'vInfo' ? [] : OLDEST_COLUMNS)].map(
      (name) => knownHeaderKey(name).bare,
    )
    entry = { order, position: new Map(order.map((name, index) => [name, index])), all: new Set([...order, ...older]) }
    cache.set(sheet, entry)
  }
  return entry
}

/** Whether some version of RVTools writes this column into this sheet. */
export function isKnownColumn(sheet: SheetName, key: HeaderKey): boolean {
  return known(sheet).all.has(key.bare)
}

/** The columns that RVTools writes left and right of this one. */
export function knownNeighbours(sheet: SheetName, key: HeaderKey): { before: string | null; after: string | null } {
  const { order, position } = known(sheet)
  const index = position.get(key.bare)
  if (index === undefined) return { before: null, after: null }
  return { before: order[index - 1] ?? null, after: order[index + 1] ?? null }
}
