import type { CellReader } from './cell-reader.ts'
import type { DraftTable } from './draft-table.ts'
import { columnIndex, type OpenedSheet, reject } from './opened-sheet.ts'
import { CellKind, type Row, type SheetSink } from './sheet.ts'
import type { VcenterRefs } from './vcenter-refs.ts'
import type { VmRefs } from './vm-refs.ts'

const TOTALS = /^(grand |sub)?\s*(totals?|sum|sums|summe|average|count)\s*:?$/i

interface Parts {
  readonly opened: OpenedSheet
  readonly draft: DraftTable
  readonly cells: CellReader
  readonly vcenters: VcenterRefs
}

/** Reads a sheet whose rows are about VMs: vInfo and everything that joins to it. */
export function vmSheetReader(
  { opened, draft, cells, vcenters }: Parts,
  refs: VmRefs,
  custom: CustomReader,
): SheetSink {
  const inVInfo = opened.as === 'vInfo'
  const at = (column: string) => columnIndex(opened, column)
  const name = at(inVInfo ? 'name' : 'vmName')
  const moref = at('moref')
  const uuid = at('instanceUuid')
  const datacenter = at('datacenter')
  const cluster = at('cluster')
  const host = at('host')
  const folder = at('folder')
  const server = at('sdkServer')
  const sdkUuid = at('sdkUuid')
  const power = at('powerState')
  const columns = [...opened.columns.matched.map((it) => it.index), ...custom.columns].sort((a, b) => a - b)

  return {
    columns,
    row(row) {
      const code = (column: number) => (column < 0 ? 0 : cells.code(row, column))
      const isErrorName = name >= 0 && row.kind(name) === CellKind.error
      const nameCode = isErrorName ? 0 : code(name)
      const morefCode = code(moref)
      const uuidCode = code(uuid)
      if (nameCode === 0 && morefCode === 0 && uuidCode === 0) {
        if (!isBlank(row, columns)) {
          reject(opened, row.rowNumber, isErrorName ? 'the cell of the VM name holds an error' : 'no VM name and no id')
        }
        return
      }
      if (morefCode === 0 && uuidCode === 0) {
        const text = row.text(name)
        if (text === opened.header[name] && repeatsHeader(row, opened, columns)) {
          reject(opened, row.rowNumber, 'the header is repeated')
          return
        }
        if (TOTALS.test(text) && (power < 0 || row.kind(power) === CellKind.empty)) {
          opened.totalsRows++
          reject(opened, row.rowNumber, `a row of totals ("${text}")`)
          return
        }
      }
      const vcenter = vcenters.intern(opened.source, code(sdkUuid), code(server))
      const ref = refs.intern(
        vcenter,
        morefCode,
        uuidCode,
        nameCode,
        code(datacenter),
        code(cluster),
        code(host),
        code(folder),
      )
      const index = draft.add(opened.index, row.rowNumber, ref)
      cells.read(row, index)
      custom.read(row, index)
      opened.rows++
    },
    end() {},
  }
}

/** Columns nobody but the customer knows, read beside those of vInfo. */
export interface CustomReader {
  readonly columns: readonly number[]
  read(row: Row, index: number): void
}

export const NO_CUSTOM: CustomReader = { columns: [], read() {} }

/** Reads a sheet about anything else. Of the columns in `needed` one must be filled, or the row is nothing. */
export function otherSheetReader(
  { opened, draft, cells, vcenters }: Parts,
  needed: readonly string[],
  isQuiet: boolean,
): SheetSink {
  const columns = opened.columns.matched.map((it) => it.index).sort((a, b) => a - b)
  const identifying = needed.map((column) => columnIndex(opened, column)).filter((index) => index >= 0)
  const server = columnIndex(opened, 'sdkServer')
  const sdkUuid = columnIndex(opened, 'sdkUuid')
  const what = opened.columns.matched.find((it) => it.column === needed[0])?.header ?? needed[0]

  return {
    columns,
    row(row) {
      if (needed.length > 0 && !identifying.some((column) => isFilled(row, column))) {
        if (!isQuiet && !isBlank(row, columns)) reject(opened, row.rowNumber, `"${what}" is empty`)
        return
      }
      if (isBlank(row, columns)) return
      const [first] = identifying
      if (first !== undefined) {
        const text = row.text(first)
        if (text === opened.header[first] && repeatsHeader(row, opened, columns)) {
          reject(opened, row.rowNumber, 'the header is repeated')
          return
        }
        if (TOTALS.test(text) && sdkUuid >= 0 && row.kind(sdkUuid) === CellKind.empty) {
          opened.totalsRows++
          reject(opened, row.rowNumber, `a row of totals ("${text}")`)
          return
        }
      }
      const code = (column: number) => (column < 0 ? 0 : cells.code(row, column))
      const ref = vcenters.intern(opened.source, code(sdkUuid), code(server))
      cells.read(row, draft.add(opened.index, row.rowNumber, ref))
      opened.rows++
    },
    end() {},
  }
}

function isFilled(row: Row, column: number): boolean {
  const kind = row.kind(column)
  return kind !== CellKind.empty && kind !== CellKind.error && row.text(column) !== ''
}

/** Formatted rows without content are nothing at all, not bad rows. */
function isBlank(row: Row, columns: readonly number[]): boolean {
  return columns.every((column) => row.kind(column) === CellKind.empty || row.text(column) === '')
}

function repeatsHeader(row: Row, { header }: OpenedSheet, columns: readonly number[]): boolean {
  let same = 0
  for (const column of columns) if (row.text(column) !== '' && row.text(column) === header[column]) same++
  return same > 1 || columns.length === 1
}
