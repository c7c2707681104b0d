import type { CustomColumn } from '../estate.ts'
import type { CellReader } from './cell-reader.ts'
import { compareTexts } from './compare.ts'
import type { OpenedSheet } from './opened-sheet.ts'
import type { CustomReader } from './sheet-readers.ts'

/** Attributes that a user fills with what nobody should read: dropped at the door. */
const SECRET = /passw|kennwort|secret|credential|(licen[cs]e|product|serial|api|private)[\s_-]*key|token/i

/** Custom attributes, tags and columns that a user added to vInfo: kept as they are, by name over all sources. */
export class CustomColumns {
  private readonly columns = new Map<string, Uint32Array>()

  /** Reads the custom columns of one sheet into rows of the vInfo draft. */
  reader(opened: OpenedSheet, cells: CellReader): CustomReader {
    const seen = new Map<string, number>()
    const wanted = opened.columns.custom
      .filter(({ header }) => !SECRET.test(header))
      .map(({ header, index }) => {
        // The same attribute name may come twice.
        const times = (seen.get(header) ?? 0) + 1
        seen.set(header, times)
        return { name: times === 1 ? header : `${header} (${times})`, index }
      })
    for (const { name } of wanted) if (!this.columns.has(name)) this.columns.set(name, new Uint32Array(256))
    return {
      columns: wanted.map((it) => it.index),
      read: (row, at) => {
        for (const { name, index } of wanted) {
          const code = cells.code(row, index)
          if (code !== 0) this.column(name, at)[at] = code
        }
      },
    }
  }

  /** The columns of the given rows of the vInfo draft, by name. Columns without any value are not kept. */
  gather(rows: Int32Array): CustomColumn[] {
    return [...this.columns]
      .map(([name, column]) => ({ name, values: Uint32Array.from(rows, (row) => column[row] ?? 0) }))
      .filter(({ values }) => values.some((code) => code !== 0))
      .sort((a, b) => compareTexts(a.name, b.name))
  }

  private column(name: string, index: number): Uint32Array {
    let column = this.columns.get(name)!
    if (index >= column.length) {
      const grown = new Uint32Array(Math.max(index + 1, column.length * 2))
      grown.set(column)
      this.columns.set(name, grown)
      column = grown
    }
    return column
  }
}
