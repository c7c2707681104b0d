import { count, plural, UNKNOWN } from '@portolan/engine/documents/wording/numbers'
import type { SheetColumns } from '@portolan/engine/inventory/rvtools/sheet'
import type { Paint } from '../terminal/palette.ts'
import { type TableCell, type TableColumn, tableLines } from '../terminal/table.ts'
import { printable, wrap } from '../terminal/width.ts'

type Screen = { readonly width: number; readonly paint: Paint }

const COLUMNS: readonly TableColumn[] = [
  { header: 'Sheet', shrinks: true },
  { header: 'read as' },
  { header: 'rows', align: 'right' },
  { header: 'recognised', align: 'right' },
  { header: 'custom', align: 'right' },
  { header: 'ignored', align: 'right' },
  { header: 'missing', align: 'right' },
]

/** The column report: a table of the sheets of each file, then by name what was kept, ignored and missed. */
export function columnLines(sheets: readonly SheetColumns[], screen: Screen): string[] {
  const files = [...new Set(sheets.map((sheet) => sheet.file))]
  return files.flatMap((file, i) => {
    const ofFile = sheets.filter((sheet) => sheet.file === file)
    const read = ofFile.filter((sheet) => sheet.as !== null).length
    const title = `${screen.paint('strong', printable(file))}  ${read} of ${plural(ofFile.length, 'sheet')} read`
    return [
      ...(i > 0 ? [''] : []),
      `  ${title}`,
      '',
      ...tableLines(COLUMNS, ofFile.map(row), screen),
      ...named('Custom', 'kept as they are, on VMs', ofFile, (sheet) => sheet.custom, screen),
      ...named('Missing', 'known columns that this export does not carry', ofFile, (sheet) => sheet.missing, screen),
      ...named('Ignored', 'nothing in a plan needs them', ofFile, (sheet) => sheet.ignored, screen),
    ]
  })
}

function row(sheet: SheetColumns): (string | TableCell)[] {
  if (sheet.as === null) return [sheet.sheet, { text: 'not read', tone: 'faint' }]
  const counts = [sheet.recognised.length, sheet.custom.length, sheet.ignored.length, sheet.missing.length]
  return [
    sheet.sheet,
    sheet.as === sheet.sheet ? { text: UNKNOWN, tone: 'faint' } : sheet.as,
    count(sheet.rows),
    ...counts.map((it): TableCell => (it === 0 ? { text: '0', tone: 'faint' } : { text: count(it) })),
  ]
}

function named(
  title: string,
  meaning: string,
  sheets: readonly SheetColumns[],
  namesOf: (sheet: SheetColumns) => readonly string[],
  { width, paint }: Screen,
): string[] {
  const withNames = sheets.filter((sheet) => sheet.as !== null && namesOf(sheet).length > 0)
  if (withNames.length === 0) return []
  const label = Math.max(...withNames.map((sheet) => sheet.as!.length)) + 2
  const lines = withNames.flatMap((sheet) =>
    wrap(printable(namesOf(sheet).join(' · ')), width - label - 2).map(
      (line, i) => `  ${(i === 0 ? sheet.as! : '').padEnd(label)}${line}`,
    ),
  )
  return ['', `  ${paint('strong', title)}  ${paint('faint', meaning)}`, ...lines]
}
