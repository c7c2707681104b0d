import type { ColumnPlace, Estate } from '../estate.ts'
import type { Harvest } from './drafts.ts'
import type { OpenedSheet } from './opened-sheet.ts'
import type { SheetColumns } from './sheet.ts'

/** What was made of the columns of a sheet. */
export function sheetColumns(opened: OpenedSheet): SheetColumns {
  const { matched, custom, ignored, missing } = opened.columns
  return {
    file: opened.file,
    sheet: opened.name,
    as: opened.as,
    rows: opened.rows,
    recognised: matched.map(({ header, column }) => ({ header, column })),
    custom: custom.map((it) => it.header),
    ignored,
    missing,
  }
}

/** Which columns were seen at all, and where each stands in each source. */
export function columnPlaces({ opened, sources }: Harvest): Pick<Estate, 'columns' | 'columnPlaces'> {
  const columns = new Set<string>()
  const places = new Map<string, ColumnPlace>()
  for (const sheet of opened) {
    if (sheet.discarded) continue
    for (const { column, index, header } of sheet.columns.matched) {
      // The eight network columns fill one property; the first stands for all.
      const names = column === 'network1' ? [column, 'networks8'] : [column]
      for (const name of names) {
        columns.add(`${sheet.as}.${name}`)
        places.set(`${sources.position[sheet.source]}/${sheet.as}.${name}`, { sheet: sheet.name, header, index })
      }
    }
  }
  return { columns, columnPlaces: places }
}
