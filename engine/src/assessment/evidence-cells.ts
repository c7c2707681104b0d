import { type Cell, cellOf } from '../inventory/cell.ts'
import { DriveKind, type Estate, type Origins, PowerState, type RowRef } from '../inventory/estate.ts'
import type { PlacesOfVms } from '../inventory/places.ts'
import type { PartTable } from './signals/signal.ts'

/** A cell that a judgement rests on. */
export interface EvidenceCell extends Cell {
  /** As in `Estate.columns`: `vDisk.mode`. */
  readonly column: string
  /** As the engine reads it; null for an empty cell, `unlimited` for a limit that is none. Instants are ISO texts. */
  readonly value: string | number | boolean | null
  /** `GiB`, `MHz`, `%` or '': the file may use another, its header says which. */
  readonly unit: string
}

/** Which parts of a VM to show. */
export type PartFilter = { readonly of: PartTable; readonly isShown: (part: number) => boolean }

const TABLE_OF_SHEET: Readonly<Record<string, { readonly of: PartTable; readonly kind?: number }>> = {
  vDisk: { of: 'disks' },
  vPartition: { of: 'partitions' },
  vNetwork: { of: 'nics' },
  vSnapshot: { of: 'snapshots' },
  vCD: { of: 'drives', kind: DriveKind.cd },
  vUSB: { of: 'drives', kind: DriveKind.usb },
  vFloppy: { of: 'drives', kind: DriveKind.floppy },
}

/** The cells of one column that belong to a VM: its own row, rows of its parts, or those of its host, cluster, … */
export function cellsOfColumn(
  estate: Estate,
  places: PlacesOfVms,
  column: string,
  vm: number,
  filter: PartFilter | null,
): EvidenceCell[] {
  const [sheet, property] = column.split('.', 2)
  const { origins } = estate.vms
  if (sheet in origins) {
    const cell = cellOf(estate, origins[sheet as keyof typeof origins], vm, column)
    return cell ? [{ ...cell, column, ...shownValue(estate, property, valueIn(estate.vms, property, vm)) }] : []
  }
  const table = TABLE_OF_SHEET[sheet]
  if (table) {
    const parts = estate[table.of]
    const shown = partsOf(estate, table.of, vm, filter).filter(
      (part) => table.kind === undefined || estate.drives.kind[part] === table.kind,
    )
    return shown.flatMap((part) => {
      const cell = cellOf(estate, parts.origin, part, column)
      return cell ? [{ ...cell, column, ...shownValue(estate, property, valueIn(parts, property, part)) }] : []
    })
  }
  return rowsOfPlaces(estate, places, sheet, vm, filter).flatMap((row) => {
    const cell = cellOf(estate, originOf(row), 0, column)
    return cell ? [{ ...cell, column, ...shownValue(estate, property, (row as unknown as Row)[property]) }] : []
  })
}

type Row = Readonly<Record<string, string | number | boolean | null>>

function partsOf(estate: Estate, of: PartTable, vm: number, filter: PartFilter | null): number[] {
  const { start } = estate[of]
  const parts = Array.from({ length: start[vm + 1] - start[vm] }, (_, index) => start[vm] + index)
  return filter?.of === of ? parts.filter(filter.isShown) : parts
}

function rowsOfPlaces(
  estate: Estate,
  places: PlacesOfVms,
  sheet: string,
  vm: number,
  filter: PartFilter | null,
): readonly RowRef[] {
  const nics = () => partsOf(estate, 'nics', vm, filter)
  const distinct = (rows: readonly (RowRef | null)[]) => [...new Set(rows)].filter((row) => row !== null)
  switch (sheet) {
    case 'vHost':
      return distinct([places.host(vm)])
    case 'vCluster':
      return distinct([places.cluster(vm)])
    case 'vDatastore':
      return distinct(partsOf(estate, 'disks', vm, filter).map(places.datastore))
    case 'vSC_VMK':
      return distinct(nics().flatMap(places.vmkernels))
    case 'vPort':
    case 'dvPort':
      return distinct(
        nics().flatMap((nic) => places.portGroups(nic).filter((group) => group.distributed === (sheet === 'dvPort'))),
      )
    default:
      return []
  }
}

function originOf({ source, row }: RowRef): Origins {
  return { source: Uint16Array.of(source), row: Uint32Array.of(row) }
}

function valueIn(table: object, property: string, index: number): unknown {
  const column = (table as Readonly<Record<string, unknown>>)[property]
  if (column instanceof Uint32Array) return { code: column[index] }
  if (column instanceof Int8Array) return [null, false, true][column[index] + 1]
  if (column instanceof Float64Array) return column[index]
  if (column instanceof Uint8Array && property === 'powerState') return POWER_STATES[column[index]]
  return null
}

const POWER_STATES = Object.entries(PowerState).reduce<string[]>((names, [name, index]) => {
  names[index] = name
  return names
}, [])

/** Notes may hold passwords, and a cell address is enough to find them. */
const HIDDEN = new Set(['annotation'])

function shownValue(estate: Estate, property: string, value: unknown): Pick<EvidenceCell, 'value' | 'unit'> {
  if (HIDDEN.has(property)) return { value: 'not shown', unit: '' }
  if (typeof value === 'object' && value !== null) {
    return { value: estate.texts[(value as { code: number }).code] || null, unit: '' }
  }
  if (typeof value === 'string') return { value: value === '' ? null : value, unit: '' }
  if (typeof value !== 'number') return { value: (value as boolean | null | undefined) ?? null, unit: '' }
  if (Number.isNaN(value)) return { value: null, unit: '' }
  if (!Number.isFinite(value)) return { value: 'unlimited', unit: '' }
  if (property.endsWith('At')) return { value: new Date(value).toISOString(), unit: '' }
  return { value, unit: /(?:GiB|MHz|Mbps)$/.exec(property)?.[0] ?? (property.endsWith('Pct') ? '%' : '') }
}
